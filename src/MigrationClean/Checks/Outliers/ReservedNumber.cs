using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Outliers;

/// <summary>A number that stands for "don't know" or the like was given as an answer.</summary>
/// <remarks>
/// Told where the number cannot be an answer (its constraint or the question itself says so) or stands apart from the other answers; a natural age of
/// 88 is not. Source: cleaning §4.5.
/// </remarks>
internal sealed class ReservedNumber : SubmissionCheck
{
    /// <summary>Its code and name.</summary>
    internal static readonly CheckId Check = new("VAL-01", "reserved-code");

    /// <summary>Its parameter: numbers that often stand for no answer; their negatives as well.</summary>
    internal const string Codes = "codes";

    private const int FewestAlike = 3;
    private const int Near = 5;

    /// <inheritdoc/>
    public override CheckId Id => Check;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Codes, ParameterKind.Texts, "88;99;888;999;8888;9999;88888;99999")];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var filter = context.Of(this).Questions;
        Dictionary<LogicResult, ILookup<int, int>> broken = [];
        foreach (var column in context.Asked.Numbers.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (!filter.Takes(column.Question)) continue;
            var marked = new bool[column.Counts.Length];
            for (var code = 1; code < marked.Length; code++) marked[code] = column.Counts[code] > 0 && column.Specials[code] != SpecialCode.None;
            var place = new Lazy<CountedValues>(() => column.Plain());
            foreach (var (version, row, code) in column.RowsOf(marked))
                if (Judge(context, column, version, row, code, place.Value, broken) is { } finding) yield return finding;
        }
    }

    private Finding? Judge(CheckContext context, NumericColumn column, AskedColumn version, int row, int code, CountedValues others, Dictionary<LogicResult, ILookup<int, int>> broken)
    {
        var value = column.Values[code];
        var found = context.At(this, version, row, new FindingArgument("value", Significant.Text(value), Sensitive: true));
        if (IsBroken(version, row, broken)) return found with { Variant = "constraint", Severity = Severity.Error, Evidence = Evidence.Fact };
        if (column.Codes.DeclaredAs(value) != SpecialCode.None) return found with { Variant = "declared", Severity = Severity.Error, Evidence = Evidence.Fact };
        if (others.Count > 0 && value > others.Quantile(0.99)) return found with { Measure = Significant.Text(value), Threshold = $">{Significant.Text(others.Quantile(0.99))}" };
        if (others.Count > 0 && value < others.Quantile(0.01)) return found with { Measure = Significant.Text(value), Threshold = $"<{Significant.Text(others.Quantile(0.01))}" };
        var alike = AlikeOf(column, value);
        if (alike >= FewestAlike && NearOf(others, value) <= 1) return found with { Variant = "apart", Measure = $"{alike}", Threshold = $">={FewestAlike}" };
        return context.Settings.ShowAll ? found with { Variant = "shown", Severity = Severity.Info } : null;
    }

    private static bool IsBroken(AskedColumn version, int row, Dictionary<LogicResult, ILookup<int, int>> broken)
    {
        if (version.Question.Constraint is null) return false;
        if (!broken.TryGetValue(version.Result, out var rows))
            broken.Add(version.Result, rows = version.Result.Violations.Where(v => v.Kind == ViolationKind.Constraint).ToLookup(v => v.Element, v => v.Row));
        return rows[version.Element].Contains(row);
    }

    private static int AlikeOf(NumericColumn column, double value)
    {
        var alike = 0;
        for (var code = 1; code < column.Counts.Length; code++)
            if (column.Values[code] == value) alike += column.Counts[code];
        return alike;
    }

    private static int NearOf(CountedValues others, double value)
    {
        var near = 0;
        for (var i = 0; i < others.Distinct; i++)
            if (Math.Abs(others.Values[i] - value) <= Near) near += others.Counts[i];
        return near;
    }
}
