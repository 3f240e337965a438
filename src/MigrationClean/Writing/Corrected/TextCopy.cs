using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Writing.Corrected;

/// <summary>A text file that is read as UTF-8 and written again in its own encoding, a byte order mark included.</summary>
internal sealed class TextCopy
{
    private readonly Func<Stream> _openToLook;
    private readonly Func<Stream> _openToCopy;
    private readonly Encoding _encoding;

    /// <summary>Looks at a file's encoding.</summary>
    /// <param name="input">The file.</param>
    /// <param name="head">Its first bytes.</param>
    /// <param name="named">The encoding it is read in without a mark; <see langword="null"/> = UTF-8.</param>
    /// <exception cref="InputException">FILE-06: no such encoding.</exception>
    public TextCopy(InputFile input, ReadOnlySpan<byte> head, string? named)
    {
        _openToLook = _openToCopy = () => new DecodedInput(input, named);
        var encoding = TextEncoding.ByMark(head) ?? (named is null ? Encoding.UTF8 : TextEncoding.Named(input.Name, named));
        _encoding = Encoding.GetEncoding(encoding.CodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }

    /// <summary>A text that is UTF-8, such as a member of an archive.</summary>
    /// <param name="openToLook">Opens it from its beginning, to look it through.</param>
    /// <param name="openToCopy">Opens it a second time.</param>
    public TextCopy(Func<Stream> openToLook, Func<Stream> openToCopy) =>
        (_openToLook, _openToCopy, _encoding) = (openToLook, openToCopy, new UTF8Encoding(false, throwOnInvalidBytes: true));

    /// <summary>Looks through the text, then writes it with what is to be different.</summary>
    /// <param name="plan">From the text as UTF-8 to the stretches that change.</param>
    /// <param name="output">The copy's bytes.</param>
    public void Write(Func<Stream, IEnumerable<Splice>> plan, Stream output)
    {
        IEnumerable<Splice> splices;
        using (var text = _openToLook()) splices = plan(text);
        using (var text = _openToCopy())
        {
            if (_encoding is UTF8Encoding)
            {
                Splices.Copy(text, splices, output);
                return;
            }

            using var written = Encoding.CreateTranscodingStream(output, _encoding, Encoding.UTF8, leaveOpen: true);
            Splices.Copy(text, splices, written);
        }
    }

    /// <summary>A new value as UTF-8, if the file's encoding has all its letters.</summary>
    /// <exception cref="InputException">FILE-06/new-value: it has not.</exception>
    public byte[] Utf8(string value, Location location)
    {
        try
        {
            _encoding.GetByteCount(value);
        }
        catch (EncoderFallbackException)
        {
            throw new InputException("FILE-06/new-value", location, new FindingArgument("encoding", _encoding.WebName));
        }

        return Encoding.UTF8.GetBytes(value);
    }

    /// <summary>An input as UTF-8 that is closed with its stream.</summary>
    private sealed class DecodedInput(InputFile input, string? named) : ReadOnlyStream
    {
        private readonly OpenedInput _opened = new(input);
        private Stream? _utf8;

        /// <inheritdoc/>
        public override int Read(Span<byte> buffer) => (_utf8 ??= TextEncoding.ToUtf8(_opened, named)).Read(buffer);

        /// <inheritdoc/>
        protected override void Dispose(bool disposing)
        {
            if (disposing) _opened.Dispose();
            base.Dispose(disposing);
        }
    }
}
