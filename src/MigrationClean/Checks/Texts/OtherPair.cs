using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>A choice "other" and the text question that asks what is meant, in the rows of one form version.</summary>
/// <param name="Table">Table of the text.</param>
/// <param name="Form">Index of the form version.</param>
/// <param name="Text">Column of the text.</param>
/// <param name="Asked">The text question.</param>
/// <param name="SelectTable">Table of the select: that of the text or one above it.</param>
/// <param name="Select">Column of the select.</param>
/// <param name="From">The select.</param>
/// <param name="Option">Name of the choice.</param>
internal sealed record OtherPair(Table Table, int Form, TableColumn Text, Question Asked, Table SelectTable, TableColumn Select, Question From, string Option)
{
    /// <summary>Endings of names that make a pair where no relevance does: <c>_other</c>.</summary>
    internal const string Suffixes = "suffixes";

    /// <summary>The parameter that all checks of this family share; it stands with the first of them.</summary>
    internal static CheckParameter Parameter => new(Suffixes, ParameterKind.Texts);

    private static readonly string[] Words =
    [
        "other", "others", "otherwise", "specify", "oth", "autre", "autres", "précisez", "precisez", "otro", "otra", "especifique",
        "друг*", "ино*", "уточн*", "укаж*", "башка*", "тактап", "тактаңыз", "такта*", "көрсөт*",
    ];

    /// <summary>The pairs whose columns the export holds, in form order.</summary>
    public static IEnumerable<OtherPair> Of(CheckContext context)
    {
        var suffixes = context.Of(AllChecks.Find(OtherNotChosen.Code)!).Texts(Suffixes);
        var submissions = context.Submissions;
        for (var f = 0; f < submissions.Forms.Length; f++)
        {
            var form = submissions.Forms[f];
            foreach (var asked in form.Questions)
            {
                if (asked.Type != QuestionType.Text || Source(form, asked, suffixes) is not var (from, option)) continue;
                if (submissions.Find(asked.Repeat?.Path) is not { } table || table.AnswersOf(asked) is not { } text) continue;
                if (submissions.Find(from.Repeat?.Path) is not { } above || above.AnswersOf(from) is not { } select || !table.LiesBelow(above)) continue;
                yield return new(table, f, text, asked, above, select, from, option);
            }

            if (submissions.Main.FormOfRow.IsEmpty) break;
        }
    }

    /// <summary>Whether the choice is chosen, by code of the select.</summary>
    public bool[] ChosenByCode()
    {
        var chosen = new bool[Select.Value.ValueCount];
        for (var code = 1; code < chosen.Length; code++) chosen[code] = new Answer(From, Select, code).ChosenNames.Contains(Option, StringComparer.Ordinal);
        return chosen;
    }

    /// <summary>The rows of the version, each with its code of the text and of the select.</summary>
    public IEnumerable<(int Row, int TextCode, int SelectCode)> Rows(SubmissionSet submissions)
    {
        for (var row = 0; row < Table.RowCount; row++)
        {
            if (submissions.FormIndexOf(Table, row) != Form) continue;
            var above = Table.RowIn(SelectTable, row);
            if (above >= 0) yield return (row, Text.Value.CodeAt(row), Select.Value.CodeAt(above));
        }
    }

    /// <summary>The choice that a text names: by its name or a label in any language; <see langword="null"/> if none or several.</summary>
    public Choice? Named(string text)
    {
        var comparable = ComparableText.Of(text);
        if (comparable.Length == 0 || From.Choices is not { } list) return null;
        Choice[] named = [.. list.Choices.Where(c => c.Name != Option && (ComparableText.Of(c.Name) == comparable || c.Label.All.Any(l => ComparableText.Of(l.Text) == comparable))).Take(2)];
        return named.Length == 1 ? named[0] : null;
    }

    private static (Question From, string Option)? Source(Form form, Question asked, ImmutableArray<string> suffixes)
    {
        if (asked.OtherOf is { } made) return (made, "other");
        if (asked.Relevant is { } relevant && Parser.Parse(relevant.Text, out _) is { } tree)
        {
            foreach (var (name, option) in Conditions(tree))
                if (Named(form, asked, name) is { } from && (Says(asked) || Says(from, option))) return (from, option);
        }

        foreach (var suffix in suffixes)
        {
            if (!asked.Name.EndsWith(suffix, StringComparison.Ordinal) || Named(form, asked, asked.Name[..^suffix.Length]) is not { Choices: { } list } from) continue;
            if (list.Choices.FirstOrDefault(c => Says(from, c.Name)) is { } other) return (from, other.Name);
        }

        return null;
    }

    // Every term of a conjunction is required.
    private static IEnumerable<(string Question, string Option)> Conditions(Expression tree) => tree switch
    {
        Expression.Binary { Operator: "and" } both => Conditions(both.Left).Concat(Conditions(both.Right)),
        Expression.Binary { Operator: "=", Left: var left, Right: Expression.Literal literal } when NameOf(left) is { } name => [(name, literal.Text)],
        Expression.Binary { Operator: "=", Left: Expression.Literal literal, Right: var right } when NameOf(right) is { } name => [(name, literal.Text)],
        Expression.Call { Name: "selected", Arguments: [var question, Expression.Literal literal] } when NameOf(question) is { } name => [(name, literal.Text)],
        Expression.Filtered { Predicates.IsEmpty: true } bracket => Conditions(bracket.Primary),
        _ => [],
    };

    private static string? NameOf(Expression part) => part switch
    {
        Expression.Reference { IsLastSaved: false } reference => reference.Name,
        Expression.Path { Steps: [.., { Test: NodeTest.Name } last] } => last.Name,
        _ => null,
    };

    private static Question? Named(Form form, Question asked, string name)
    {
        Question[] fitting = [.. form.Questions.Where(q => q.Name == name && (q.Type.IsSelectOne() || q.Type.IsSelectMultiple()))];
        return Array.Find(fitting, q => q.Repeat == asked.Repeat) ?? (fitting.Length == 1 ? fitting[0] : null);
    }

    private static bool Says(Question asked) => QuestionWords.Says(asked, Words);

    private static bool Says(Question from, string option) => QuestionWords.HasCue(QuestionWords.Of(option), Words)
        || (from.Choices?.Find(option)?.Label.All.Any(l => QuestionWords.HasCue(QuestionWords.Of(l.Text), Words)) ?? false);
}
