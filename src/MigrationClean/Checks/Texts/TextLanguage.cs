using System.Collections.Frozen;

namespace MigrationClean.Checks.Texts;

/// <summary>Tells the language of a text where letters or common words leave no doubt.</summary>
internal static class TextLanguage
{
    private const int FewestWords = 4;
    private const int FewestHits = 2;
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
        var words = Words(text);
        if (words.Length < FewestWords) return null;
        var ranked = CommonWords.Select(l => (Code: l.Key, Hits: words.Count(l.Value.Contains)))
            .OrderByDescending(l => l.Hits).ThenBy(l => l.Code, StringComparer.Ordinal).ToArray();
        if (text.ToLowerInvariant().Any(c => KyrgyzLetters.Contains(c, StringComparison.Ordinal)) && !Has(text, KazakhLetters) && !Has(text, UzbekLetters)) return "ky";
        return ranked[0].Hits > ranked[1].Hits && (ranked[0].Hits >= FewestHits || ranked[1].Hits == 0) ? ranked[0].Code : null;
    }

    /// <summary>Whether a text could as well be of one of some languages: it has as many of their common words.</summary>
    public static bool MayBe(string text, IReadOnlyCollection<string> codes)
    {
        var words = Words(text);
        var most = CommonWords.Max(l => words.Count(l.Value.Contains));
        return codes.Any(code => CommonWords.TryGetValue(code, out var common) && words.Count(common.Contains) >= most && most > 0);
    }

    private static bool Has(string text, string letters) => text.ToLowerInvariant().Any(c => letters.Contains(c, StringComparison.Ordinal));

    private static string[] Words(string text) =>
        text.ToLowerInvariant().Split([' ', ',', '.', ';', ':', '!', '?', '(', ')', '"', '«', '»', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries);
}
