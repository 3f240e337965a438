using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic;

/// <summary>A repeat has another number of iterations than its <c>repeat_count</c> gives, or than a question says that the settings name.</summary>
/// <remarks>
/// Lowering the count on a phone does not always delete iterations at once: a surplus of last iterations without answers is told as that.
/// Source: xlsform §9, cleaning §4.1.
/// </remarks>
internal sealed class IterationCountDiffers : LogicCheck
{
    private const string Pairs = "count_pairs";

    /// <inheritdoc/>
    public override CheckId Id => new("ID-07", "iteration-count-differs");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Pairs, ParameterKind.Pairs)];

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.RepeatCount;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context) => base.Run(context).Concat(CountPair.Of(context, this, Pairs).SelectMany(pair => Tell(context, pair)));

    private IEnumerable<Finding> Tell(CheckContext context, CountPair pair)
    {
        foreach (var (row, expected, actual) in pair.Differences(context))
        {
            var (said, n) = (expected.ToString(CultureInfo.InvariantCulture), actual.ToString(CultureInfo.InvariantCulture));
            yield return context.At(
                this, pair.Outer, row, null, [.. context.Naming(pair.Repeat), new("expected", said, Sensitive: true), new("n", n), new("counter", pair.Counter.Name)]) with
            {
                Variant = "counter",
                Question = pair.Repeat.Name,
                Path = pair.Outer.PathOf(row, pair.Repeat, context.Submissions.FormOf(pair.Outer, row)),
                Value = n,
                Expected = said,
            };
        }
    }

    /// <inheritdoc/>
    protected override Finding Tell(CheckContext context, LogicResult result, Violation violation)
    {
        var shape = result.Data.Shape;
        var repeat = result.NodeOf(violation);
        var outer = result.Data.TableOf(shape.ParentTables[shape.TableOf[violation.Element]])!;
        var (expected, actual) = (violation.Expected!, violation.Value!);
        var finding = context.At(
            this, outer, violation.Row, null, [.. context.Naming(repeat), new("expected", expected, Sensitive: true), new("n", actual)]) with
        {
            Question = repeat.Name,
            Path = outer.PathOf(violation.Row, repeat, result.Data.Form),
            Value = actual,
            Expected = expected,
        };
        if (violation.DependsOnClient) return finding with { Variant = "client", Severity = Severity.Notice };
        var wanted = int.Parse(expected, CultureInfo.InvariantCulture);
        if (int.Parse(actual, CultureInfo.InvariantCulture) <= wanted) return finding;
        return finding with { Variant = HasEmptyRest(result.Data, violation, wanted) ? "surplus-empty" : "surplus" };
    }

    private static bool HasEmptyRest(LogicData data, in Violation violation, int wanted)
    {
        var table = data.Shape.TableOf[violation.Element];
        foreach (var row in data.LinksOf(table)!.RowsOf(violation.Row)[wanted..])
            if (!IsEmpty(data, table, row)) return false;
        return true;
    }

    /// <summary>Whether nobody answered anything in an iteration: what the form computes or fills in is no answer.</summary>
    private static bool IsEmpty(LogicData data, int table, int row)
    {
        var shape = data.Shape;
        for (var element = FormShape.Root + 1; element < shape.Nodes.Length; element++)
        {
            if (shape.TableOf[element] != table || shape.Nodes[element] is not Question { HoldsAnswer: true, Calculation: null } question) continue;
            if (data.Columns[element] is not { Value: var column } || column.CodeAt(row) is not (> 0 and var code) || data.IsBlank(column.Utf8(code))) continue;
            if (question.Default?.Trim() != column.Text(code).Trim()) return false;
        }

        for (var inner = 1; inner < shape.Repeats.Length; inner++)
        {
            if (shape.ParentTables[inner] != table || data.LinksOf(inner) is not { } links) continue;
            foreach (var below in links.RowsOf(row))
                if (!IsEmpty(data, inner, below)) return false;
        }

        return true;
    }
}
