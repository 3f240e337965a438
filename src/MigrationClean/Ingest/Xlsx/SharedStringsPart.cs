using System.Xml;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>Reads the shared strings: the runs of rich text joined, phonetic runs left out. Nothing is sized by the counts that the part claims.</summary>
internal static class SharedStringsPart
{
    private const int MostStrings = 5_000_000;
    private const long MostBytes = 1L << 30;

    /// <summary>Reads the part.</summary>
    /// <exception cref="InputException">FILE-04, FILE-05.</exception>
    public static SharedTexts Read(ZipParts parts, string part)
    {
        var texts = new SharedTexts();
        var text = new ByteList();
        var chars = new char[4096];
        var phonetic = false;
        var inText = false;
        using var xml = new PartXml(parts, part);
        while (xml.Read())
        {
            var reader = xml.Reader;
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.LocalName == "si")
                    {
                        text.Clear();
                        if (reader.IsEmptyElement) texts.Add([]);
                    }
                    else if (reader.LocalName == "rPh")
                    {
                        phonetic = !reader.IsEmptyElement;
                    }
                    else if (reader.LocalName == "t")
                    {
                        inText = !reader.IsEmptyElement && !phonetic;
                    }

                    break;
                case XmlNodeType.EndElement:
                    if (reader.LocalName == "rPh") phonetic = false;
                    else if (reader.LocalName == "t") inText = false;
                    else if (reader.LocalName == "si") AddString(texts, text, parts);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when inText:
                    for (int read; (read = xml.ReadText(chars)) > 0;) text.AppendText(chars.AsSpan(0, read));
                    break;
            }
        }

        return texts;
    }

    private static void AddString(SharedTexts texts, ByteList text, ZipParts parts)
    {
        texts.Add(text.Span[..SheetText.Unescape(text.Writable)]);
        if (texts.Count > MostStrings) throw parts.Refused("FILE-05/strings", MostStrings.ToString());
        if (texts.ByteCount > MostBytes) throw parts.Refused("FILE-05/texts", "1");
    }
}
