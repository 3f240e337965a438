using System.Globalization;

namespace MigrationClean.Forms.Linting;

/// <summary>The parameters of a range as numbers, defaults filled in (xlsform §4): decimal arithmetic, as 0.1 is no binary number.</summary>
/// <param name="Cell">The cell they stand in.</param>
/// <param name="Start">The first value, 1 by default. May be the greater one.</param>
/// <param name="End">The last value, 10 by default.</param>
/// <param name="Step">From one value to the next, 1 by default.</param>
internal sealed record RangeParameters(Parameters Cell, decimal Start, decimal End, decimal Step)
{
    /// <summary>The keys whose values are numbers.</summary>
    public static readonly string[] NumberKeys = ["start", "end", "step", "tick_interval", "placeholder"];

    /// <summary>The distance from start to end.</summary>
    public decimal Width => Math.Abs(End - Start);

    /// <summary>The tick interval, <see langword="null"/> if none is given or it is no number.</summary>
    public decimal? TickInterval => Number(Cell["tick_interval"]);

    /// <summary>Whether its start, end and step are those of a slider: what is said of other values needs that.</summary>
    public bool IsSound => Step != 0 && Step <= Width;

    /// <summary>The words of the row's appearance.</summary>
    public string[] Appearance => (Cell.Row["appearance"] ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Whether a number lies between start and end, both included.</summary>
    public bool Includes(decimal number) => number >= Math.Min(Start, End) && number <= Math.Max(Start, End);

    /// <summary>The ranges of the form whose start, end and step are numbers.</summary>
    public static IEnumerable<RangeParameters> In(LintContext form)
    {
        foreach (var cell in Parameters.In(form, type => type == QuestionType.Range))
            if (Number(cell["start"] ?? "1") is { } start && Number(cell["end"] ?? "10") is { } end && Number(cell["step"] ?? "1") is { } step)
                yield return new(cell, start, end, step);
    }

    /// <summary>A number as the converter reads it, <see langword="null"/> if it is none.</summary>
    public static decimal? Number(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e12m ? number : null;
}
