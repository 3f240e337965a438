using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>What is done with a text of a written file.</summary>
/// <param name="text">The text.</param>
/// <param name="isCell">Whether it is a whole cell of data.</param>
internal delegate void TextFound(ReadOnlySpan<char> text, bool isCell);

/// <summary>
/// Every text in a written file, read from its bytes by code that shares nothing with the writers: cells of a CSV file, texts and attributes of every part
/// of a workbook (hidden sheets, comments, names, properties), lines of anything else.
/// </summary>
internal static partial class WrittenTexts
{
    /// <summary>Reads a file. O(bytes), a buffer of memory.</summary>
    /// <param name="path">The file's name, for its ending.</param>
    /// <param name="file">Its bytes.</param>
    /// <param name="isData">Whether a CSV file holds data, so that its cells count as cells.</param>
    /// <param name="found">Called for each text.</param>
    public static void Read(string path, Stream file, bool isData, TextFound found)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".xlsx":
                using (var zip = new ZipArchive(file, ZipArchiveMode.Read))
                    foreach (var part in zip.Entries) ReadPart(part, found);
                break;
            case ".csv":
                ReadCsv(file, isData, found);
                break;
            case var extension:
                ReadMarkup(file, isMarkup: extension is ".html" or ".xml" or ".json", skipTags: false, found);
                break;
        }
    }

    private static void ReadPart(ZipArchiveEntry part, TextFound found)
    {
        found(part.FullName, isCell: false);
        using var bytes = part.Open();

        // Tags of a sheet hold only places and styles, and are most of it.
        var isSheet = part.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal);
        ReadMarkup(bytes, isMarkup: true, skipTags: isSheet, found);
    }

    private static void ReadCsv(Stream stream, bool isData, TextFound found)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), true, 1 << 16, leaveOpen: true);
        var cell = new Letters();
        var isQuoted = false;
        var buffer = new char[1 << 16];
        for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
        {
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (c == '"') isQuoted = !isQuoted;
                else if (!isQuoted && c is ',' or ';' or '\t' or '\r' or '\n') End(cell, isData && !isQuoted, found);
                else cell.Append(c);
            }
        }

        End(cell, isData, found);
    }

    private static void ReadMarkup(Stream stream, bool isMarkup, bool skipTags, TextFound found)
    {
        using var reader = new StreamReader(stream, new UTF8Encoding(false), true, 1 << 16, leaveOpen: true);
        var text = new Letters();
        var inTag = false;
        var buffer = new char[1 << 16];
        for (int read; (read = reader.Read(buffer, 0, buffer.Length)) > 0;)
        {
            foreach (var c in buffer.AsSpan(0, read))
            {
                if (inTag && skipTags && c != '>') continue;
                if (c is '\r' or '\n' || (isMarkup && c is '<' or '>' or '"'))
                {
                    if (isMarkup && c is '<' or '>') inTag = c == '<';
                    End(text, false, found);
                }
                else
                {
                    text.Append(c);
                }
            }
        }

        End(text, false, found);
    }

    private static void End(Letters text, bool isCell, TextFound found)
    {
        if (text.Length == 0) return;
        if (text.Span.Contains('&')) found(Entity.Replace(text.Span.ToString(), Decoded), isCell);
        else found(text.Span, isCell);
        text.Length = 0;
    }

    private static string Decoded(Match match)
    {
        var name = match.Groups["name"].Value;
        if (name[0] != '#') return name switch { "amp" => "&", "lt" => "<", "gt" => ">", "quot" => "\"", _ => "'" };
        var isHex = name[1] is 'x' or 'X';
        var digits = name.AsSpan(isHex ? 2 : 1);
        return int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code)
            ? new Rune(code).ToString()
            : " ";
    }

    [GeneratedRegex(@"&(?<name>amp|lt|gt|quot|apos|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entity { get; }

    /// <summary>The letters of one text, in one buffer for all texts of a file.</summary>
    private sealed class Letters
    {
        private char[] _letters = new char[1024];

        public int Length { get; set; }

        public ReadOnlySpan<char> Span => _letters.AsSpan(0, Length);

        public void Append(char c)
        {
            if (Length == _letters.Length) Array.Resize(ref _letters, Length * 2);
            _letters[Length++] = c;
        }
    }
}
