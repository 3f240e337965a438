using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>A submission has no identifier, or one that no client or server gives.</summary>
/// <remarks>Rows typed or pasted into the export look like this. Source: cleaning §4.1, kobo-exports §6.</remarks>
internal sealed class UuidMissingOrMalformed : SubmissionCheck
{
    private const int UuidLength = 36;

    private static readonly string[] Names = ["_uuid", "KEY", "meta/instanceID", "instanceID", "meta/rootUuid"];

    /// <inheritdoc/>
    public override CheckId Id => new("ID-01", "uuid-missing-or-malformed");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        var columns = Names.Select(main.Find).OfType<TableColumn>().ToList();
        if (columns.Count == 0 && main.RowCount > 0) context.NotJudged(Id, null, "no-uuid-column", main.RowCount);
        if (columns.Count == 0) return [];

        // An edit renews `_uuid` and keeps the root's, so both are looked at; what both say alike is said once.
        var findings = Judge(context, columns[0]).ToList();
        if (columns.Count == 1 || columns[^1].Name != "meta/rootUuid") return findings;
        var told = findings.Select(f => f.Location.Row).ToHashSet();
        findings.AddRange(Judge(context, columns[^1]).Where(f => f.Variant is null && !told.Contains(f.Location.Row)));
        return findings;
    }

    private IEnumerable<Finding> Judge(CheckContext context, TableColumn column)
    {
        var main = context.Submissions.Main;
        var isGood = new bool[column.Value.ValueCount];
        for (var code = 1; code < isGood.Length; code++) isGood[code] = IsUuid(column.Value.Utf8(code));
        for (var row = 0; row < main.RowCount; row++)
        {
            var code = column.Value.CodeAt(row);
            if (isGood[code]) continue;
            var value = new FindingArgument("value", column.Value.Text(code), Sensitive: true);
            yield return context.At(this, main, row, column, new("column", column.Header), value) with
            {
                Variant = context.IsBlank(column.Value.Utf8(code)) ? "missing" : null,
            };
        }
    }

    /// <summary><c>8-4-4-4-12</c> hexadecimal digits, with or without <c>uuid:</c>.</summary>
    private static bool IsUuid(ReadOnlySpan<byte> text)
    {
        text = text[Ascii.Trim(text)];
        if (text.StartsWith("uuid:"u8)) text = text[5..];
        if (text.Length != UuidLength) return false;
        for (var i = 0; i < text.Length; i++)
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit((char)text[i])) return false;
        return true;
    }
}
