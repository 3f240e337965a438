using System.Xml;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Reads a part's XML with every door shut: no DTD, no outside files, limits on depth, attributes and length (robustness §3).</summary>
internal sealed class PartXml : IDisposable
{
    private const int MostDepth = 64;
    private const int MostAttributes = 256;

    private readonly Stream _stream;
    private readonly XmlReader _reader;
    private readonly InputException _damaged;

    /// <summary>Opens a part.</summary>
    /// <param name="parts">The archive.</param>
    /// <param name="name">The part, which exists.</param>
    public PartXml(ZipParts parts, string name)
    {
        _damaged = new("FILE-04/xml", new() { File = parts.File }, new FindingArgument("part", name));
        _stream = parts.Open(name);
        _reader = XmlReader.Create(_stream, new()
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = 4L << 30,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    /// <summary>The reader, standing on what <see cref="Read"/> met.</summary>
    public XmlReader Reader => _reader;

    /// <summary>Goes on by one node.</summary>
    /// <exception cref="InputException">FILE-04: broken XML or a DTD.</exception>
    public bool Read()
    {
        try
        {
            if (!_reader.Read())
            {
                ReadToEndOfStream();
                return false;
            }

            if (_reader.Depth > MostDepth || _reader.AttributeCount > MostAttributes) throw _damaged;
            return true;
        }
        catch (XmlException)
        {
            throw _damaged;
        }
    }

    /// <summary>Copies the text of the node stood on.</summary>
    public int ReadText(char[] buffer)
    {
        try
        {
            return _reader.ReadValueChunk(buffer, 0, buffer.Length);
        }
        catch (XmlException)
        {
            throw _damaged;
        }
    }

    /// <summary>Reads a part of which nothing is needed but that it is whole and harmless.</summary>
    /// <exception cref="InputException">FILE-04: broken XML or a DTD.</exception>
    public static void ReadThrough(ZipParts parts, string name)
    {
        using var xml = new PartXml(parts, name);
        while (xml.Read())
        {
        }
    }

    /// <summary>The elements of the part, each with the reader standing on its start; the namespace is not looked at.</summary>
    public IEnumerable<XmlReader> Elements()
    {
        while (Read())
            if (_reader.NodeType == XmlNodeType.Element) yield return _reader;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
    }

    // The reader may stop before the stream's own end, where the sum is checked.
    private void ReadToEndOfStream()
    {
        Span<byte> rest = stackalloc byte[256];
        while (_stream.Read(rest) > 0)
        {
        }
    }
}
