using System.Collections.Frozen;

namespace MigrationClean.Checks.Texts;

/// <summary>Tells the language of a text where letters or common words leave no doubt.</summary>
internal static class TextLanguage
{
    private const int FewestWords = 4;
    private const int FewestHits = 2;
    private const int LongestWord = 24;
    private const string Separators = " ,.;:!?()\"«»\n\r\t";
    private const string KyrgyzLetters = "өүң";
    private const string KazakhLetters = "әғқұһі";
    private const string UzbekLetters = "ўқғҳ";

    private static readonly FrozenDictionary<string, FrozenSet<string>> CommonWords = new Dictionary<string, string>
    {
        ["ky"] = "жана менен үчүн болуп бар жок эмес мен биз алар бул ошол кийин бирок деп эле да же керек болгон кылып бала иш",
        ["ru"] = "и в на не что с по как это но у из за от для был была было нет есть я мы они он она там тут так уже ещё еще после потому",
        ["en"] = "the and of to in is was for with not he she they we i it that this have had are were on at but from because after there",
        ["tr"] = "ve bir bu için ile çok ben biz onlar değil ama sonra gibi daha var yok olarak de da ne",
        ["uz"] = "va bilan uchun bu men biz ular emas lekin keyin bor yoq ham edi bo'lgan deb",
        ["fr"] = "le la les et de des un une en est pas que qui pour dans avec nous je il elle mais sur après",
        ["es"] = "el la los las y de un una en es no que para con por nosotros yo ella pero se lo muy después",
    }.ToFrozenDictionary(p => p.Key, p => p.Value.Split(' ').ToFrozenSet(StringComparer.Ordinal), StringComparer.Ordinal);

    private static readonly string[] Languages = [.. CommonWords.Keys.Order(StringComparer.Ordinal)];

    // The languages in which a word is common, a bit each.
    private static readonly FrozenDictionary<string, int> ByWord = CommonWords
        .SelectMany(l => l.Value, (l, word) => (word, Bit: 1 << Array.IndexOf(Languages, l.Key)))
        .GroupBy(w => w.word, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.Aggregate(0, (bits, w) => bits | w.Bit), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Codes = new Dictionary<string, string>
    {
        ["ky"] = "kyrgyz kg kir кыргызча кыргыз киргизский",
        ["ru"] = "russian rus русский орусча",
        ["en"] = "english eng",
        ["tr"] = "turkish türkçe",
        ["uz"] = "uzbek o'zbek",
        ["fr"] = "french français",
        ["es"] = "spanish español",
    }.SelectMany(l => l.Value.Split(' '), (l, name) => (name, l.Key)).ToFrozenDictionary(p => p.name, p => p.Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Code of a language as forms write it: <c>English (en)</c>, <c>ru</c>, <c>кыргызча</c>; <see langword="null"/> if unknown.</summary>
    public static string? CodeOf(string language)
    {
        var open = language.LastIndexOf('(');
        var tag = open >= 0 && language.EndsWith(')') ? language[(open + 1)..^1] : language;
        var name = (open > 0 ? language[..open] : language).Trim();
        return CommonWords.ContainsKey(tag.ToLowerInvariant()) ? tag.ToLowerInvariant() : Codes.GetValueOrDefault(name) ?? Codes.GetValueOrDefault(tag);
    }

    /// <summary>Whether texts of a language can be told.</summary>
    public static bool Knows(string code) => CommonWords.ContainsKey(code);

    /// <summary>The language, or <see langword="null"/> where that is in doubt.</summary>
    public static string? Of(string text)
    {
        Span<int> hits = stackalloc int[Languages.Length];
        if (Count(text, hits, out var isKyrgyz) < FewestWords) return null;
        if (isKyrgyz) return "ky";
        var (best, most, second) = (-1, 0, 0);
        for (var i = 0; i < hits.Length; i++)
        {
            if (hits[i] > most) (best, most, second) = (i, hits[i], most);
            else second = Math.Max(second, hits[i]);
        }

        return most > second && (most >= FewestHits || second == 0) ? Languages[best] : null;
    }

    /// <summary>Whether a text could as well be of one of some languages: it has as many of their common words.</summary>
    public static bool MayBe(string text, IReadOnlyCollection<string> codes)
    {
        Span<int> hits = stackalloc int[Languages.Length];
        Count(text, hits, out _);
        var most = 0;
        foreach (var hit in hits) most = Math.Max(most, hit);
        if (most == 0) return false;
        for (var i = 0; i < hits.Length; i++)
            if (hits[i] == most && codes.Contains(Languages[i])) return true;
        return false;
    }

    /// <summary>The number of words, with how many of them are common in each language, and whether letters say that the text is Kyrgyz.</summary>
    private static int Count(string text, Span<int> hits, out bool isKyrgyz)
    {
        Span<char> lower = stackalloc char[LongestWord];
        var lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        var (words, kyrgyz, others) = (0, false, false);
        foreach (var range in text.AsSpan().SplitAny(Separators))
        {
            var word = text.AsSpan(range);
            if (word.IsEmpty) continue;
            words++;
            foreach (var letter in word)
            {
                var small = char.ToLowerInvariant(letter);
                kyrgyz |= KyrgyzLetters.Contains(small, StringComparison.Ordinal);
                others |= KazakhLetters.Contains(small, StringComparison.Ordinal) || UzbekLetters.Contains(small, StringComparison.Ordinal);
            }

            if (word.Length > LongestWord) continue;
            word.ToLowerInvariant(lower);
            if (!lookup.TryGetValue(lower[..word.Length], out var languages)) continue;
            for (var i = 0; i < hits.Length; i++)
                if ((languages & (1 << i)) != 0) hits[i]++;
        }

        isKyrgyz = kyrgyz && !others;
        return words;
    }
}
