using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Structure;

/// <summary>The server's validation status says that a submission is not approved or on hold.</summary>
/// <remarks>Off unless asked for: many teams do not use the status. Source: cleaning §4.1, kobo-exports §6.</remarks>
internal sealed class ServerRejected : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("ID-10", "server-rejected");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override bool IsOn => false;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        if (main.Find("_validation_status") is not { } column)
        {
            if (main.RowCount > 0) context.NotJudged(Id, null, "no-status-column", main.RowCount);
            yield break;
        }

        var variants = new string?[column.Value.ValueCount];
        for (var code = 1; code < variants.Length; code++) variants[code] = VariantOf(column.Value.Text(code));
        for (var row = 0; row < main.RowCount; row++)
            if (variants[column.Value.CodeAt(row)] is { } variant) yield return context.At(this, main, row, column) with { Variant = variant };
    }

    // The uid of the server, or its label.
    private static string? VariantOf(string status)
    {
        var words = status.ToLowerInvariant().Replace('_', ' ').Replace('-', ' ');
        if (words.Contains("not approved", StringComparison.Ordinal)) return "not-approved";
        return words.Contains("on hold", StringComparison.Ordinal) ? "on-hold" : null;
    }
}
