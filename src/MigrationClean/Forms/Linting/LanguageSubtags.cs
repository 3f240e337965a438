using System.Collections.Frozen;

namespace MigrationClean.Forms.Linting;

/// <summary>The registered codes of languages: two or three letters (BCP 47; IANA's registry of language subtags).</summary>
internal static class LanguageSubtags
{
    private static readonly Lazy<FrozenSet<string>> All = new(Load);

    /// <summary>Whether a code is registered, as written in the registry: in small letters. <c>qaa</c> to <c>qtz</c> are for private use.</summary>
    public static bool Has(string code) => All.Value.Contains(code) || code is ['q', >= 'a' and <= 't', >= 'a' and <= 'z'];

    private static FrozenSet<string> Load()
    {
        using var stream = typeof(LanguageSubtags).Assembly.GetManifestResourceStream("MigrationClean.Forms.Linting.language-subtags.txt")
            ?? throw new InvalidOperationException("The list of language codes is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
