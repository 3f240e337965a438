using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>The choices of an answer that the question's filter does not offer. Choices that are in no list at all are FORM-05's.</summary>
internal sealed class ChoiceFilterRun : OfferedChoices
{
    private readonly ListInstance? _list;
    private readonly List<string[]?> _outcomes = [[]];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal) { [""] = 0 };
    private readonly RuleMemo? _memo;
    private readonly int[] _tables = [];

    /// <summary>The filter of a question.</summary>
    public ChoiceFilterRun(LogicRun run, Question question)
        : base(run, question)
    {
        _list = run.Data.Surroundings.ListOf(question);
        if (Rule is null || _list is null || Rule.Rule.LooksIntoRepeats || Rule.Rule.UsesClock) return;
        int[] elements = [.. Rule.Rule.Reads.OfType<Question>().Select(run.Shape.ElementOf).Prepend(Element).Distinct()];
        _tables = [.. elements.Select(e => run.Shape.TableOf[e])];
        if (run.KeepsOutcomes && elements.Length <= 8) _memo = new(elements, [.. elements.Select(e => run.IsCalculated(e) ? null : (int?)run.StoreOf(e).Count)], hasDay: false);
    }

    /// <inheritdoc/>
    public override bool IsMissing => Rule is null || _list is null || Question.HasSearchedChoices;

    /// <inheritdoc/>
    public override NotEvaluable? WhyMissing => Rule is null ? null : new("external-list", Question.ListName ?? "");

    /// <inheritdoc/>
    public override string[]? HiddenAt(SubmissionBlock block, int row)
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

    /// <inheritdoc/>
    public override string[]? Hidden(SubmissionBlock block, int row)
    {
        var text = block.TextOf(new Node(block, Element, row));
        var isOne = !Question.Type.IsSelectMultiple() && Question.Type != QuestionType.Rank;
        string[] names = isOne ? [text] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var hidden = new List<string>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            // Of several rows with one name one is enough; a name without a row is FORM-05's.
            bool? isOffered = null;
            foreach (var item in ItemsOf(block, row, name))
            {
                if (IsOffered(block, row, item) is not { } offered) return null;
                isOffered = offered;
                if (offered) break;
            }

            if (isOffered == false && !(Question.HasOrOther && name == "other")) hidden.Add(name);
        }

        return [.. hidden];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Node> ItemsOf(SubmissionBlock block, int row, string choice) => _list?.Find(new(_list, 1, 0), "item", "name", choice) ?? [];

    private int NumberOf(string[]? hidden)
    {
        if (hidden is null) return RuleRun.Unknown;
        var key = string.Join(' ', hidden);
        if (_known.TryGetValue(key, out var number)) return number;
        _outcomes.Add(hidden);
        return _known[key] = _outcomes.Count - 1;
    }
}
