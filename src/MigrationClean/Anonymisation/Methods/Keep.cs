using System.Globalization;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>As it is, if it is what its question asks: a choice of its list, a number, a date. Anything else may be an identifier typed in the wrong place.</summary>
/// <remarks>Source: anonymisation §8, number 6. A whole number of nine digits and more is a phone or a document, not an answer.</remarks>
internal sealed class Keep : Method
{
    private const int DigitsOfIdentifier = 9;
    private const int LongestChoiceName = 64;

    public override string Name => "keep";

    public override int Strictness => 0;

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var type = column.Question.Type;
        if (column.Choices is not null || type.IsSelectOne() || type.IsSelectMultiple()) return Choices(column);
        if (type.IsNumeric()) return Made(column, Number, ValueKind.Number);
        if (type is QuestionType.Date or QuestionType.DateTime or QuestionType.Today) return Made(column, DatePart.DayOf, ValueKind.Date);
        if (type is QuestionType.Calculate or QuestionType.Hidden) return Calculated(column);
        return Made(column, _ => null, ValueKind.Text);
    }

    /// <summary>The number as written, or <see langword="null"/> if it is none or too long to be an answer.</summary>
    internal static string? Number(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) return null;
        return Math.Abs(number) >= Math.Pow(10, DigitsOfIdentifier - 1) ? null : text;
    }

    /// <summary>The answers that are in the list, each choice of a set on its own; a choice that is not in it is left out.</summary>
    internal static TreatedColumn Choices(AnswerColumn column)
    {
        var (values, blanked) = Rewrite(column.Values, text =>
        {
            if (!column.IsSet) return IsChoice(text) ? text : null;
            return string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(IsChoice));
        });
        var labels = column.Choices?.All ?? [];
        return new() { Values = values, Kind = column.Choices is null ? ValueKind.Text : ValueKind.Code, Blanked = blanked, Labels = labels, Indicators = column.IsSet ? labels : [] };

        // A list in a file can't be looked up: its names are at least one short word.
        bool IsChoice(string name) => column.Choices?.Contains(name) ?? (name.Length <= LongestChoiceName && !name.Any(char.IsWhiteSpace));
    }

    private static TreatedColumn Calculated(AnswerColumn column)
    {
        // A calculation whose results are mostly numbers is one, and a text that was typed over a result does not leave with it.
        var counts = column.Values.CountByCode();
        long Rows(bool areNumbers) => Enumerable.Range(1, counts.Length - 1)
            .Where(code => double.TryParse(column.Values.Text(code), NumberStyles.Float, CultureInfo.InvariantCulture, out _) == areNumbers)
            .Sum(code => (long)counts[code]);
        return Rows(areNumbers: true) >= Rows(areNumbers: false) ? Made(column, Number, ValueKind.Number) : Made(column, text => text, ValueKind.Text);
    }

    private static TreatedColumn Made(AnswerColumn column, Func<string, string?> rewrite, ValueKind kind)
    {
        var (values, blanked) = Rewrite(column.Values, rewrite);
        return new() { Values = values, Kind = kind, Blanked = blanked };
    }
}
