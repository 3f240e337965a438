using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>A text that a spreadsheet would take for a formula.</summary>
/// <remarks>Nothing is wrong with it: outputs write it so that it is not run. Signed numbers are left alone. Source: cleaning §4.11, outputs §1.</remarks>
internal sealed class FormulaText : TextCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("TXT-05", "formula-text");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Info;

    /// <inheritdoc/>
    protected override Finding? Judge(Answer answer, string text) =>
        text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' && WrittenNumber.Canonical(text) is null ? Said(answer) : null;
}
