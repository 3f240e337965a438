using System.Globalization;
using System.Text.RegularExpressions;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning;

/// <summary>What may be typed as the new value of a question that is no choice: a number within the form's limits, or a day.</summary>
/// <param name="Type"><c>whole</c>, <c>decimal</c> or <c>date</c>.</param>
/// <param name="Lower">Lower bound; of a date as a spreadsheet counts days.</param>
/// <param name="Upper">Upper bound.</param>
internal sealed partial record NewValueRule(string Type, string Lower, string Upper)
{
    private const decimal MostWhole = 999_999_999_999;
    private const string FirstDay = "1"; // 1900-01-01
    private const string LastDay = "73050"; // 2099-12-31

    /// <summary>The rule of a question; <see langword="null"/> where any text may be right.</summary>
    public static NewValueRule? Of(Question question) => question.Type switch
    {
        QuestionType.Integer => Limits(question, "whole"),
        QuestionType.Decimal or QuestionType.Range => Limits(question, "decimal"),
        QuestionType.Date => new("date", FirstDay, LastDay),
        _ => null,
    };

    /// <summary>Which look a cell for it has: 1 = a number, 2 = a day; 0 = text.</summary>
    public static int KindOf(Question? question) => (question is null ? null : Of(question)) switch
    {
        null => 0,
        { Type: "date" } => 2,
        _ => 1,
    };

    // Limits of the constraint where they are constants: each part that is joined by "and" narrows them.
    private static NewValueRule Limits(Question question, string type)
    {
        var (lower, upper) = (-MostWhole, MostWhole);
        var text = question.Constraint?.Text ?? "";
        foreach (var part in OrWord.IsMatch(text) ? [] : AndWord.Split(text))
        {
            if (Bound.Match(part) is not { Success: true } bound || !decimal.TryParse(bound.Groups["value"].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) continue;
            var step = type == "whole" ? 1 : 0;
            switch (bound.Groups["sign"].Value)
            {
                case ">=": lower = Math.Max(lower, value); break;
                case ">": lower = Math.Max(lower, value + step); break;
                case "<=": upper = Math.Min(upper, value); break;
                case "<": upper = Math.Min(upper, value - step); break;
                default: (lower, upper) = (value, value); break;
            }
        }

        return new(type, lower.ToString(CultureInfo.InvariantCulture), upper.ToString(CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\bor\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OrWord { get; }

    [GeneratedRegex(@"\band\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex AndWord { get; }

    [GeneratedRegex(@"^[\s(]*\.\s*(?<sign>>=|<=|>|<|=)\s*(?<value>-?\d+(\.\d+)?)[\s)]*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bound { get; }
}
