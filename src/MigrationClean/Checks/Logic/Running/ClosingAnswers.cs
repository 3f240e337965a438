using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Which earlier answers closed a question: those that decide the false condition of the question, or of the outermost closed group around it.</summary>
internal sealed class ClosingAnswers(LogicRun run)
{
    private const int Most = 2;

    private readonly Dictionary<Expression, ImmutableArray<Question>> _reads = new(ReferenceEqualityComparer.Instance);

    /// <summary>The violation with the questions that closed it, where they are one or two. O(length of the condition).</summary>
    /// <param name="violation">An answer to a question that is not relevant.</param>
    /// <param name="block">The submissions.</param>
    /// <param name="row">Its row in the block.</param>
    public Violation Tell(in Violation violation, SubmissionBlock block, int row)
    {
        var (closed, closedRow) = (violation.Element, row);
        for (var around = closed; around > FormShape.Root; around = run.Shape.Parents[around])
        {
            var outer = block.RowIn(run.Shape.TableOf[around], run.Shape.TableOf[violation.Element], row);
            if (block.RelevanceAt(around, outer) == 0) (closed, closedRow) = (around, outer);
        }

        if (run.TruthOf(run.Shape.Nodes[closed], LogicColumn.Relevant) is not { } rule) return violation;

        // Most conditions are about one question: nothing need be evaluated again.
        if (rule.Rule.Reads is [Question only]) return violation with { ClosedBy = only };
        var node = new Node(block, closed, closedRow);
        var paths = DecidingParts.Of(rule.Rule.Operation!, part => Truth(rule, part, block, node));
        List<Question> questions = [.. paths.SelectMany(path => Reads(path.Source, run.Shape.Nodes[closed])).Distinct().Take(Most + 1).OrderBy(run.Shape.ElementOf)];
        return questions.Count is 0 or > Most ? violation : violation with { ClosedBy = questions[0], AlsoClosedBy = questions.ElementAtOrDefault(1) };
    }

    private bool? Truth(RuleRun rule, Operation part, SubmissionBlock block, in Node node)
    {
        if (rule.Rule.UsesClock) run.SetClock(block, run.Shape.TableOf[node.Element], node.Row);
        run.Context.StandAt(node);
        var truth = part.EvaluateBoolean(run.Context);
        return truth.IsFailure ? null : truth.Boolean;
    }

    private ImmutableArray<Question> Reads(Expression path, FormNode node)
    {
        if (!_reads.TryGetValue(path, out var reads))
            _reads.Add(path, reads = [.. PathReads.Of(path, run.Shape.Logic.Form, node, isChoiceFilter: false).Reads.OfType<Question>()]);
        return reads;
    }
}
