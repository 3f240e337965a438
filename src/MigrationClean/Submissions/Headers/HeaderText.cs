using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrationClean.Submissions.Headers;

/// <summary>What tools and people do to headers, done to both sides before they are compared (kobo-exports §12.4, §16.1).</summary>
internal static partial class HeaderText
{
    private static readonly string[] ByteOrderMarks = ["\uFEFF", "X.U.FEFF.", "ï»¿", "ï..", "ï"];

    /// <summary>The first header without the remains of a byte order mark that was read as text.</summary>
    public static string WithoutMark(string header)
    {
        foreach (var mark in ByteOrderMarks)
            if (header.Length > mark.Length && header.StartsWith(mark, StringComparison.Ordinal)) return header[mark.Length..];
        return header;
    }

    /// <summary>As R's make.names writes it: what is no letter, digit, point or underscore becomes a point; a first underscore or digit gets an X.</summary>
    public static string MakeNames(string header)
    {
        var text = new StringBuilder(header.Length + 1);
        foreach (var rune in header.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || rune.Value is '.' or '_') text.Append(rune);
            else text.Append('.');
        }

        if (text.Length == 0) return "X";
        var first = text[0];
        var isName = char.IsLetter(first) || char.IsSurrogate(first) || (first == '.' && !(text.Length > 1 && char.IsDigit(text[1])));
        return isName ? text.ToString() : text.Insert(0, 'X').ToString();
    }

    /// <summary>Without differences of case, blanks, Unicode form and markup.</summary>
    public static string Fold(string header) => Collapse(Markup.Replace(Normal(header), "")).ToLowerInvariant();

    /// <summary>Blanks at the ends gone, others one; nothing else.</summary>
    public static string Collapse(string header) => string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Letters and digits alone, in lower case: the last resort.</summary>
    public static string Letters(string header)
    {
        var text = new StringBuilder(header.Length);
        foreach (var rune in Normal(header).EnumerateRunes())
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
                text.Append(Rune.ToLowerInvariant(rune));
        return text.ToString();
    }

    /// <summary>What the header may have been before a tool made it unique: <c>name.1</c>, <c>name...12</c>, <c>name_1</c>, <c>name2</c>.</summary>
    public static IEnumerable<string> BeforeMadeUnique(string header)
    {
        if (MadeUnique.Match(header) is { Success: true } match) yield return match.Groups["base"].Value;
        if (MadeUniqueByReadr.Match(header) is { Success: true } byReadr) yield return byReadr.Groups["base"].Value;
    }

    /// <summary>A header that stands for an empty one: <c>Unnamed: 57</c>, <c>...58</c>, <c>Column1</c>.</summary>
    public static bool StandsForEmpty(string header) => header.Length == 0 || Empty.IsMatch(header);

    // Lone surrogates cannot be normalised; a header that has one is compared as it is.
    private static string Normal(string header) => header.Any(char.IsSurrogate) && !IsWellFormed(header) ? header : header.Normalize(NormalizationForm.FormC);

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return false;
            i++;
        }

        return true;
    }

    [GeneratedRegex(@"<[^<>]*>|[*#\u200B\u200E\u200F\uFEFF]", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Markup { get; }

    [GeneratedRegex(@"\A(?<base>.+?)[._ ]?[0-9]{1,4}\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex MadeUnique { get; }

    [GeneratedRegex(@"\A(?<base>.+)\.\.\.[0-9]+\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Singleline, 1000)]
    private static partial Regex MadeUniqueByReadr { get; }

    [GeneratedRegex(@"\A(Unnamed: ?[0-9]+|\.\.\.[0-9]+|Column[0-9]+|X\.?[0-9]*|V[0-9]+)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Empty { get; }
}
