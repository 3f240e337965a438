using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MigrationClean.Checks.Answers;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Reads the new value of a line as its question's type: LOGF-08 where it is none (cleaning §6.3).</summary>
internal static class NewValue
{
    /// <summary>The canonical text; <see langword="null"/> if it is not readable.</summary>
    /// <param name="entry">A line with a new value.</param>
    /// <param name="question">The question in the version of the row.</param>
    /// <param name="trouble">Why it is not readable.</param>
    public static string? Read(LogEntry entry, Question question, out Finding? trouble)
    {
        var text = entry.NewValue!.Trim();
        trouble = null;
        if (question.Type.IsSelectOne() || question.Type.IsSelectMultiple() || question.Type == QuestionType.Rank) return Choices(entry, question, text, out trouble);
        var value = Of(question.Type, text, entry.NewValue!);
        if (value is not null) return value;
        trouble = Unreadable(entry, question, text);
        return null;
    }

    /// <summary>Whether a choice is to be chosen; <see langword="null"/> and a finding where the line says neither.</summary>
    public static bool? Chosen(LogEntry entry, Question question, string option, out Finding? trouble)
    {
        trouble = null;
        if (SameAnswer.Truth(entry.NewValue!) is { } chosen) return chosen;
        trouble = Wrong("LOGF-08/child", entry, question, new FindingArgument("choice", option));
        return null;
    }

    /// <summary>Whether a name is a choice of the question; always where its list is in a file.</summary>
    public static bool IsChoice(Question question, string name) =>
        question.Choices is null || question.HasSearchedChoices || ChoiceNotInList.IsChoice(question, name);

    private static string? Of(QuestionType type, string text, string asWritten)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var isRight = type switch
        {
            QuestionType.Integer or QuestionType.Percentage => NumberText.IsInteger(bytes),
            QuestionType.Decimal or QuestionType.Range => NumberText.IsDecimal(bytes, typed: false),
            QuestionType.Date or QuestionType.Today => DateText.IsDate(bytes),
            QuestionType.DateTime or QuestionType.Start or QuestionType.End => DateText.IsDateTime(bytes),
            QuestionType.Time => DateText.IsTime(bytes),
            QuestionType.Geotrace => GeoText.IsLine(bytes),
            QuestionType.Geoshape => GeoText.IsArea(bytes),
            QuestionType.Acknowledge => string.Equals(text, "OK", StringComparison.OrdinalIgnoreCase),
            _ when type.IsPoint() => GeoText.IsPoint(bytes),
            _ => true,
        };
        if (!isRight) return null;
        return type switch
        {
            QuestionType.Integer or QuestionType.Percentage => text.Split('.')[0],
            QuestionType.Acknowledge => "OK",
            QuestionType.Date or QuestionType.Today => DateText.Day(bytes)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ when type.IsNumeric() || type.IsGeometry() || type is QuestionType.DateTime or QuestionType.Time => text,
            _ => asWritten,
        };
    }

    private static string? Choices(LogEntry entry, Question question, string text, out Finding? trouble)
    {
        trouble = null;
        var isOne = question.Type.IsSelectOne();
        string[] names = isOne ? [text] : [.. text.Split((char[])[' ', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];
        var wrong = names.Where(name => !IsChoice(question, name)).ToImmutableArray();
        if (wrong.IsEmpty) return string.Join(' ', names);

        var list = new FindingArgument("list", question.Choices!.Name);
        var meant = ChoiceLabels.NamesFor(text, question);
        var near = isOne || names.Length == 1 ? Nearest.To(wrong[0], question.Choices.Choices.Select(c => c.Name)) : null;
        trouble = meant is not null ? Wrong("LOGF-08/label", entry, question, list, new("expected", meant, Sensitive: true))
            : near is not null ? Wrong("LOGF-08/choice-near", entry, question, list, new("expected", near, Sensitive: true))
            : Wrong("LOGF-08/choice", entry, question, list);
        return null;
    }

    private static Finding Unreadable(LogEntry entry, Question question, string text)
    {
        var isDay = question.Type is QuestionType.Date or QuestionType.Today or QuestionType.DateTime;
        if (isDay && double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial) && serial is > 10_000 and < 80_000)
        {
            var day = new DateTime(1899, 12, 30).AddDays(Math.Floor(serial)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return Wrong("LOGF-08/day-number", entry, question, new FindingArgument("expected", day, Sensitive: true));
        }

        var isWhole = question.Type is QuestionType.Integer or QuestionType.Percentage;
        if (isWhole && NumberText.IsDecimal(Encoding.UTF8.GetBytes(text), typed: false)) return Wrong("LOGF-08/fraction", entry, question);
        var meant = isDay ? DateText.MeantDate(text) : question.Type.IsNumeric() ? NumberText.Meant(text, isWhole) : null;
        return meant is null ? Wrong("LOGF-08", entry, question) : Wrong("LOGF-08/expected", entry, question, new FindingArgument("expected", meant, Sensitive: true));
    }

    /// <summary>A finding on the new value of a line, with the value, the question and its type among the arguments.</summary>
    public static Finding Wrong(string key, LogEntry entry, Question question, params ReadOnlySpan<FindingArgument> arguments) => LogFindings.Error(
        key,
        entry,
        "new_value",
        [new("question", question.Name), new("value", entry.NewValue ?? "", Sensitive: true), new("type", question.TypeText.Split(' ')[0]), .. arguments]);
}
