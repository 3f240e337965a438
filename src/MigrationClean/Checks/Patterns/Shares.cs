using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Patterns;

/// <summary>A share as messages tell it.</summary>
internal static class Shares
{
    /// <summary>So many of so many, and the percentage with one decimal.</summary>
    public static FindingArgument[] Arguments(InterviewRates rates, int row) => Arguments(rates.Part[row], rates.Whole[row]);

    /// <summary>So many of so many, and the percentage with one decimal.</summary>
    public static FindingArgument[] Arguments(int part, int whole) =>
    [
        new("n", part.ToString(CultureInfo.InvariantCulture)),
        new("all", whole.ToString(CultureInfo.InvariantCulture)),
        new("percent", (100.0 * part / whole).ToString("0.0", CultureInfo.InvariantCulture)),
    ];
}
