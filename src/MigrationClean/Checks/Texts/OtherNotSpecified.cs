using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Texts;

/// <summary>"Other" was chosen, but nothing is specified.</summary>
/// <remarks>Source: cleaning §4.10.</remarks>
internal sealed class OtherNotSpecified : OtherCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("OTH-02", "other-not-specified");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, OtherPair pair)
    {
        var (chosen, blank) = (pair.ChosenByCode(), BlankByCode(context, pair.Text));
        foreach (var (row, text, select) in pair.Rows(context.Submissions))
            if (blank[text] && chosen[select]) yield return Said(context, pair, row);
    }
}
