using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A choice's name has signs that get lost on the way, or looks like the number of another choice.</summary>
internal sealed class ChoiceNameNotTrimmed : LintRule
{
    public override CheckId Id => new("LINT-51", "choice-name-not-trimmed");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        Dictionary<(string List, decimal Number), string> numbers = [];
        foreach (var (list, choice) in form.ChoiceRows)
        {
            if (choice.Name.Any(IsOdd))
                yield return Found(choice.Place, choice.Name, new("name", choice.Name), new("list", list), new FindingArgument("proposed", FormNames.Plain(choice.Name)));
            else if (decimal.TryParse(choice.Name, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && !numbers.TryAdd((list, number), choice.Name) && numbers[(list, number)] != choice.Name)
            {
                var finding = Found(choice.Place, choice.Name, new("name", choice.Name), new("list", list), new FindingArgument("other", numbers[(list, number)]));
                yield return finding with { Variant = "number" };
            }
        }
    }

    private static bool IsOdd(char letter) => !char.IsLetterOrDigit(letter) && letter is not ('_' or '-' or '.' or ' ')
        && char.GetUnicodeCategory(letter) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Surrogate);
}
