using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Which of the choices of an answer a question offers at the other answers: rows of a list, or answers of a repeat.</summary>
internal abstract class OfferedChoices(LogicRun run, Question question)
{
    /// <summary>The filter, or <see langword="null"/> if there is none or it cannot be evaluated.</summary>
    public RuleRun? Rule { get; } = run.TruthOf(question, LogicColumn.ChoiceFilter);

    /// <summary>Whether nothing can be judged.</summary>
    public abstract bool IsMissing { get; }

    /// <summary>Why; <see langword="null"/> where the rule itself is at fault.</summary>
    public abstract NotEvaluable? WhyMissing { get; }

    /// <summary>The worker.</summary>
    protected LogicRun Run => run;

    /// <summary>The question.</summary>
    protected Question Question => question;

    /// <summary>Its number.</summary>
    protected int Element { get; } = run.Shape.ElementOf(question);

    /// <summary>What offers the choices of a question.</summary>
    public static OfferedChoices Of(LogicRun run, Question question) =>
        question.Type == QuestionType.SelectOneFromRepeat ? new RepeatChoiceRun(run, question) : new ChoiceFilterRun(run, question);

    /// <summary>The chosen names that are not offered; <see langword="null"/> if it can't be told.</summary>
    public virtual string[]? HiddenAt(SubmissionBlock block, int row) => Hidden(block, row);

    /// <summary>The same, found anew: for answers that the row does not hold.</summary>
    public abstract string[]? Hidden(SubmissionBlock block, int row);

    /// <summary>The row of the list, or the iteration, that a choice is: of several the first that is offered, else the first; <see langword="null"/> if there is none.</summary>
    public Node? ItemOf(SubmissionBlock block, int row, string choice)
    {
        List<Node> items = [.. ItemsOf(block, row, choice)];
        foreach (var item in items)
            if (IsOffered(block, row, item) == true) return item;
        return items.Count > 0 ? items[0] : null;
    }

    /// <summary>All that a choice may be.</summary>
    protected abstract IEnumerable<Node> ItemsOf(SubmissionBlock block, int row, string choice);

    /// <summary>What the filter says of a row of the list, or of an iteration; <see langword="null"/> if it can't be told.</summary>
    protected bool? IsOffered(SubmissionBlock block, int row, in Node item)
    {
        if (Rule is null) return question.ChoiceFilter is null ? true : null;
        if (Rule.Rule.UsesClock) run.SetClock(block, run.Shape.TableOf[Element], row);
        run.Context.StandAt(new(block, Element, row));
        run.Context.Item = item;
        var truth = Conversion.ToBoolean(Rule.Rule.Operation!.Evaluate(run.Context), run.Context, 0);
        if (!truth.IsFailure) return truth.Boolean;
        Rule.Note(truth);
        return null;
    }
}
