using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;
using MigrationClean.Forms;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>The choices of <c>select_one ${q}</c>: the answers to q in all iterations of its repeat that the filter lets through.</summary>
/// <remarks>From inside the repeat, or one around both, those below the nearest row around both. Source: xlsform §8, number 5.</remarks>
internal sealed class RepeatChoiceRun : OfferedChoices
{
    private readonly Question? _asked;
    private readonly int _source;
    private readonly int _common;
    private readonly List<int> _tables = [];

    /// <summary>The choices of a question.</summary>
    public RepeatChoiceRun(LogicRun run, Question question)
        : base(run, question)
    {
        _asked = AskedBy(question, run.Shape.Logic.Form);
        if (_asked is null) return;
        _source = run.Shape.ElementOf(_asked);

        // Downwards from the innermost table that is around the question and around the repeat.
        var around = new HashSet<int>();
        for (var table = run.Shape.TableOf[Element]; table >= 0; table = run.Shape.ParentTables[table]) around.Add(table);
        var inner = run.Shape.TableOf[_source];
        do
        {
            _tables.Insert(0, inner);
            inner = run.Shape.ParentTables[inner];
        }
        while (!around.Contains(inner));
        _common = inner;
    }

    /// <inheritdoc/>
    public override bool IsMissing => _asked is null || WhyMissing is not null || (Rule is null && Question.ChoiceFilter is not null);

    /// <inheritdoc/>
    public override NotEvaluable? WhyMissing
    {
        get
        {
            if (_asked is null) return null;
            if (_tables.Exists(table => !Run.HasTable(table))) return new("repeat-not-exported", _asked.Repeat!.Name);
            return Run.StoreOf(_source).Column is null ? new("not-exported", _asked.Name) : null;
        }
    }

    /// <summary>The question of a repeat whose answers are a question's choices; <see langword="null"/> where its type names none.</summary>
    public static Question? AskedBy(Question question, Form form) =>
        question is { Type: QuestionType.SelectOneFromRepeat, ListName: { } list } && Parser.Parse(list, out _) is Expression.Reference reference
        && form.NodesNamed(reference.Name) is [Question { Repeat: not null } asked] ? asked : null;

    /// <inheritdoc/>
    public override string[]? Hidden(SubmissionBlock block, int row)
    {
        var text = block.TextOf(new Node(block, Element, row));
        var isUnknown = Iterations(block, row).Any(i => block.CodeAt(_source, i) == SubmissionBlock.Unknown);
        foreach (var item in ItemsOf(block, row, text))
        {
            if (IsOffered(block, row, item) is not { } offered) isUnknown = true;
            else if (offered) return [];
        }

        return isUnknown ? null : [text];
    }

    /// <inheritdoc/>
    protected override IEnumerable<Node> ItemsOf(SubmissionBlock block, int row, string choice)
    {
        var repeat = Run.Shape.ElementOf(_asked!.Repeat!);
        foreach (var iteration in Iterations(block, row))
            if (block.TextOf(new Node(block, _source, iteration)) == choice) yield return new(block, repeat, iteration);
    }

    private IEnumerable<int> Iterations(SubmissionBlock block, int row)
    {
        IEnumerable<int> rows = [block.RowIn(_common, Run.Shape.TableOf[Element], row)];
        foreach (var table in _tables)
            rows = rows.SelectMany(r => block.IterationsOf(table, r) is var (first, count) ? Enumerable.Range(first, count) : []);
        return rows;
    }
}
