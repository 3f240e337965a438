using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Outliers;

/// <summary>A limit of a question: a number, or another numeric question of the same row.</summary>
/// <remarks>The place where expressions of the settings and of the form's extra columns are understood.</remarks>
internal sealed class RowLimit
{
    private readonly RowValues? _reference;

    private RowLimit(double? number, RowValues? reference) => (Number, _reference) = (number, reference);

    /// <summary>The number, where it is the same in every row.</summary>
    public double? Number { get; }

    /// <summary>Understands a limit.</summary>
    /// <param name="context">The submissions.</param>
    /// <param name="column">The question that is limited.</param>
    /// <param name="key">The setting or column that holds the limit.</param>
    /// <param name="text">A number, or <c>${question}</c>.</param>
    /// <param name="whyNot">A key under <c>reason/</c>, where the limit cannot be judged.</param>
    /// <exception cref="InputException"><c>settings/question-unknown</c>: the question that it names is in no form.</exception>
    public static RowLimit? Of(CheckContext context, AskedColumn column, string key, string text, out string whyNot)
    {
        whyNot = "";
        var bare = text.Trim();
        if (double.TryParse(bare, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)) return new(number, null);
        whyNot = "limit-expression";
        if (!bare.StartsWith("${", StringComparison.Ordinal) || bare.IndexOf('}', StringComparison.Ordinal) != bare.Length - 1) return null;
        whyNot = "not-exported";
        return RowValues.Of(context, column.Table, bare[2..^1].Trim(), key) is { } reference ? new(null, reference) : null;
    }

    /// <summary>The limit for a row of the question's table; NaN where it cannot be told.</summary>
    public double At(int row) => Number ?? _reference!.NumberAt(row);
}
