using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>Turns an input's text into UTF-8 while it is read: by its byte order mark, else as the user says, else as it is.</summary>
internal static class TextEncoding
{
    static TextEncoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Makes the one-byte encodings known to the runtime; old workbooks hold texts in them too.</summary>
    public static void RegisterCodePages()
    {
        // The static constructor has done it.
    }

    /// <summary>The text as UTF-8; not checked where it claims to be UTF-8 already.</summary>
    /// <param name="input">The input, nothing read yet.</param>
    /// <param name="name">Name of an encoding for text without a mark; <see langword="null"/> = UTF-8.</param>
    /// <exception cref="InputException">FILE-06: no such encoding.</exception>
    public static Stream ToUtf8(OpenedInput input, string? name)
    {
        var encoding = ByMark(input.Head) ?? (name is null ? null : Named(input.Name, name));
        if (encoding is null or UTF8Encoding) return input;
        var strict = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return Encoding.CreateTranscodingStream(input, strict, new UTF8Encoding(false), leaveOpen: true);
    }

    /// <summary>The encoding that a byte order mark names; <see langword="null"/> without one.</summary>
    public static Encoding? ByMark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8,
        [0xFF, 0xFE, 0, 0, ..] => Encoding.UTF32,
        [0, 0, 0xFE, 0xFF, ..] => Encoding.GetEncoding(12001),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    /// <summary>An encoding by its name.</summary>
    /// <exception cref="InputException">FILE-06: no such encoding.</exception>
    public static Encoding Named(string file, string name)
    {
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            throw new InputException("FILE-06/name", new() { File = file }, new FindingArgument("encoding", name));
        }
    }
}
