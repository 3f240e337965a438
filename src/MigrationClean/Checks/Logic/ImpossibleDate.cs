using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>A date that cannot be: after the interview, before 1900, later than one it precedes, or a birth that contradicts the age.</summary>
/// <remarks>
/// A question about what is to come (a plan, an expiry) may lie after the interview. What is no date is another check's. Source: cleaning §4.2.
/// </remarks>
internal sealed class ImpossibleDate : SubmissionCheck
{
    private const int YearsThatMayDiffer = 1;

    private static readonly int FirstDay = new DateOnly(1900, 1, 1).DayNumber;

    private static readonly string[] Ahead =
    [
        "plan*", "intend*", "intention*", "expect*", "expir*", "valid", "until", "deadline*", "next", "future", "appointment*", "scheduled", "will", "due", "upcoming", "follow", "followup",
        "план*", "намер*", "собира*", "будущ*", "будет", "будете", "действ*", "истек*", "срок*", "следующ*", "предстоя*", "ожида*", "назначен*",
        "ниет*", "келерки", "кийинки", "келечек*", "мөөнөт*", "жарактуу*", "күтүл*",
    ];

    /// <summary>Its code and name.</summary>
    internal static readonly CheckId Check = new("FORM-12", "impossible-date");

    /// <summary>Its parameter: an earlier and a later date, or a date of birth and an age, besides those found by their words.</summary>
    internal const string Pairs = "date_pairs";

    /// <inheritdoc/>
    public override CheckId Id => Check;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Pairs, ParameterKind.Pairs)];

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var interviews = InterviewDays.Of(context);
        foreach (var table in context.Submissions.Tables)
            foreach (var column in table.Columns)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (column.Role != ColumnRole.Answer || column.Question is null || column.Value.IsBlank) continue;
                foreach (var finding in Alone(context, table, column, interviews)) yield return finding;
            }

        foreach (var pair in DatePair.Of(context))
            foreach (var finding in pair.IsAge ? Ages(context, pair, interviews) : Order(context, pair)) yield return finding;
    }

    private IEnumerable<Finding> Alone(CheckContext context, Table table, TableColumn column, int[] interviews)
    {
        var kinds = context.Submissions.Forms.Select((_, f) => KindOf(context, (f < column.ByForm.Length ? column.ByForm[f] : null) ?? column.Question!)).ToArray();
        if (kinds.All(k => k == DateKind.None)) yield break;
        var (days, unknown) = (InterviewDays.ByCode(column.Value), 0);
        for (var row = 0; row < table.RowCount; row++)
        {
            var day = days[column.Value.CodeAt(row)];
            var kind = day == 0 ? DateKind.None : kinds[context.Submissions.FormIndexOf(table, row)];
            if (kind == DateKind.None) continue;
            var interview = DayOf(table, row, interviews);
            if (day < FirstDay) yield return Said(context, table, row, column) with { Variant = "before-1900" };
            else if (kind == DateKind.Past && interview == 0) unknown++;
            else if (kind == DateKind.Past && day > interview) yield return Said(context, table, row, column, new FindingArgument("day", Print(interview), Sensitive: true));
        }

        if (unknown > 0) context.NotJudged(Id, column.Question!.Name, "no-interview-day", unknown);
    }

    private IEnumerable<Finding> Ages(CheckContext context, DatePair pair, int[] interviews)
    {
        var births = InterviewDays.ByCode(pair.First.Value);
        for (var row = 0; row < pair.Table.RowCount; row++)
        {
            var (birth, interview) = (births[pair.First.Value.CodeAt(row)], DayOf(pair.Table, row, interviews));
            if (birth < FirstDay || interview == 0 || birth > interview || pair.Second.Value.CodeAt(row) == 0) continue;
            if (!double.TryParse(pair.Second.Value.TextAt(row), NumberStyles.Float, CultureInfo.InvariantCulture, out var age)) continue;
            var years = YearsBetween(DateOnly.FromDayNumber(birth), DateOnly.FromDayNumber(interview));
            if (Math.Abs(Math.Floor(age) - years) <= YearsThatMayDiffer) continue;
            FindingArgument[] more = [new("years", years.ToString(CultureInfo.InvariantCulture), Sensitive: true), .. Other(context, pair, row)];
            yield return Said(context, pair.Table, row, pair.First, more) with { Variant = "age" };
        }
    }

    private IEnumerable<Finding> Order(CheckContext context, DatePair pair)
    {
        var (early, late) = (InterviewDays.ByCode(pair.First.Value), InterviewDays.ByCode(pair.Second.Value));
        for (var row = 0; row < pair.Table.RowCount; row++)
        {
            var (first, second) = (early[pair.First.Value.CodeAt(row)], late[pair.Second.Value.CodeAt(row)]);
            if (first != 0 && second != 0 && first > second) yield return Said(context, pair.Table, row, pair.First, Other(context, pair, row)) with { Variant = "order" };
        }
    }

    private static FindingArgument[] Other(CheckContext context, DatePair pair, int row) =>
        [new("other", pair.Second.Question!.Name), new("said", pair.Second.Value.TextAt(row), Sensitive: true)];

    private Finding Said(CheckContext context, Table table, int row, TableColumn column, params FindingArgument[] more) =>
        context.At(this, table, row, column, [.. context.Naming(column.Question!), new("value", column.Value.TextAt(row), Sensitive: true), .. more]);

    private static DateKind KindOf(CheckContext context, Question question)
    {
        if (question.Type is not (QuestionType.Date or QuestionType.DateTime) || !context.Settings.Of(Check).Questions.Takes(question)) return DateKind.None;
        return QuestionWords.Says(question, Ahead) || HasToLieAhead(question) ? DateKind.Ahead : DateKind.Past;
    }

    // ". >= today()", also as a part of the constraint.
    private static bool HasToLieAhead(Question question) => question.Constraint is { } constraint
        && Parser.Parse(constraint.Text, out _) is { } tree
        && tree.All.OfType<Expression.Binary>().Any(b => (b.Operator is ">" or ">=" && IsClock(b.Right)) || (b.Operator is "<" or "<=" && IsClock(b.Left)));

    private static bool IsClock(Expression part) => part is Expression.Call { Name: "today" or "now" };

    private static int DayOf(Table table, int row, int[] interviews) => table.RootRow(row) is >= 0 and var root ? interviews[root] : 0;

    private static int YearsBetween(DateOnly birth, DateOnly day) =>
        day.Year - birth.Year - ((day.Month, day.Day).CompareTo((birth.Month, birth.Day)) < 0 ? 1 : 0);

    private static string Print(int day) => DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private enum DateKind
    {
        None,
        Past,
        Ahead,
    }
}
