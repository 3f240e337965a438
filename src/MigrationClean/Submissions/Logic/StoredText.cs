using System.Globalization;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Logic;

/// <summary>The text that a client stores for a calculated value, and whether a stored one agrees with it.</summary>
/// <remarks>Source: xpath §8 and §9.</remarks>
internal static class StoredText
{
    /// <summary>The text; <see langword="null"/> if there is no value.</summary>
    public static string? Of(in Value value, Question question, EvaluationContext context)
    {
        var single = Conversion.Single(value, context, 0);
        switch (single.Kind)
        {
            case ValueKind.Error or ValueKind.NotEvaluable:
                return null;
            case ValueKind.Number when double.IsNaN(single.Number):
                return "";
            case ValueKind.Boolean:
                return context.IsJavaRosa ? (single.Boolean ? "1" : "0") : single.Boolean ? "true" : "false";
            case ValueKind.Date when question.Type == QuestionType.DateTime && !double.IsNaN(single.Milliseconds):
                return Dates.ToIso(single.Milliseconds, context);
            case ValueKind.Number when question.Type is QuestionType.Integer && !double.IsInfinity(single.Number):
                return NumberText.Print(Math.Truncate(single.Number), context.Dialect);
            default:
                return Conversion.ToText(single, context, 0).Text.Trim();
        }
    }

    /// <summary>Whether a stored text says the same as the recomputed one.</summary>
    public static bool Agrees(string stored, string recomputed, EvaluationContext context)
    {
        if (string.Equals(stored, recomputed, StringComparison.Ordinal)) return true;
        if (IsEmpty(stored) || IsEmpty(recomputed)) return IsEmpty(stored) && IsEmpty(recomputed);
        if (Number(stored) is { } a && Number(recomputed) is { } b) return Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));
        if (Truth(stored) is { } c && Truth(recomputed) is { } d) return c == d;
        return Dates.Parse(stored, context) is { } e && Dates.Parse(recomputed, context) is { } f && SameTime(stored, recomputed, e, f, context);
    }

    private static bool SameTime(string stored, string recomputed, double a, double b, EvaluationContext context)
    {
        var areDays = stored.Length <= 10 || recomputed.Length <= 10;
        return areDays ? Dates.DayText(a, context) == Dates.DayText(b, context) : Math.Floor(a / 1000) == Math.Floor(b / 1000);
    }

    private static bool IsEmpty(string text) => text.Length == 0 || text == "NaN";

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    private static bool? Truth(string text) => text switch { "1" or "true" => true, "0" or "false" => false, _ => null };
}
