using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>Two answers of one table that have to agree: an earlier and a later date, or a date of birth and an age.</summary>
/// <param name="Table">The table of both.</param>
/// <param name="First">The earlier date, or the date of birth.</param>
/// <param name="Second">The later date, or the age in years.</param>
internal sealed record DatePair(Table Table, TableColumn First, TableColumn Second)
{
    private static readonly string[] Births = ["birth*", "dob", "рожд*", "туулган*"];
    private static readonly string[] Ages = ["age", "old", "возраст*", "лет", "жаш", "жашы", "жашта", "жаштасыз", "курагы"];

    // Ages at other times, and ages in other units.
    private static readonly string[] OtherAges = ["at", "when", "first", "month*", "месяц*", "когда", "впервые", "кезде", "кезинде", "биринчи", "ай", "айлык*", "айы", "group", "групп*"];
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal) { "date", "day", "of", "birth", "birthdate", "birthday", "dob", "age", "years", "year" };

    /// <summary>Whether the second is an age.</summary>
    public bool IsAge => Second.Question!.Type.IsNumeric() || Second.Question.Type is QuestionType.Calculate;

    /// <summary>Whether a question asks for somebody's age, by its words.</summary>
    public static bool AsksAge(Question question) =>
        question.Type.IsNumeric() && QuestionWords.Says(question, Ages) && !QuestionWords.Says(question, OtherAges);

    /// <summary>The pairs of the settings, and each date of birth with its age as their words tell them.</summary>
    /// <exception cref="InputException">The settings name a question that no form has, or two that cannot be compared.</exception>
    public static ImmutableArray<DatePair> Of(CheckContext context)
    {
        var submissions = context.Submissions;
        var questions = submissions.Forms.SelectMany(f => f.Questions).ToList();
        var pairs = new List<DatePair>();
        foreach (var (first, second) in context.Settings.Of(ImpossibleDate.Check).Pairs(ImpossibleDate.Pairs))
        {
            var (a, b) = (Named(questions, first), Named(questions, second));
            if (!IsDate(a) || !(IsDate(b) || b.Type.IsNumeric() || b.Type == QuestionType.Calculate) || a.Repeat?.Path != b.Repeat?.Path)
                throw new InputException("settings/date-pair", null, new("first", first), new FindingArgument("second", second));
            if (submissions.Find(a.Repeat?.Path) is { } table && table.AnswersOf(a) is { } early && table.AnswersOf(b) is { } late) pairs.Add(new(table, early, late));
        }

        foreach (var table in submissions.Tables)
            foreach (var pair in Found(table))
                if (!pairs.Exists(p => p.First == pair.First) && context.Settings.Of(ImpossibleDate.Check).Questions.Takes(pair.First.Question!)) pairs.Add(pair);
        return [.. pairs];
    }

    // "spouse_dob" goes with "spouse_age"; the only one of each in a table go together whatever their names.
    private static IEnumerable<DatePair> Found(Table table)
    {
        var answers = table.Columns.Where(c => c.Role == ColumnRole.Answer && c.Question is not null && !c.Value.IsBlank).ToList();
        var births = answers.FindAll(c => IsDate(c.Question!) && QuestionWords.Says(c.Question!, Births));
        var ages = answers.FindAll(c => AsksAge(c.Question!));
        foreach (var birth in births)
        {
            var fitting = ages.FindAll(a => Whose(a.Question!) == Whose(birth.Question!));
            if (fitting.Count == 0 && births.Count == 1) fitting = ages;
            if (fitting.Count == 1) yield return new(table, birth, fitting[0]);
        }
    }

    private static string Whose(Question question) => string.Join(' ', QuestionWords.Of(question.Name).Where(w => !Fillers.Contains(w)));

    private static bool IsDate(Question question) => question.Type is QuestionType.Date or QuestionType.DateTime;

    private static Question Named(List<Question> questions, string name) => questions.Find(q => q.Path == name) ?? questions.Find(q => q.Name == name)
        ?? throw UnknownName.Of("question", "date_pairs", name, questions.Select(q => q.Name));
}
