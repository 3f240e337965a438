using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Explaining;

/// <summary>Explains the questions of one submission: every rule, the values in it, what it says.</summary>
/// <param name="submission">The submission.</param>
/// <param name="words">Names a question and an answer as people read them.</param>
internal sealed class Explainer(OneSubmission submission, FilledText words)
{
    private readonly FormShape _shape = submission.Data.Shape;
    private readonly (IReadOnlyList<Violation> Broken, IReadOnlyCollection<Unjudged> Unjudged) _judged = submission.Judge();

    /// <summary>A question by name or path, in every iteration, or in that of a path with numbers.</summary>
    /// <exception cref="InputException"><c>explain/no-question</c>: the form has none of that name.</exception>
    public ImmutableArray<ExplainedQuestion> Question(string? name, string? at)
    {
        if (at is not null)
        {
            var node = submission.At(at) ?? throw new InputException("explain/no-node", null, new FindingArgument("path", at));
            return [Explain(node.Element, node.Row)];
        }

        var nodes = submission.Form.NodesNamed(name!);
        if (submission.Form.Find(name!.TrimStart('/')) is { } found) nodes = [found];
        if (nodes.IsEmpty) throw Unknown(name!);
        return [.. nodes.SelectMany(n => Iterations(_shape.ElementOf(n)))];
    }

    /// <summary>The questions whose rules are broken or cannot be judged, in form order.</summary>
    public ImmutableArray<ExplainedQuestion> Troubled()
    {
        var elements = _judged.Broken.Select(v => v.Element).Concat(_judged.Unjudged.Select(u => u.Element)).Distinct().Order();
        return [.. elements.SelectMany(Iterations).Where(q => q.Rules.Any(r => r.Verdict is Verdict.Broken or Verdict.NotJudged))];
    }

