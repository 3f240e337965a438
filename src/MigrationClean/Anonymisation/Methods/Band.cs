using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>The label of the number's band. Bands are given, or all of one width, or so made that each holds enough rows.</summary>
/// <remarks>A number outside all bands is blank and counted, never the number itself. Source: anonymisation §3.5.</remarks>
internal sealed class Band : Method
{
    private const int MostBands = 5;

    public override string Name => "band";

    public override int Strictness => 4;

    public override ImmutableArray<string> Parameters => ["bands", "width", "k"];

    public override string? WrongParameter(PlanParameters parameters)
    {
        if (parameters["bands"] is { } bands && BandList.Read(bands) is null) return "bands";
        return parameters.Number("width", 1) is null ? "width" : null;
    }

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        if (context.Parameters["bands"] is { } text) return InBands(column.Values, BandList.Read(text)!);
        if (context.Parameters.Number("width") is { } width) return OfWidth(column.Values, width);
        return OfEnoughRows(column.Values, 3 * context.K);
    }

    /// <summary>The labels of given bands.</summary>
    internal static TreatedColumn InBands(Column column, BandList bands)
    {
        var (values, blanked) = Rewrite(column, text => Parse(text) is { } number ? bands.LabelOf(number) : null);
        return new() { Values = values, Kind = ValueKind.Code, Blanked = blanked, Labels = Labelled(bands.Labels) };
    }

    /// <summary>The number of an answer; of a year in a date, the year.</summary>
    internal static double? Parse(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    internal static ImmutableArray<(string, LocalText)> Labelled(IEnumerable<string> values) => [.. values.Select(v => (v, LocalText.Empty))];

    private static TreatedColumn OfWidth(Column column, double width)
    {
        var labels = new SortedDictionary<double, string>();
        var (values, blanked) = Rewrite(column, text =>
        {
            if (Parse(text) is not { } number || Keep.Number(text) is null) return null;
            var from = Math.Floor(number / width) * width;
            var end = width == Math.Floor(width) ? BandList.Print(from + width - 1) : $"<{BandList.Print(from + width)}";
            return labels[from] = width == 1 ? BandList.Print(from) : $"{BandList.Print(from)}-{end}";
        });
        return new() { Values = values, Kind = ValueKind.Code, Blanked = blanked, Labels = Labelled(labels.Values) };
    }

    private static TreatedColumn OfEnoughRows(Column column, int rows)
    {
        var numbers = Numbers.Of(column);
        var count = Math.Min(MostBands, numbers.Count / rows);
        var bounds = new List<double>();
        var held = 0;
        for (var i = 1; i < numbers.Count && bounds.Count < count - 1; i++)
        {
            // A bound has two significant digits, and a band ends only where the next one will be full as well.
            var bound = RoundNumber.ToDigits(numbers[i], 2);
            if (i - held < Math.Max(rows, numbers.Count / count) || (bounds.Count > 0 && bound <= bounds[^1])) continue;
            var below = numbers.TakeWhile(n => n < bound).Count();
            if (below - held < rows || numbers.Count - below < rows) continue;
            bounds.Add(bound);
            held = below;
        }

        // Too few rows for two bands: the number says too much about its owner.
        if (bounds.Count == 0)
        {
            var (blank, blanked) = Rewrite(column, _ => null);
            return new() { Values = blank, Kind = ValueKind.Code, Blanked = blanked };
        }

        var made = InBands(column, BandList.Open(bounds, numbers.All(n => n == Math.Floor(n))));
        return made with { Published = $"bands={string.Join(',', made.Labels.Select(l => l.Value))}" };
    }
}
