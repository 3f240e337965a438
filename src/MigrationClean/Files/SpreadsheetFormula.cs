namespace MigrationClean.Files;

/// <summary>What a spreadsheet takes for a formula, and the apostrophe that keeps it from doing so (outputs §1).</summary>
internal static class SpreadsheetFormula
{
    /// <summary>Whether a spreadsheet would take the value, less leading apostrophes, for a formula: <c>^'*[=+\-@\t\r\n＝＋－＠]</c>.</summary>
    /// <param name="value">UTF-8 bytes.</param>
    public static bool IsTrigger(ReadOnlySpan<byte> value)
    {
        var rest = value.TrimStart((byte)'\'');
        if (rest.IsEmpty) return false;
        if (rest[0] is (byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r' or (byte)'\n') return true;
        return rest.StartsWith("＝"u8) || rest.StartsWith("＋"u8) || rest.StartsWith("－"u8) || rest.StartsWith("＠"u8);
    }

    /// <summary>The text as it was, from a text as written: one apostrophe less before a trigger.</summary>
    public static string Undo(string text) => text.StartsWith('\'') && IsTrigger(System.Text.Encoding.UTF8.GetBytes(text)) ? text[1..] : text;
}
