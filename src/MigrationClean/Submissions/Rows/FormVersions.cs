using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions.Rows;

/// <summary>The form version that each submission was collected with (kobo-exports §8.1).</summary>
internal sealed class FormVersions
{
    private FormVersions(int[] formOfRow, bool[] isKnown)
    {
        FormOfRow = formOfRow;
        IsKnown = isKnown;
    }

    /// <summary>Index of the version of each row; 0, the newest, where none is named or known.</summary>
    public int[] FormOfRow { get; }

    /// <summary>Whether the row names a version that was given.</summary>
    public bool[] IsKnown { get; }

    /// <summary>The newest version that any column with a version of a submission names.</summary>
    public static FormVersions Of(ExportSheet main, ImmutableArray<Form> forms)
    {
        var formOfRow = new int[main.Sheet.RowCount];
        var isKnown = new bool[formOfRow.Length];
        Array.Fill(formOfRow, int.MaxValue);
        for (var i = 0; i < main.Sheet.Columns.Length; i++)
        {
            if (!HoldsVersions(main.ServerNames[i] ?? main.Sheet.Headers[i])) continue;
            var column = main.Sheet.Columns[i];
            var formOfCode = Enumerable.Range(0, column.ValueCount).Select(code => code == 0 ? -1 : IndexOf(forms, column.Text(code))).ToArray();
            var codes = column.CodesOfAllRows();
            for (var row = 0; row < codes.Length; row++)
                if (formOfCode[codes[row]] is >= 0 and var form) formOfRow[row] = Math.Min(formOfRow[row], form);
        }

        for (var row = 0; row < formOfRow.Length; row++)
        {
            isKnown[row] = formOfRow[row] != int.MaxValue;
            if (!isKnown[row]) formOfRow[row] = 0;
        }

        return new(formOfRow, isKnown);
    }

    /// <summary>The forms, newest first: by the submissions' own times where versions are told by them, else by number, else as given.</summary>
    public static ImmutableArray<Form> NewestFirst(IReadOnlyList<Form> forms, IEnumerable<ExportSheet> mains)
    {
        if (forms.Count == 1) return [.. forms];
        if (forms.All(f => f.Version is { Length: > 0 } v && v.All(char.IsAsciiDigit)))
            return [.. forms.OrderByDescending(f => f.Version!.TrimStart('0').Length).ThenByDescending(f => f.Version!.TrimStart('0'), StringComparer.Ordinal)];

        var first = new byte[]?[forms.Count];
        ImmutableArray<Form> given = [.. forms];
        foreach (var main in mains)
        {
            if ((main.Server("__version__") ?? main.Server("_version") ?? main.Server("FormVersion")) is not { } versions) continue;
            if ((main.Server("_submission_time") ?? main.Server("SubmissionDate")) is not { } times) continue;
            var formOfCode = Enumerable.Range(0, versions.ValueCount).Select(code => IndexOf(given, versions.Text(code))).ToArray();
            for (var row = 0; row < versions.RowCount; row++)
            {
                if (formOfCode[versions.CodeAt(row)] is not (>= 0 and var form) || times.CodeAt(row) is not (> 0 and var time)) continue;
                if (first[form] is not { } earliest || times.Utf8(time).SequenceCompareTo(earliest) < 0) first[form] = times.Utf8(time).ToArray();
            }
        }

        // A version that nobody used keeps its place: there is no evidence against the order given.
        if (first.Any(t => t is null)) return given;
        return [.. Enumerable.Range(0, forms.Count).OrderByDescending(i => Convert.ToHexString(first[i]!), StringComparer.Ordinal).Select(i => forms[i])];
    }

    private static bool HoldsVersions(string name) => name.Contains("_version_", StringComparison.Ordinal) || name is "_version" or "FormVersion" or "formdef_version";

    private static int IndexOf(ImmutableArray<Form> forms, string version)
    {
        for (var f = 0; f < forms.Length; f++)
            if (forms[f].Version == version || forms[f].VersionIds.Contains(version, StringComparer.Ordinal)) return f;
        return -1;
    }
}
