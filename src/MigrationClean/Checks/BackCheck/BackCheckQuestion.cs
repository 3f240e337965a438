using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.BackCheck;

/// <summary>What a second interview tells about a question.</summary>
internal enum BackCheckKind
{
    /// <summary>Type 1: the answer must not differ; who differs was not there.</summary>
    Fixed = 1,

    /// <summary>Type 2: the answer depends on how well it was asked.</summary>
    Skill = 2,

    /// <summary>Type 3: the answer itself may change from day to day.</summary>
    Stability = 3,
}

/// <summary>A question that is compared with the second interview.</summary>
/// <param name="Question">The question.</param>
/// <param name="Kind">Its type.</param>
/// <param name="First">Its answers in the survey.</param>
/// <param name="Second">Its answers in the second interviews.</param>
/// <param name="Range">By how much numbers may differ: in their unit, or in percent of the first; 0 = not at all.</param>
/// <param name="IsPercent">Whether the range is in percent.</param>
internal sealed record BackCheckQuestion(Question Question, BackCheckKind Kind, TableColumn First, TableColumn Second, double Range, bool IsPercent)
{
    private const string FormColumn = "backcheck";

    /// <summary>Whether two numbers count as equal.</summary>
    public bool Agree(double first, double second) => Math.Abs(first - second) <= (IsPercent ? Math.Abs(first) * Range / 100 : Range);

    /// <summary>The type that the settings give a question, else the form's column <c>backcheck</c>; <see langword="null"/> = none.</summary>
    public static BackCheckKind? KindOf(Question question, ParameterValues values)
    {
        foreach (var kind in Enum.GetValues<BackCheckKind>())
            if (values.Texts($"type{(int)kind}").Contains(question.Name)) return kind;
        foreach (var (header, value) in question.ExtraColumns)
            if (string.Equals(header.Trim(), FormColumn, StringComparison.OrdinalIgnoreCase) && int.TryParse(value.Trim(), CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 3)
                return (BackCheckKind)number;
        return null;
    }

    /// <summary>Reads <c>2</c> or <c>10%</c>.</summary>
    public static (double Range, bool IsPercent) RangeOf(string text)
    {
        var isPercent = text.TrimEnd().EndsWith('%');
        var bare = isPercent ? text.TrimEnd()[..^1] : text;
        return double.TryParse(bare.Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var range)
            ? (range, isPercent)
            : throw new Diagnostics.InputException("settings/not-a-range", null, new("key", "checks.BCK-02.okrange"), new Diagnostics.FindingArgument("typed", text));
    }
}
