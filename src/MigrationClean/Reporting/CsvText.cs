namespace MigrationClean.Reporting;

/// <summary>A cell of a CSV file that people may open in a spreadsheet.</summary>
internal static class CsvText
{
    private static readonly System.Buffers.SearchValues<char> RunBySpreadsheets = System.Buffers.SearchValues.Create("=+-@\t\r\n＝＋－＠");
    private static readonly System.Buffers.SearchValues<char> NeedQuotes = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>The text guarded by one apostrophe where a spreadsheet would run it (plain numbers pass), and in quotes where it needs them.</summary>
    public static string Cell(string text)
    {
        if (IsRunBySpreadsheets(text)) text = "'" + text;
        return text.AsSpan().ContainsAny(NeedQuotes) ? $"\"{text.Replace("\"", "\"\"")}\"" : text;
    }

    // A value that has apostrophes before such a letter gets one more, so that taking one away gives the value back.
    private static bool IsRunBySpreadsheets(string text)
    {
        var rest = text.AsSpan().TrimStart('\'');
        if (rest.IsEmpty || !RunBySpreadsheets.Contains(rest[0])) return false;
        return rest.Length < text.Length || !IsPlainNumber(rest);
    }

    private static bool IsPlainNumber(ReadOnlySpan<char> text)
    {
        var number = text[0] is '-' or '+' ? text[1..] : text;
        var point = number.IndexOfAny('.', ',');
        return IsDigits(point < 0 ? number : number[..point]) && (point < 0 || IsDigits(number[(point + 1)..]));
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length > 0 && !text.ContainsAnyExceptInRange('0', '9');
}
