using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Texts;

/// <summary>Something is specified, but "other" was not chosen.</summary>
/// <remarks>Left behind when the answer was changed, or an edit in a spreadsheet. Source: cleaning §4.10.</remarks>
internal sealed class OtherNotChosen : OtherCheck
{
    /// <summary>Its code: the parameter of the whole family stands with it.</summary>
    internal const string Code = "OTH-01";

    /// <inheritdoc/>
    public override CheckId Id => new(Code, "other-not-chosen");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [OtherPair.Parameter];

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, OtherPair pair)
    {
        var (chosen, blank) = (pair.ChosenByCode(), BlankByCode(context, pair.Text));
        foreach (var (row, text, select) in pair.Rows(context.Submissions))
            if (!blank[text] && !chosen[select]) yield return Said(context, pair, row);
    }
}
