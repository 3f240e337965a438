using System.Text.RegularExpressions;

namespace MigrationClean.Writing.Corrected;

/// <summary>Moves the defined names of a workbook (print areas, filters, ranges) where rows of the sheets that they point at are taken out.</summary>
/// <param name="shifts">The removals by the sheet's name.</param>
internal sealed partial class WorkbookNames(IReadOnlyDictionary<string, RowShift> shifts) : PartFilter
{
    /// <inheritdoc/>
    protected override ElementFate FateOf(string name, ReadOnlySpan<byte> element) => ElementFate.Stays;

    /// <inheritdoc/>
    protected override string TextOf(string name, string text) => name != "definedName" ? text : SheetReference.Replace(text, match =>
    {
        var sheet = match.Groups["sheet"].Value;
        if (sheet.StartsWith('\'')) sheet = sheet[1..^1].Replace("''", "'", StringComparison.Ordinal);
        if (!shifts.TryGetValue(sheet, out var shift)) return match.Value;
        return $"{match.Groups["sheet"].Value}!{shift.Moved(match.Groups["range"].Value) ?? "#REF!"}";
    });

    [GeneratedRegex(@"(?<sheet>'([^']|'')+'|[\p{L}\p{N}_.]+)!(?<range>\$?[A-Za-z]{0,3}\$?[0-9]{1,7}(:\$?[A-Za-z]{0,3}\$?[0-9]{1,7})?)(?![\p{L}\p{N}_(])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SheetReference { get; }
}
