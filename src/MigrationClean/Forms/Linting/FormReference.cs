namespace MigrationClean.Forms.Linting;

/// <summary>A <c>${name}</c> in a text of the form (xlsform §8).</summary>
/// <param name="Text">As written, from <c>${</c> to <c>}</c>, or to the end of the text where that is missing.</param>
/// <param name="Name">The name inside; "" if it is malformed.</param>
/// <param name="Position">0-based position of <c>${</c> in the text.</param>
/// <param name="IsLastSaved">Whether it is <c>${last-saved#name}</c>.</param>
internal readonly record struct FormReference(string Text, string Name, int Position, bool IsLastSaved)
{
    private const string LastSaved = "last-saved#";

    /// <summary>Whether it is not a plain name between <c>${</c> and <c>}</c>.</summary>
    public bool IsMalformed => Name.Length == 0;

    /// <summary>All of them, from left to right.</summary>
    public static IEnumerable<FormReference> In(string text)
    {
        for (var at = text.IndexOf("${", StringComparison.Ordinal); at >= 0;)
        {
            var end = text.IndexOf('}', at);
            var next = text.IndexOf("${", at + 2, StringComparison.Ordinal);
            if (end < 0 || (next >= 0 && next < end))
            {
                yield return new(text[at..(next >= 0 ? next : text.Length)].TrimEnd(), "", at, false);
            }
            else
            {
                var inner = text[(at + 2)..end];
                var isLastSaved = inner.StartsWith(LastSaved, StringComparison.Ordinal);
                if (isLastSaved) inner = inner[LastSaved.Length..];
                yield return new(text[at..(end + 1)], FormNames.IsXmlName(inner) ? inner : "", at, isLastSaved);
            }

            at = next;
        }
    }

    /// <summary>Whether a text is one reference and nothing else.</summary>
    public static bool IsOne(string text) => In(text).Any(reference => !reference.IsMalformed && reference.Text == text);
}
