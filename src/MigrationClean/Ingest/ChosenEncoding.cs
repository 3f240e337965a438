using System.Text.Unicode;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Csv;

namespace MigrationClean.Ingest;

/// <summary>Which encoding a text file is read in when the user named one, and the finding that tells it.</summary>
internal static class ChosenEncoding
{
    private const int WordsShown = 3;
    private static readonly CheckId Check = new("FILE-06", "file-encoding");

    /// <summary>The encoding to read in; <see langword="null"/> for UTF-8 or what a byte order mark says.</summary>
    /// <param name="input">The file, opened once more where it has to be looked through first.</param>
    /// <param name="opened">The file opened for reading.</param>
    /// <param name="asked">What the user named; <c>auto</c> to guess.</param>
    public static string? Of(InputFile input, OpenedInput opened, string? asked)
    {
        if (asked is null || TextEncoding.ByMark(opened.Head) is not null) return null;
        var isAuto = string.Equals(asked, "auto", StringComparison.OrdinalIgnoreCase);
        if (!isAuto && !TextEncoding.Named(input.Name, asked).IsSingleByte) return asked;

        if (isAuto && EncodingGuess.Utf16(opened.Head) is { } wide) return wide;

        // Cyrillic text in a one-byte encoding is never valid UTF-8 by chance: a file that is, is read as what it is.
        using var bytes = new OpenedInput(input);
        var (isUtf8, isAscii, guess) = LookThrough(bytes);
        return isUtf8 && (isAuto || !isAscii) ? null : isAuto ? guess : asked;
    }

    /// <summary>The warning that a file was not UTF-8; <see langword="null"/> if it was.</summary>
    public static Finding? FindingOf(OpenedInput opened, string? encoding, string? asked, Sheet sheet)
    {
        if (encoding is null) return null;
        var words = string.Join(", ", sheet.Headers.Where(static h => h.Any(static c => c > 0x7F)).Take(WordsShown));
        var isGuess = string.Equals(asked, "auto", StringComparison.OrdinalIgnoreCase);
        return new()
        {
            Check = Check,
            Severity = Severity.Warning,
            Variant = !isGuess ? "read" : words.Length > 0 ? "guessed" : "guessed-unseen",
            Location = new() { File = opened.Name },
            Arguments = [new("encoding", encoding), new("words", words)],
        };
    }

    private static (bool IsUtf8, bool IsAscii, string Guess) LookThrough(Stream bytes)
    {
        var buffer = new byte[1 << 18];
        var kept = 0;
        var isAscii = true;
        for (int read; (read = bytes.Read(buffer.AsSpan(kept))) > 0;)
        {
            // Ends at a line end or blank, so that no character is cut.
            var seen = buffer.AsSpan(0, kept + read);
            var whole = seen.LastIndexOfAnyInRange((byte)0, (byte)0x7F) + 1;
            if (whole == 0) whole = seen.Length;
            isAscii &= !seen.ContainsAnyInRange((byte)0x80, (byte)0xFF);
            if (!Utf8.IsValid(seen[..whole])) return (false, isAscii, EncodingGuess.Of(seen));
            kept = seen.Length - whole;
            seen[whole..].CopyTo(buffer);
        }

        return (kept == 0 || Utf8.IsValid(buffer.AsSpan(0, kept)), isAscii, "windows-1251");
    }
}
