using System.Collections.Immutable;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Texts;

/// <summary>A text question that asks what is meant by a choice "other", as a form has it. Source: cleaning §4.10.</summary>
/// <param name="Asked">The text question.</param>
/// <param name="From">The select that it belongs to.</param>
/// <param name="Option">Name of the choice.</param>
internal sealed record OtherQuestion(Question Asked, Question From, string Option)
{
    private const string MadeByOrOther = "other";

    /// <summary>What a text question belongs to, or <see langword="null"/>: its relevance requires the choice, or their names go together.</summary>
    /// <param name="form">The form of the question.</param>
    /// <param name="asked">The question.</param>
    /// <param name="suffixes">Endings of names that make a pair where no relevance does.</param>
    /// <param name="isKnown">Whether somebody says that it is such a question, so that no words have to: then any choice that its relevance names will do.</param>
    public static OtherQuestion? Of(Form form, Question asked, ImmutableArray<string> suffixes, bool isKnown = false)
    {
        if (asked.Type != QuestionType.Text) return null;
        if (asked.OtherOf is { } made) return new(asked, made, MadeByOrOther);
        if (asked.Relevant is { } relevant && Parser.Parse(relevant.Text, out _) is { } tree)
        {
            foreach (var (name, option) in isKnown ? tree.All.SelectMany(Conditions) : Conditions(tree))
                if (Named(form, asked, name) is { } from && (isKnown || SpecialWords.SaysOther(asked) || SpecialWords.SaysOther(from, option))) return new(asked, from, option);
        }

        foreach (var suffix in suffixes)
        {
            if (!asked.Name.EndsWith(suffix, StringComparison.Ordinal) || Named(form, asked, asked.Name[..^suffix.Length]) is not { Choices: { } list } from) continue;
            if (list.Choices.FirstOrDefault(c => SpecialWords.SaysOther(from, c.Name)) is { } other) return new(asked, from, other.Name);
        }

        return null;
    }

    /// <summary>The choice that a text names: by its name or a label in any language; <see langword="null"/> if none or several.</summary>
    public Choice? ChoiceOf(string text)
    {
        var comparable = ComparableText.Of(text);
        if (comparable.Length == 0 || From.Choices is not { } list) return null;
        Choice[] named = [.. list.Choices.Where(c => c.Name != Option && (ComparableText.Of(c.Name) == comparable || c.Label.All.Any(l => ComparableText.Of(l.Text) == comparable))).Take(2)];
        return named.Length == 1 ? named[0] : null;
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
}
