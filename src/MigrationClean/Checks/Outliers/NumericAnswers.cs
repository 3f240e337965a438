using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Outliers;

/// <summary>The integer and decimal questions that respondents answered: no calculation, no metadata, no identifier or telephone number.</summary>
internal sealed class NumericAnswers
{
    private static readonly string[] NameCues =
    [
        "id", "ids", "uid", "uuid", "guid", "code", "codes", "index", "idx", "phone", "telephone", "tel", "mobile", "msisdn", "imei", "whatsapp", "passport*", "pnr", "inn", "pin",
        "телефон*", "паспорт*", "инн", "пин", "код", "индекс",
    ];

    private static readonly string[] PhoneCues = ["phone", "telephone", "mobile", "whatsapp", "телефон*"];
    private static readonly string[] NumberCues = ["number", "numbers", "no", "номер*"];
    private static readonly string[] IdentifierCues = ["passport", "identifier", "паспорт*", "инн", "пин", "идентификатор*", "идентификация*"];

    /// <summary>Gathers them.</summary>
    public NumericAnswers(CheckContext context)
    {
        var columns = context.Settings.Columns;
        string?[] roles = [columns.Enumerator, columns.Household, columns.Device, columns.Team, .. columns.Site, .. columns.Keys.SelectMany(k => k)];
        Columns =
        [
            .. context.Asked.Columns.Where(c => IsAsked(c.Question) && !IsIdentifier(c.Question) && !roles.Contains(c.Question.Name, StringComparer.Ordinal))
                .GroupBy(c => c.Column, (IEqualityComparer<TableColumn>)ReferenceEqualityComparer.Instance)
                .Select(versions => new NumericColumn(context, [.. versions])),
        ];
    }

    /// <summary>One for each column of an export, in form order.</summary>
    public ImmutableArray<NumericColumn> Columns { get; }

    /// <summary>Whether a question asks a respondent for a number.</summary>
    private static bool IsAsked(Question question) =>
        question.Type is QuestionType.Integer or QuestionType.Decimal && question.Calculation is null && !question.IsReadOnly;

    private static bool IsIdentifier(Question question)
    {
        if (QuestionWords.HasCue(QuestionWords.Of(question.Name), NameCues)) return true;
        return question.Label.All.Select(l => QuestionWords.Of(l.Text)).Any(words =>
            QuestionWords.HasCue(words, IdentifierCues) || (QuestionWords.HasCue(words, PhoneCues) && QuestionWords.HasCue(words, NumberCues)));
    }
}
