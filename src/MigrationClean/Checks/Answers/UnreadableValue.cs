using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Answers;

/// <summary>A stored text cannot be read as the type of its question.</summary>
/// <remarks>
/// Happens after edits in a spreadsheet, imports, and changes of a question's type. Another spelling of the same value (<c>3.0</c> of a
/// whole number) is no finding. Range limits are another check's. Source: XLSForm types, xlsform §4.
/// </remarks>
internal sealed class UnreadableValue : AnswerCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-09", "unreadable-value");

    /// <inheritdoc/>
    public override bool Judges(Question question) => question.Type switch
    {
        QuestionType.Note => question is { Calculation: null, Default: null },
        QuestionType.Start or QuestionType.End or QuestionType.Today or QuestionType.Acknowledge => true,
        QuestionType.Rank => question.Choices is not null,
        var type => type.IsNumeric() || type.IsPoint() || type.IsSelectMultiple()
            || type is QuestionType.Date or QuestionType.Time or QuestionType.DateTime or QuestionType.Geotrace or QuestionType.Geoshape,
    };

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(Answer answer)
    {
        var text = answer.Utf8;
        text = text[Ascii.Trim(text)];
        if (text.IsEmpty || IsReadable(answer, text)) return [];
        return [Said(answer)];
    }

    private static bool IsReadable(Answer answer, ReadOnlySpan<byte> text) => answer.Question.Type switch
    {
        QuestionType.Integer or QuestionType.Percentage => NumberText.IsInteger(text),
        QuestionType.Decimal or QuestionType.Range => NumberText.IsDecimal(text, answer.Kinds.HasFlag(CellKinds.Number)),
        QuestionType.Date or QuestionType.Today => DateText.IsDate(text),
        QuestionType.DateTime or QuestionType.Start or QuestionType.End => DateText.IsDateTime(text),
        QuestionType.Time => DateText.IsTime(text),
        QuestionType.Geotrace => GeoText.IsLine(text),
        QuestionType.Geoshape => GeoText.IsArea(text),
        QuestionType.Acknowledge => text.SequenceEqual("OK"u8),
        QuestionType.Note => false,
        QuestionType.Rank => IsWholeRank(answer),
        var type when type.IsPoint() => GeoText.IsPoint(text),
        _ => !HasRepeatedChoice(answer),
    };

    private static bool HasRepeatedChoice(Answer answer)
    {
        if (!answer.Utf8.Contains((byte)' ')) return false;
        var names = answer.ChosenNames.ToList();
        return names.Distinct(StringComparer.Ordinal).Count() < names.Count;
    }

    // A name that is not in the list is the choice check's to report.
    private static bool IsWholeRank(Answer answer)
    {
        var list = answer.Question.Choices!;
        var names = answer.ChosenNames.ToList();
        return names.Any(n => !list.Contains(n)) || (names.Count == list.Choices.Length && !HasRepeatedChoice(answer));
    }

    private Finding Said(Answer answer)
    {
        var question = answer.Question;
        var text = answer.Text.Trim();
        var expected = question.Type switch
        {
            QuestionType.Integer or QuestionType.Percentage => NumberText.Meant(text, whole: true),
            QuestionType.Decimal or QuestionType.Range => NumberText.Meant(text, whole: false),
            QuestionType.Date or QuestionType.Today => DateText.MeantDate(text),
            QuestionType.Acknowledge => string.Equals(text, "OK", StringComparison.OrdinalIgnoreCase) ? "OK" : null,
            var type when type.IsPoint() => GeoText.MeantPoint(text),
            var type when type.IsSelectMultiple() => string.Join(' ', answer.ChosenNames.Distinct(StringComparer.Ordinal)),
            _ => null,
        };
        var variant = question.Type switch
        {
            QuestionType.Note => "note",
            QuestionType.Rank => "rank",
            var type when type.IsSelectMultiple() => "repeated-choice",
            _ when expected is not null => "expected",
            _ => null,
        };
        var found = Found(
            answer,
            new("value", answer.Text, Sensitive: true),
            new("question", question.Name),
            new("type", question.TypeText.Split(' ')[0]),
            new("expected", expected ?? "", Sensitive: true));
        return found with { Variant = variant, Expected = expected };
    }
}
