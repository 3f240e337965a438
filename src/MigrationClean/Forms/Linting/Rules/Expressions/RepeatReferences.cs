using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>A question of a repeat used outside it as if it had one value.</summary>
internal sealed class RepeatRefOutside : LintRule
{
    private static readonly ImmutableArray<string> TakeMany =
        ["count", "count-non-empty", "sum", "min", "max", "join", "randomize", "indexed-repeat", "distance", "area", "enclosed-area", "position"];

    public override CheckId Id => new("LINT-75", "repeat-ref-outside");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            var isFromRepeat = expression.Column == "choice_filter" && expression.Node is Question { Type: QuestionType.SelectOneFromRepeat };
            foreach (var part in expression.Parts)
            {
                if (isFromRepeat || part.Question is not { Repeat: not null } target || part.IsFiltered || TakesMany(part.Above)) continue;
                if (Unshared(expression.Node, target) is [var repeat, ..] unshared)
                    yield return FoundIn(expression, expression.TextOf(part.Written), new("name", target.Name), new FindingArgument("repeat", repeat.Name)) with
                    {
                        Severity = SeverityOf(unshared),
                    };
            }
        }

        foreach (var (placed, sources) in ShownReferences.Of(form))
        {
            if (form.Names.One(placed.Reference.Name) is not Question { Repeat: not null } target) continue;
            // The text of a choice, or of a row in a loop, stands in several places: it fails where all of them are outside.
            var unshared = sources.Select(source => Unshared(source, target)).MinBy(repeats => repeats.Count) ?? [];
            if (unshared is [var repeat, ..])
                yield return Found(placed.Place, placed.Reference.Text, new("name", target.Name), new FindingArgument("repeat", repeat.Name)) with
                {
                    Severity = SeverityOf(unshared),
                    Question = sources is [{ Name.Length: > 0 } one] ? one.Name : null,
                    Variant = "shown",
                };
        }
    }

    /// <summary>The repeats around a question that are not around whoever refers to it.</summary>
    private static List<Group> Unshared(FormNode? source, Question target) => [.. target.Ancestors.Where(g => g.IsRepeat && !IsIn(source, g))];

    // With a count the tools see too few iterations to notice.
    private static Severity SeverityOf(List<Group> unshared) => unshared.TrueForAll(g => g.RepeatCount is not null) ? Severity.Notice : Severity.Error;

    private static bool IsIn(FormNode? node, Group repeat) => node == repeat || (node?.Ancestors.Contains(repeat) ?? false);

    private static bool TakesMany(ExpressionPart? around) =>
        around?.Written is Expression.Call call && (TakeMany.Contains(call.Name) || (call.Name == "concat" && call.Arguments.Length == 1));
}

/// <summary>An aggregate over a whole repeat inside the repeat: the phone sees one iteration there, the browser all.</summary>
internal sealed class RepeatSelfAggregate : LintRule
{
    private static readonly ImmutableArray<string> Aggregates = ["count", "count-non-empty", "sum", "min", "max", "join"];

    public override CheckId Id => new("LINT-76", "repeat-self-aggregate");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
            {
                if (part.Target is not { } target || part.IsFiltered || part.Above?.Written is not Expression.Call call || !Aggregates.Contains(call.Name)) continue;
                var around = expression.Node?.Ancestors.Where(g => g.IsRepeat).ToList() ?? [];
                var isSame = part.Written switch
                {
                    Expression.Reference => target is Group { IsRepeat: true } repeat && around.Contains(repeat) && !target.Ancestors.Any(around.Contains),
                    Expression.Path { IsAbsolute: true } => target.Ancestors.Append(target).Any(n => n is Group { IsRepeat: true } repeat && around.Contains(repeat)),
                    _ => false,
                };
                if (isSame) yield return FoundIn(expression, expression.TextOf(call), new FindingArgument("repeat", around[0].Name));
            }
    }
}