    private InputException Unknown(string name)
    {
        var near = Nearest.To(name, submission.Form.Nodes.Select(n => n.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        return near is null
            ? new("explain/no-question", null, new("question", name), new FindingArgument("form", submission.Form.Source))
            : new("explain/no-question-near", null, new("question", name), new("form", submission.Form.Source), new FindingArgument("near", near));
    }

    private IEnumerable<ExplainedQuestion> Iterations(int element)
    {
        var table = _shape.TableOf[element];
        if (_shape.Nodes[element] is Group { IsRepeat: true })
        {
            var outer = submission.Block.Rows[_shape.ParentTables[table]].Length;
            return Enumerable.Range(0, outer).Select(row => Explain(element, ~row));
        }

        return Enumerable.Range(0, submission.Block.Rows[table].Length).Select(row => Explain(element, row));
    }

    private ExplainedQuestion Explain(int element, int row)
    {
        var node = _shape.Nodes[element];
        var rules = new List<ExplainedRule>();
        foreach (var ruled in node.Ancestors.Cast<FormNode>().Append(node))
        {
            if (submission.Data.Shape.Logic.Find(ruled, LogicColumn.Relevant) is not { } rule) continue;
            var place = _shape.ElementOf(ruled);
            rules.Add(Rule(rule, place, ruled == node ? row : RowOf(place, element, row)));
        }

        // An answer that was not asked for breaks the outermost condition that is false, be it a group's.
        if (BrokenAt(LogicColumn.Relevant, element, row).Count > 0 && rules.FindIndex(r => r.Verdict == Verdict.Closed) is >= 0 and var closed)
            rules[closed] = rules[closed] with { Verdict = Verdict.Broken };

        foreach (var column in (LogicColumn[])[LogicColumn.Required, LogicColumn.Constraint, LogicColumn.Calculation, LogicColumn.ChoiceFilter, LogicColumn.RepeatCount])
            if (_shape.Logic.Find(node, column) is { } rule)
                foreach (var choice in column == LogicColumn.ChoiceFilter ? ChosenAt(element, row) : [null]) rules.Add(Rule(rule, element, row, choice));
        return new(PathOf(element, row), node, node is Question ? submission.Block.StoredTextOf(element, row) : null, [.. rules]);
    }

    private string PathOf(int element, int row)
    {
        if (row >= 0) return submission.PathOf(new(submission.Block, element, row));
        var parent = new Node(submission.Block, _shape.Parents[element], ~row);
        return $"{submission.PathOf(parent).TrimEnd('/')}/{_shape.Nodes[element].Name}";
    }

    private int RowOf(int outer, int element, int row)
    {
        var (from, to) = (_shape.TableOf[element], _shape.TableOf[outer]);
        return row < 0 ? submission.Block.RowIn(to, _shape.ParentTables[from], ~row) : submission.Block.RowIn(to, from, row);
    }

    private ExplainedRule Rule(BoundExpression rule, int element, int row, string? choice = null)
    {
        if (rule.Operation is not { } operation)
            return new() { Column = rule.Column, Node = rule.Node, Choice = choice, Written = rule.Written.Text, Verdict = Verdict.NotJudged, Error = rule.Faults.FirstOrDefault() };

        var at = rule.Column == LogicColumn.RepeatCount && row >= 0 ? new Node(submission.Block, _shape.Parents[element], row) : new Node(submission.Block, element, row);
        var item = choice is null ? null : OfferedChoices.Of(submission.Run, (Question)rule.Node).ItemOf(submission.Block, row, choice);
        var walk = new PartWalk(submission, rule.Written.Text, () => Stand(at, item));
        var value = walk.ValueOf(operation);
        var paths = operation.Parts.IsEmpty && operation is not PathOperation ? [] : walk.Deciding(operation).ToList();
        return Judged(rule, element, row, value, choice) with
        {
            Choice = choice,
            Filled = words.Fill(rule.Written.Text, operation, walk, submission),
            Parts = choice is not null && item is null ? [] : walk.Parts(operation),
            Because = Answers(paths, walk),
        };
    }

    private void Stand(in Node at, Node? item)
    {
        submission.StandAt(at);
        if (item is { } row) submission.Run.Context.Item = row;
    }

    /// <summary>The choices of an answer; nothing chosen is one rule without a choice.</summary>
    private IEnumerable<string?> ChosenAt(int element, int row)
    {
        var text = row < 0 ? "" : submission.Block.StoredTextOf(element, row);
        var type = ((Question)_shape.Nodes[element]).Type;
        var isSeveral = type.IsSelectMultiple() || type == QuestionType.Rank;
        if (text.Length == 0) return new string?[] { null };
        return isSeveral ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal) : [text];
    }

    private ImmutableArray<ExplainedAnswer> Answers(IEnumerable<PathOperation> paths, PartWalk walk)
    {
        var answers = new List<ExplainedAnswer>();
        foreach (var path in paths)
        {
            if (walk.ValueOf(path) is not { IsNodes: true } value) continue;
            foreach (var node in value.Nodes)
            {
                if (node.Instance != submission.Block || node.Row < 0 || submission.NodeOf(node) is not Question question) continue;
                answers.Add(new(submission.PathOf(node), question, submission.Block.TextOf(node)));
            }
        }

        return [.. answers.DistinctBy(a => a.Path, StringComparer.Ordinal)];
    }

    private ExplainedRule Judged(BoundExpression rule, int element, int row, in Value value, string? choice)
    {
        var plain = new ExplainedRule { Column = rule.Column, Node = rule.Node, Written = rule.Written.Text, Verdict = Verdict.Holds };
        if (value.IsFailure)
        {
            return plain with
            {
                Verdict = Verdict.NotJudged,
                Reason = value.Kind == ValueKind.NotEvaluable ? value.Reason : null,
                Error = value.Kind == ValueKind.Error ? value.Error : null,
            };
        }

        var truth = Conversion.ToBoolean(value, submission.Run.Context, 0);
        if (rule.Column == LogicColumn.Relevant)
            return plain with { Verdict = truth.IsFailure ? Verdict.NotJudged : truth.Boolean ? Verdict.Holds : Verdict.Closed };

        var broken = BrokenAt(rule.Column, element, row).Where(v => choice is null || v.Value == choice).ToList();
        if (broken.Count > 0)
        {
            var first = broken[0];
            return rule.Column switch
            {
                LogicColumn.Calculation => plain with { Verdict = Verdict.Broken, Expected = first.Expected ?? "", Actual = submission.Block.StoredTextOf(element, row) },
                LogicColumn.RepeatCount => plain with { Verdict = Verdict.Broken, Expected = first.Expected, Actual = first.Value },
                LogicColumn.ChoiceFilter => plain with { Verdict = Verdict.Broken, Actual = choice },
                _ => plain with { Verdict = Verdict.Broken },
            };
        }

        var asked = row >= 0 ? submission.Block.RelevanceAt(element, row) : (byte)1;
        if (asked != 1) return plain with { Verdict = asked == 0 ? Verdict.Idle : Verdict.NotJudged };
        if (rule.Column == LogicColumn.Required) return plain with { Verdict = truth.Boolean ? Verdict.Holds : Verdict.Closed };
        if (rule.Column is LogicColumn.Constraint or LogicColumn.ChoiceFilter && submission.Block.StoredTextOf(element, row).Length == 0)
            return plain with { Verdict = Verdict.Idle };
        if (choice is not null && !IsListed((Question)rule.Node, choice)) return plain with { Verdict = Verdict.NotJudged, Reason = new("not-in-list", choice) };
        if (rule.Column == LogicColumn.Calculation && !submission.Run.IsCalculated(element))
            return plain with { Verdict = Verdict.NotJudged, Reason = rule.UsesClock ? new("clock", rule.Node.Name) : rule.Node is Question { Trigger: not null } ? new("trigger", rule.Node.Name) : null };
        return plain;
    }

    private static bool IsListed(Question question, string choice) => question.Choices?.Contains(choice) != false || (question.HasOrOther && choice == "other");

    private List<Violation> BrokenAt(LogicColumn column, int element, int row)
    {
        var kind = column switch
        {
            LogicColumn.Relevant => ViolationKind.NotRelevant,
            LogicColumn.Required => ViolationKind.Required,
            LogicColumn.Constraint => ViolationKind.Constraint,
            LogicColumn.Calculation => ViolationKind.Calculation,
            LogicColumn.ChoiceFilter => ViolationKind.Choice,
            _ => ViolationKind.RepeatCount,
        };
        var table = row < 0 ? _shape.ParentTables[_shape.TableOf[element]] : _shape.TableOf[element];
        var exported = submission.Block.Rows[table][row < 0 ? ~row : row];
        return [.. _judged.Broken.Where(v => v.Kind == kind && v.Element == element && v.Row == exported)];
    }
}
