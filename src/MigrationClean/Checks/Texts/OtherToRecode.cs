using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Texts;

/// <summary>A text of "other" is a work item: keep it, translate it, or put a choice of the list in its place.</summary>
/// <remarks>Where the text names a choice of the list, that choice is what is expected. Source: cleaning §4.10.</remarks>
internal sealed class OtherToRecode : OtherCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("OTH-03", "other-to-recode");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Information;

    /// <inheritdoc/>
    protected override IEnumerable<Finding> Judge(CheckContext context, OtherPair pair)
    {
        var blank = BlankByCode(context, pair.Text);
        var named = new (bool IsKnown, Choice? Choice)[blank.Length];
        foreach (var (row, text, _) in pair.Rows(context.Submissions))
        {
            if (blank[text]) continue;
            if (!named[text].IsKnown) named[text] = (true, pair.Other.ChoiceOf(pair.Text.Value.Text(text)));
            yield return named[text].Choice is { } choice
                ? Said(context, pair, row, new FindingArgument("choice", choice.Label.InOrFirst(context.LabelLanguage) ?? choice.Name, Sensitive: true)) with { Variant = "listed", Expected = choice.Name }
                : Said(context, pair, row);
        }
    }
}
