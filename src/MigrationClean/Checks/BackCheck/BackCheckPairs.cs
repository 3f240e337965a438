using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.BackCheck;

/// <summary>One answer and that of the second interview.</summary>
/// <param name="Question">The question.</param>
/// <param name="Row">Row of the survey's main table.</param>
/// <param name="SecondRow">Row of the second interviews' main table.</param>
/// <param name="Differs">Whether they differ.</param>
/// <param name="First">The answer as a number, 1 and 0 for two choices; NaN where it is neither.</param>
/// <param name="Second">The same of the second interview.</param>
internal readonly record struct ComparedAnswer(BackCheckQuestion Question, int Row, int SecondRow, bool Differs, double First, double Second);

/// <summary>Interviews joined with second interviews of the same household, and their answers compared (BCK-02).</summary>
internal sealed class BackCheckPairs
{
    private BackCheckPairs(SubmissionSet second) => Second = second;

    /// <summary>The second interviews.</summary>
    public SubmissionSet Second { get; }

    /// <summary>What joins them, as the settings name it; empty where nothing does.</summary>
    public ImmutableArray<string> Key { get; private init; } = [];

    /// <summary>Rows of the survey with the row of the second interview.</summary>
    public ImmutableArray<(int Row, int SecondRow)> Pairs { get; private init; } = [];

    /// <summary>Second interviews without an interview, or with several.</summary>
    public int NotJoined { get; private init; }

    /// <summary>The questions that have a type and that both have.</summary>
    public ImmutableArray<BackCheckQuestion> Questions { get; private init; } = [];

    /// <summary>The answers that both have, by question in form order and by pair.</summary>
    public ImmutableArray<ComparedAnswer> Compared { get; private init; } = [];

    /// <summary>Who made each second interview, by row; "" where it is not told.</summary>
    public string BackCheckerOf(int secondRow) => Fieldwork.EnumeratorOf(Second.Main, secondRow);

    private Fieldwork Fieldwork { get; init; } = new();

    /// <summary>Joins and compares. O(submissions + pairs × questions).</summary>
    public static BackCheckPairs Of(CheckContext context, SubmissionSet second)
    {
        var values = context.Settings.Of(AllChecks.Find("BCK-02")!);
        var columns = context.Settings.Columns;
        var key = values.Texts("key");
        if (key.IsEmpty) key = columns.Household is { } household ? [household] : columns.Keys is [var first, ..] ? first : [];
        var fieldwork = Fieldwork.Of(second, columns);
        if (key.IsEmpty) return new(second) { Fieldwork = fieldwork };

        var (pairs, lost) = Join(context, second, key);
        var ranges = values.Pairs("okrange").ToDictionary(p => p.First, p => BackCheckQuestion.RangeOf(p.Second), StringComparer.Ordinal);
        ImmutableArray<BackCheckQuestion> questions =
        [
            .. from question in context.Submissions.Forms[0].Questions
               where question.Repeat is null && question.HoldsAnswer
               let kind = BackCheckQuestion.KindOf(question, values)
               where kind is not null
               let own = context.Submissions.Main.AnswersOf(question)
               let other = second.Main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question?.Name == question.Name)
               where own is not null && other is not null
               let range = ranges.GetValueOrDefault(question.Name)
               select new BackCheckQuestion(question, kind.Value, own, other, range.Range, range.IsPercent),
        ];
        var excluded = values.Texts("exclude_codes");
        return new(second)
        {
            Key = key,
            Pairs = pairs,
            NotJoined = lost,
            Questions = questions,
            Fieldwork = fieldwork,
            Compared = [.. questions.SelectMany(q => Compare(context, q, pairs, excluded))],
        };
    }

    private static IEnumerable<ComparedAnswer> Compare(CheckContext context, BackCheckQuestion question, ImmutableArray<(int Row, int SecondRow)> pairs, ImmutableArray<string> excluded)
    {
        var special = SpecialCodes.Of(question.Question, context.Settings);
        foreach (var (row, secondRow) in pairs)
        {
            if (AnswerOf(question.First.Value, row) is not { } first || AnswerOf(question.Second.Value, secondRow) is not { } second) continue;
            var (a, b) = (NumberOf(question.Question, first), NumberOf(question.Question, second));
            var differs = question.Question.Type.IsNumeric() && !double.IsNaN(a) && !double.IsNaN(b) ? !question.Agree(a, b)
                : question.Question.Type.IsSelectMultiple() ? !SetOf(first).SetEquals(SetOf(second))
                : !string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
            yield return new(question, row, secondRow, differs, a, b);
        }

        string? AnswerOf(Column column, int row)
        {
            var code = column.CodeAt(row);
            if (context.IsBlank(column.Utf8(code))) return null;
            var text = string.Join(' ', column.Text(code).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            var isCode = excluded.Contains(text) || special.OfChoice(text) is SpecialCode.DontKnow or SpecialCode.Refused or SpecialCode.NotApplicable
                || (question.Question.Type.IsNumeric() && special.DeclaredAs(NumberOf(question.Question, text)) != SpecialCode.None);
            return isCode ? null : text;
        }
    }

    // Two choices are a number too: whether it is the first of the list.
    private static double NumberOf(Question question, string text)
    {
        if (question.Type.IsNumeric()) return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;
        return question.Type.IsSelectOne() && question.Choices?.Choices is { Length: 2 } choices && choices.Any(c => c.Name == text) ? (choices[0].Name == text ? 1 : 0) : double.NaN;
    }

    private static HashSet<string> SetOf(string text) => [.. text.Split(' ')];

    private static (ImmutableArray<(int, int)> Pairs, int NotJoined) Join(CheckContext context, SubmissionSet second, ImmutableArray<string> key)
    {
        var own = KeysOf(context, context.Submissions.Main, key);
        var rows = context.Interviews.Timed.Rows.Where(r => own[r] is not null).GroupBy(r => own[r]!, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var others = KeysOf(context, second.Main, key);
        var (pairs, lost) = (ImmutableArray.CreateBuilder<(int, int)>(), 0);
        for (var row = 0; row < others.Length; row++)
        {
            if (others[row] is { } name && rows.TryGetValue(name, out var found) && found.Count == 1) pairs.Add((found[0], row));
            else lost++;
        }

        return ([.. pairs.OrderBy(p => p.Item1).ThenBy(p => p.Item2)], lost);
    }

    private static string?[] KeysOf(CheckContext context, Table main, ImmutableArray<string> key)
    {
        var columns = key.Select(name => main.Find(name) ?? throw UnknownName.Of("question", "key", name, main.Columns.Select(c => c.Name))).ToList();
        var keys = new string?[main.RowCount];
        for (var row = 0; row < keys.Length; row++)
        {
            var parts = columns.Select(c => context.IsBlank(c.Value.Utf8(c.Value.CodeAt(row))) ? "" : c.Value.TextAt(row).Trim().ToLowerInvariant()).ToList();
            keys[row] = parts.Contains("") ? null : string.Join('\u001F', parts);
        }

        return keys;
    }
}
