using System.Text;
using MigrationClean.Files;

namespace MigrationClean.Writing;

/// <summary>
/// The reversible rule <c>apostrophe-1</c>: a text that a spreadsheet would run as a formula gets one more apostrophe in front (outputs §1).
/// </summary>
/// <remarks>Works on UTF-8 bytes, once per distinct value. <c>Undo(Apply(x)) = x</c> for every text.</remarks>
internal static class FormulaGuard
{
    /// <summary>The rule's name in manifests and data packages.</summary>
    public const string RuleName = "apostrophe-1";

    /// <summary>Whether a value gets an apostrophe.</summary>
    /// <param name="value">UTF-8 bytes.</param>
    /// <param name="guard">Off: never; on: not for plain numbers; strict: also for those.</param>
    public static bool Touches(ReadOnlySpan<byte> value, CsvGuard guard) => guard switch
    {
        CsvGuard.Off => false,
        CsvGuard.On => IsTrigger(value) && !IsPlainNumber(value),
        _ => IsTrigger(value),
    };

    /// <summary>Whether a spreadsheet would take the value, less leading apostrophes, for a formula: <c>^'*[=+\-@\t\r\n＝＋－＠]</c>.</summary>
    public static bool IsTrigger(ReadOnlySpan<byte> value) => SpreadsheetFormula.IsTrigger(value);

    /// <summary>The text as it is written.</summary>
    public static string Apply(string text, CsvGuard guard) => Touches(Encoding.UTF8.GetBytes(text), guard) ? $"'{text}" : text;

    /// <summary>The text as it was, from a text as written: one apostrophe less before a trigger.</summary>
    public static string Undo(string text) => SpreadsheetFormula.Undo(text);

    // ^[+-]?\d+([.,]\d+)?$ with ASCII digits: no spreadsheet runs it.
    private static bool IsPlainNumber(ReadOnlySpan<byte> value)
    {
        var rest = value[0] is (byte)'+' or (byte)'-' ? value[1..] : value;
        var whole = Digits(rest);
        if (whole == 0 || whole == rest.Length) return whole > 0;
        if (rest[whole] is not ((byte)'.' or (byte)',')) return false;
        rest = rest[(whole + 1)..];
        return rest.Length > 0 && Digits(rest) == rest.Length;
    }

    private static int Digits(ReadOnlySpan<byte> value)
    {
        var after = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return after < 0 ? value.Length : after;
    }
}
