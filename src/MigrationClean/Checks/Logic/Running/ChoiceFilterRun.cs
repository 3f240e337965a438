using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>The choices of an answer that the question's filter does not offer. Choices that are in no list at all are FORM-05's.</summary>
internal sealed class ChoiceFilterRun
{
    private readonly LogicRun _run;
    private readonly Question _question;
    private readonly ListInstance? _list;
    private readonly int _element;
    private readonly List<string[]?> _outcomes = [[]];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly RuleMemo? _memo;
    private readonly int[] _tables = [];

    /// <summary>The filter of a question.</summary>
    public ChoiceFilterRun(LogicRun run, Question question, int element)
    {
        (_run, _question, _element) = (run, question, element);
        _list = run.Data.Surroundings.ListOf(question);
        Rule = run.TruthOf(question, LogicColumn.ChoiceFilter);
        if (Rule is null || _list is null || Rule.Rule.LooksIntoRepeats || Rule.Rule.UsesClock) return;
        int[] elements = [.. Rule.Rule.Reads.OfType<Question>().Select(run.Shape.ElementOf).Prepend(element).Distinct()];
        _tables = [.. elements.Select(e => run.Shape.TableOf[e])];
        if (run.KeepsOutcomes && elements.Length <= 8) _memo = new(elements, [.. elements.Select(e => run.IsCalculated(e) ? null : (int?)run.StoreOf(e).Count)], hasDay: false);
    }

    /// <summary>The rule, or <see langword="null"/> if it cannot be evaluated.</summary>
    public RuleRun? Rule { get; }

    /// <summary>Whether nothing can be judged.</summary>
    public bool IsMissing => Rule is null || _list is null || _question.HasSearchedChoices;

    /// <summary>Why; <see langword="null"/> where the rule itself is at fault.</summary>
    public NotEvaluable? WhyMissing => Rule is null ? null : new("external-list", _question.ListName ?? "");

    /// <summary>The chosen names that are not offered; <see langword="null"/> if it can't be told.</summary>
    public string[]? HiddenAt(SubmissionBlock block, int row)
    {
        if (_memo is not { IsUsed: true } memo) return Hidden(block, row);
        Span<int> codes = stackalloc int[8];
        codes = codes[..memo.Elements.Length];
        for (var i = 0; i < codes.Length; i++) codes[i] = block.CodeAt(memo.Elements[i], block.RowIn(_tables[i], _tables[0], row));
        ref var kept = ref memo.Find(codes, 0, out var fits);
        if (!fits) return Hidden(block, row);
        if (kept == 0) kept = NumberOf(Hidden(block, row)) + 2;
        return kept == 1 ? null : _outcomes[kept - 2];
    }

    /// <summary>The same, found anew: for answers that the row does not hold.</summary>
    public string[]? Hidden(SubmissionBlock block, int row)
    {
        var text = block.TextOf(new Node(block, _element, row));
        var isOne = !_question.Type.IsSelectMultiple() && _question.Type != QuestionType.Rank;
        string[] names = isOne ? [text] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hidden = new List<string>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (_list!.Find(new(_list, 1, 0), "item", "name", name) is not { Count: > 0 } items) continue;
            if (IsOffered(block, row, items) is not { } offered) return null;
            if (!offered && !(_question.HasOrOther && name == "other")) hidden.Add(name);
        }

        return [.. hidden];
    }

    private int NumberOf(string[]? hidden)
    {
        if (hidden is null) return RuleRun.Unknown;
        var key = string.Join(' ', hidden);
        if (_known.TryGetValue(key, out var number)) return number;
        _outcomes.Add(hidden);
        return _known[key] = _outcomes.Count - 1;
    }

    private bool? IsOffered(SubmissionBlock block, int row, IReadOnlyList<Node> items)
    {
        var context = _run.Context;
        foreach (var item in items)
        {
            if (Rule!.Rule.UsesClock) _run.SetClock(block, _run.Shape.TableOf[_element], row);
            context.StandAt(new(block, _element, row));
            context.Item = item;
            var truth = Conversion.ToBoolean(Rule.Rule.Operation!.Evaluate(context), context, 0);
            if (truth.IsFailure)
            {
                Rule.Note(truth);
                return null;
            }

            if (truth.Boolean) return true;
        }

        return false;
    }
}
