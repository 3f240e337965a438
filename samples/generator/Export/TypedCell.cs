using System.Globalization;
using System.Text;

namespace MigrationClean.Samples.Export;

/// <summary>One cell of a typed XLSX export, byte for byte as KoBo's streaming writer leaves it (kobo-exports §4 and §7.5).</summary>
internal static class TypedCell
{
    private const int ExcelLimit = 32767;
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const string Truncated = "<WARNING: Truncated to Excel limit of 32767 characters!>";

    public static void Append(StringBuilder xml, string place, string raw, CellKind kind)
    {
        if (raw.Length == 0) return;

        if (Serial(raw, kind) is { } serial) xml.Append($"<c r=\"{place}\" s=\"1\"><v>{Sixteen(serial)}</v></c>");
        else if (kind == CellKind.Number && Number(raw) is { } number) xml.Append($"<c r=\"{place}\"><v>{Sixteen(number)}</v></c>");
        else AppendText(xml, place, raw);
    }

    private static void AppendText(StringBuilder xml, string place, string raw)
    {
        if (raw[0] == '=') throw new InvalidOperationException("The samples hold no text that becomes a formula.");
        if (raw.Length > ExcelLimit) raw = Truncated + raw[..(ExcelLimit - Truncated.Length)];

        var space = char.IsWhiteSpace(raw[0]) || char.IsWhiteSpace(raw[^1]) ? " xml:space=\"preserve\"" : "";
        xml.Append($"<c r=\"{place}\" t=\"inlineStr\"><is><t{space}>").Append(Escape(raw)).Append("</t></is></c>");
    }

    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>XlsxWriter prints numbers with <c>%.16G</c>.</summary>
    private static string Sixteen(double value) => value.ToString("G16", CultureInfo.InvariantCulture);

    private static double? Number(string raw) =>
        double.TryParse(raw, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Days since 1899-12-30; the clock time as printed, its offset dropped.</summary>
    private static double? Serial(string raw, CellKind kind)
    {
        if (kind is not (CellKind.Date or CellKind.DateTime)) return null;

        string[] shapes = kind == CellKind.Date ? ["yyyy-MM-dd"] : ["yyyy-MM-ddTHH:mm:ss.fff", "yyyy-MM-ddTHH:mm:ss"];
        var clock = kind == CellKind.DateTime && raw.Length > 23 ? raw[..23] : raw;
        if (!DateTime.TryParseExact(clock, shapes, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return null;

        var since = time - new DateTime(1899, 12, 30);
        var day = since.Days;
        // XlsxWriter counts dates before March 1900 as Lotus did, and negative days from 1899-12-31.
        if (day < 61) day -= 1;
        return day + ((since.Seconds + (60 * (since.Minutes + (60 * since.Hours))) + (since.Milliseconds / 1000.0)) / 86400);
    }
}
