using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Answers;

/// <summary>The answer of a range question lies outside start and end, or between two of its steps.</summary>
/// <remarks>In decimal arithmetic: 0.3 is on a step of 0.1. What is no number is another check's. Source: xlsform §4.</remarks>
internal sealed class OutsideRange : AnswerCheck
{
    private const NumberStyles Written = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    // A spreadsheet keeps 15 digits: 0.30000000000000004 in a number cell is 0.3.
    private const int DecimalsOfTypedCells = 12;

    /// <inheritdoc/>
    public override CheckId Id => new("FORM-10", "outside-range");

    /// <inheritdoc/>
    public override bool Judges(Question question) => question.Type == QuestionType.Range;

    /// <inheritdoc/>
    public override string? WhyNotJudged(Question question) => Bounds(question) is null ? "range-unreadable" : null;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(Answer answer)
    {
        var isTyped = answer.Kinds.HasFlag(CellKinds.Number);
        var text = answer.Utf8;
        if (!NumberText.IsDecimal(text[System.Text.Ascii.Trim(text)], isTyped)) return [];
        var (low, high, start, step) = Bounds(answer.Question)!.Value;
        var isDecimal = decimal.TryParse(answer.Text, Written, CultureInfo.InvariantCulture, out var value);
        if (isTyped) value = decimal.Round(value, DecimalsOfTypedCells);
        if (isDecimal && value >= low && value <= high && (value - start) % step == 0) return [];

        var found = Found(
            answer,
            new("question", answer.Question.Name),
            new("value", answer.Text, Sensitive: true),
            new("low", Print(low)),
            new("high", Print(high)),
            new("step", Print(step)));
        return [isDecimal && value >= low && value <= high ? found with { Variant = "off-step" } : found];
    }

    // Start above end counts downwards.
    private static (decimal Low, decimal High, decimal Start, decimal Step)? Bounds(Question question)
    {
        if (Parameter(question, "start", 1) is not { } start || Parameter(question, "end", 10) is not { } end) return null;
        if (Parameter(question, "step", 1) is not { } step || step == 0) return null;
        return (Math.Min(start, end), Math.Max(start, end), start, Math.Abs(step));
    }

    private static decimal? Parameter(Question question, string name, decimal usual)
    {
        if (!question.Parameters.TryGetValue(name, out var text)) return usual;
        return decimal.TryParse(text, Written, CultureInfo.InvariantCulture, out var value) && Math.Abs(value) <= int.MaxValue ? value : null;
    }

    private static string Print(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
