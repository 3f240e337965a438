using System.Globalization;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>What top and bottom coding share.</summary>
internal static class TailCode
{
    private const double DefaultTop = 0.99;

    /// <summary>The parameter that can't be used, or <see langword="null"/>.</summary>
    public static string? WrongParameter(PlanParameters parameters)
    {
        if (parameters["at"] is { } at && Band.Parse(at) is null) return "at";
        if (parameters["q"] is not null && (parameters.Number("q") is not { } q || q >= 1)) return "q";
        return parameters["as"] is null or "threshold" or "mean" ? null : "as";
    }

    /// <summary>Replaces one tail. With a quantile at least k rows must lie beyond it, otherwise it moves inwards.</summary>
    public static TreatedColumn Apply(Column column, MethodContext context, bool isTop)
    {
        var numbers = Numbers.Of(column);
        var threshold = ThresholdOf(numbers, context, isTop);
        var beyond = numbers.Where(n => isTop ? n > threshold : n < threshold).ToList();
        var replacement = context.Parameters["as"] == "mean" && beyond.Count >= context.K ? RoundNumber.ToDigits(beyond.Average(), 2) : threshold;

        var counts = column.CountByCode();
        var (code, blanked) = (0, 0);
        var values = column.MapValues(text =>
        {
            var count = counts[++code];
            if (Band.Parse(text) is { } number) return (isTop ? number > threshold : number < threshold) ? BandList.Print(replacement) : text;
            blanked += count;
            return null;
        });
        var beyondText = beyond.Count > 0 && beyond.Count < context.K ? $"<{context.K}" : beyond.Count.ToString(CultureInfo.InvariantCulture);
        return new()
        {
            Values = values,
            Kind = ValueKind.Number,
            Blanked = blanked,
            Published = $"at={BandList.Print(threshold)};replaced={beyondText}",
        };
    }

    private static double ThresholdOf(List<double> numbers, MethodContext context, bool isTop)
    {
        if (context.Parameters["at"] is { } at) return Band.Parse(at)!.Value;
        if (numbers.Count == 0) return 0;

        var p = context.Parameters.Number("q") ?? (isTop ? DefaultTop : 1 - DefaultTop);
        var quantile = Numbers.Quantile(numbers, p);
        var inward = isTop ? Math.Max(0, numbers.Count - context.K - 1) : Math.Min(numbers.Count - 1, context.K);
        if (isTop) return numbers.Count(n => n > quantile) >= context.K ? quantile : numbers[inward];
        return numbers.Count(n => n < quantile) >= context.K ? quantile : numbers[inward];
    }
}
