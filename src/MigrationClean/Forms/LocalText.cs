using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>A text in the form's languages, in the form's order. A language is named as its author wrote it; <see langword="null"/> is the text without language.</summary>
public sealed class LocalText
{
    /// <summary>No text at all.</summary>
    public static readonly LocalText Empty = new([]);

    private readonly ImmutableArray<(string? Language, string Text)> _texts;

    /// <summary>A text in several languages; empty ones are left out.</summary>
    public LocalText(IEnumerable<(string? Language, string Text)> texts) => _texts = [.. texts.Where(t => t.Text.Length > 0)];

    /// <summary>Whether there is no text in any language.</summary>
    public bool IsEmpty => _texts.IsEmpty;

    /// <summary>The languages that have a text.</summary>
    public IEnumerable<string?> Languages => _texts.Select(t => t.Language);

    /// <summary>All texts with their language.</summary>
    public ImmutableArray<(string? Language, string Text)> All => _texts;

    /// <summary>The same languages with other texts: KoBo's structures wrap the labels of their rows.</summary>
    internal LocalText Select(Func<string?, string, string> text) => new(_texts.Select(t => (t.Language, text(t.Language, t.Text))));

    /// <summary>The text in exactly this language, or <see langword="null"/>: no fallback, as headers of an export have none.</summary>
    public string? In(string? language)
    {
        foreach (var (l, text) in _texts)
            if (l == language) return text;
        return null;
    }

    /// <summary>The text in this language, else the first there is, else <see langword="null"/>.</summary>
    public string? InOrFirst(string? language) => In(language) ?? (_texts.IsEmpty ? null : _texts[0].Text);
}
