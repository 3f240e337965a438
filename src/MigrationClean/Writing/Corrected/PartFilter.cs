using System.Globalization;
using System.Text;
using MigrationClean.Files;
using MigrationClean.Ingest.Xlsx;

namespace MigrationClean.Writing.Corrected;

/// <summary>What becomes of an element: it stays, goes with all that is in it, or gets another value in one attribute.</summary>
/// <param name="Goes">Whether it goes.</param>
/// <param name="Attribute">The attribute that changes, or <see langword="null"/>.</param>
/// <param name="Value">The attribute's value.</param>
internal readonly record struct ElementFate(bool Goes, string? Attribute, string? Value)
{
    /// <summary>It stays as it is.</summary>
    public static ElementFate Stays => default;

    /// <summary>It goes.</summary>
    public static ElementFate Gone => new(true, null, null);

    /// <summary>It stays with another value of an attribute, or goes where there is none.</summary>
    public static ElementFate With(string attribute, string? value) => value is null ? Gone : new(false, attribute, value);
}

/// <summary>Copies a part of a workbook, or a piece of one, byte for byte but for the elements and texts that a kind of filter changes.</summary>
internal abstract class PartFilter
{
    /// <summary>What becomes of an element. Asked for each start and empty tag.</summary>
    /// <param name="name">Its name without prefix.</param>
    /// <param name="element">The start tag; of a <c>shape</c> the whole element.</param>
    protected abstract ElementFate FateOf(string name, ReadOnlySpan<byte> element);

    /// <summary>The text that an element without children shall have; <paramref name="text"/> itself to leave it.</summary>
    protected virtual string TextOf(string name, string text) => text;

    /// <summary>Whether an element that loses all its children goes too, and loses its <c>count</c> where it loses some.</summary>
    protected virtual bool IsList(string name) => false;

    /// <summary>The value of an attribute, entities undone; <see langword="null"/> if there is none.</summary>
    protected static string? Attribute(ReadOnlySpan<byte> tag, ReadOnlySpan<byte> name)
    {
        var (start, length) = XmlTags.Attribute(tag, name);
        return start == 0 ? null : Decoded(tag.Slice(start, length));
    }

    /// <summary>Copies XML.</summary>
    public void Copy(ReadOnlySpan<byte> xml, ByteBlock output)
    {
        var lists = new Stack<OpenList>();
        var tags = new XmlTags(xml);
        var depth = 0;
        var at = 0;
        while (tags.Next())
        {
            if (tags.Kind == XmlTagKind.Other) continue;
            if (tags.Kind == XmlTagKind.End)
            {
                output.Add(xml[at..tags.End]);
                at = tags.End;
                depth--;
                if (lists.TryPeek(out var list) && list.Depth == depth) Close(lists.Pop(), output);
                continue;
            }

            output.Add(xml[at..tags.Start]);
            var name = Encoding.UTF8.GetString(tags.Name);
            var fate = FateOf(name, Whole(tags, name, xml));
            if (lists.TryPeek(out var around) && around.Depth == depth - 1) around.Count(fate.Goes);
            if (fate.Goes)
            {
                if (!tags.SkipElement()) throw new InvalidOperationException("A part's element does not end.");
                at = tags.End;
                continue;
            }

            var start = output.Length;
            AddTag(tags.Tag, fate, output);
            at = tags.End;
            if (tags.Kind == XmlTagKind.Empty) continue;
            if (IsList(name)) lists.Push(new(depth, start, output.Length - start));
            else at = AddText(xml, at, name, output);
            depth++;
        }

        output.Add(xml[at..]);
    }

    private static ReadOnlySpan<byte> Whole(XmlTags tags, string name, ReadOnlySpan<byte> xml)
    {
        if (name != "shape") return tags.Tag;
        var start = tags.Start;
        return tags.SkipElement() ? xml[start..tags.End] : tags.Tag;
    }

    private static void Close(OpenList list, ByteBlock output)
    {
        if (list.Gone == 0) return;
        var written = output.Bytes[list.Start..].ToArray();
        output.Cut(list.Start);
        if (list.Kept == 0) return;
        var tag = written.AsSpan(0, list.TagLength);
        AddTag(tag, new(false, "count", list.Kept.ToString(CultureInfo.InvariantCulture)), output);
        output.Add(written.AsSpan(list.TagLength));
    }

    private static void AddTag(ReadOnlySpan<byte> tag, ElementFate fate, ByteBlock output)
    {
        var (start, length) = fate.Attribute is null ? default : XmlTags.Attribute(tag, Encoding.UTF8.GetBytes(fate.Attribute));
        if (start == 0 || Decoded(tag.Slice(start, length)) == fate.Value)
        {
            output.Add(tag);
            return;
        }

        output.Add(tag[..start]);
        XmlText.AddAttribute(fate.Value!, output);
        output.Add(tag[(start + length)..]);
    }

    private int AddText(ReadOnlySpan<byte> xml, int at, string name, ByteBlock output)
    {
        var length = xml[at..].IndexOf((byte)'<');
        if (length <= 0) return at;
        var old = Decoded(xml.Slice(at, length));
        if (old is null || TextOf(name, old) is not { } text || text == old) return at;
        XmlText.AddAttribute(text, output);
        return at + length;
    }

    private static string? Decoded(ReadOnlySpan<byte> value)
    {
        var text = value.ToArray();
        var length = SheetText.DecodeXml(text);
        return length < 0 ? null : Encoding.UTF8.GetString(text, 0, length);
    }

    /// <summary>A list whose end was not met yet, and how many of its children stay and go.</summary>
    private sealed class OpenList(int depth, int start, int tagLength)
    {
        public int Depth => depth;

        public int Start => start;

        public int TagLength => tagLength;

        public int Kept { get; private set; }

        public int Gone { get; private set; }

        public void Count(bool goes)
        {
            if (goes) Gone++;
            else Kept++;
        }
    }
}
