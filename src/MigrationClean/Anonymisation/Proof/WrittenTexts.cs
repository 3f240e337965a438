using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>What is done with a text of a written file.</summary>
/// <param name="text">The text as UTF-8, not empty.</param>
/// <param name="isCell">Whether it is a whole cell of data.</param>
internal delegate void TextFound(ReadOnlySpan<byte> text, bool isCell);

/// <summary>
/// Every text in a written file, read from its bytes by code that shares nothing with the writers: cells of a CSV file, texts and attributes of every part
/// of a workbook (hidden sheets, comments, names, properties), lines of anything else.
/// </summary>
internal static partial class WrittenTexts
{
    private const int BufferSize = 1 << 16;
    private const int ShortestEntity = 4;

    private static readonly bool[] EndsCell = [.. Enumerable.Range(0, 256).Select(b => "\",;\t\r\n".Contains((char)b, StringComparison.Ordinal))];

    private static readonly SearchValues<byte> OfLines = SearchValues.Create("\r\n"u8);
    private static readonly SearchValues<byte> OfMarkup = SearchValues.Create("\r\n<>\""u8);

    /// <summary>Whether a file is one that <see cref="CsvParts"/> can cut.</summary>
    public static bool IsCsv(string path) => Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads a file, or a part of a CSV file. O(bytes), a buffer of memory.</summary>
    /// <param name="path">The file's name, for its ending.</param>
    /// <param name="file">Its bytes, at the beginning of the part.</param>
    /// <param name="length">Bytes of the part.</param>
    /// <param name="isData">Whether a CSV file holds data, so that its cells count as cells.</param>
    /// <param name="found">Called for each text.</param>
    public static void Read(string path, Stream file, long length, bool isData, TextFound found)
    {
        switch (Path.GetExtension(path).ToLowerInvariant())
        {
            case ".xlsx":
                using (var zip = new ZipArchive(file, ZipArchiveMode.Read))
                    foreach (var part in zip.Entries) ReadPart(part, found);
                break;
            case ".csv":
                ReadCsv(file, length, isData, found);
                break;
            case var extension:
                ReadMarkup(file, isMarkup: extension is ".html" or ".xml" or ".json", skipTags: false, found);
                break;
        }
    }

    private static void ReadPart(ZipArchiveEntry part, TextFound found)
    {
        found(Encoding.UTF8.GetBytes(part.FullName), isCell: false);
        using var bytes = part.Open();

        // Tags of a sheet hold only places and styles, and are most of it.
        var isSheet = part.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal);
        ReadMarkup(bytes, isMarkup: true, skipTags: isSheet, found);
    }

    private static void ReadCsv(Stream stream, long length, bool isData, TextFound found)
    {
        var cell = new Letters();
        var isQuoted = false;
        var buffer = new byte[BufferSize];
        for (int read; (read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, length))) > 0; length -= read)
        {
            for (var rest = buffer.AsSpan(0, read); !rest.IsEmpty;)
            {
                var end = isQuoted ? rest.IndexOf((byte)'"') : EndOfCell(rest);
                if (end < 0)
                {
                    cell.Append(rest);
                    break;
                }

                if (rest[end] == '"')
                {
                    cell.Append(rest[..end]);
                    isQuoted = !isQuoted;
                }
                else
                {
                    End(cell, rest[..end], isData, found);
                }

                rest = rest[(end + 1)..];
            }
        }

        End(cell, [], isData, found);
    }

    // Most cells are blank or of a byte or two: a loop is at their end before a vector search has begun.
    private static int EndOfCell(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
            if (EndsCell[text[i]]) return i;
        return -1;
    }

    private static void ReadMarkup(Stream stream, bool isMarkup, bool skipTags, TextFound found)
    {
        var text = new Letters();
        var inTag = false;
        var buffer = new byte[BufferSize];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            for (var rest = buffer.AsSpan(0, read); !rest.IsEmpty;)
            {
                var isSkipped = inTag && skipTags;
                var length = isSkipped ? rest.IndexOf((byte)'>') : rest.IndexOfAny(isMarkup ? OfMarkup : OfLines);
                if (length < 0)
                {
                    if (!isSkipped) text.Append(rest);
                    break;
                }

                if (rest[length] is (byte)'<' or (byte)'>') inTag = rest[length] == '<';
                End(text, isSkipped ? [] : rest[..length], false, found);
                rest = rest[(length + 1)..];
            }
        }

        End(text, [], false, found);
    }

    /// <summary>A text ends: what was gathered of it, and its last part.</summary>
    private static void End(Letters begun, ReadOnlySpan<byte> last, bool isCell, TextFound found)
    {
        if (begun.Length > 0) begun.Append(last);
        var text = begun.Length > 0 ? begun.Span : last;
        if (text.Length >= ShortestEntity && text.Contains((byte)'&')) found(Encoding.UTF8.GetBytes(Entity.Replace(Encoding.UTF8.GetString(text), Decoded)), isCell);
        else if (!text.IsEmpty) found(text, isCell);
        begun.Length = 0;
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

    /// <summary>The bytes of one text that comes in parts, in one buffer for all texts of a file.</summary>
    private sealed class Letters
    {
        private byte[] _bytes = new byte[1024];

        public int Length { get; set; }

        public ReadOnlySpan<byte> Span => _bytes.AsSpan(0, Length);

        public void Append(ReadOnlySpan<byte> part)
        {
            if (Length + part.Length > _bytes.Length) Array.Resize(ref _bytes, (Length + part.Length) * 2);
            part.CopyTo(_bytes.AsSpan(Length));
            Length += part.Length;
        }
    }
}
