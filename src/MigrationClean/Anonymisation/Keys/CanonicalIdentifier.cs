using System.Globalization;
using System.Text;

namespace MigrationClean.Anonymisation.Keys;

/// <summary>What an identifier is, so that two ways of writing it give one token.</summary>
internal enum IdentifierKind
{
    /// <summary>None of the others: blanks tidied, nothing else.</summary>
    Plain,

    /// <summary>A phone number.</summary>
    Phone,

    /// <summary>A personal or document number.</summary>
    Document,

    /// <summary>A person's name.</summary>
    Name,

    /// <summary>A UUID.</summary>
    Uuid,
}

/// <summary>The form of an identifier that enters a pseudonym. Never leaves memory. Source: anonymisation §3.2.</summary>
internal static class CanonicalIdentifier
{
    private const string LookAlikes = "АВЕКМНОРСТУХ";
    private const string Latin = "ABEKMHOPCTYX";

    /// <summary>NFC, trimmed, inner white space to one blank; then by kind.</summary>
    public static string Of(string text, IdentifierKind kind)
    {
        var tidy = Tidy(text.Normalize(NormalizationForm.FormC));
        return kind switch
        {
            IdentifierKind.Phone => Phone(tidy),
            IdentifierKind.Document => Document(tidy),
            IdentifierKind.Name => tidy.ToLowerInvariant(),
            IdentifierKind.Uuid => (tidy.StartsWith("uuid:", StringComparison.OrdinalIgnoreCase) ? tidy[5..] : tidy).ToLowerInvariant(),
            _ => tidy,
        };
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!char.IsWhiteSpace(c)) tidy.Append(c);
            else if (tidy.Length > 0 && tidy[^1] != ' ') tidy.Append(' ');
        }

        return tidy.ToString().TrimEnd(' ');
    }

    private static string Phone(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
            if (char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber) digits.Append((int)char.GetNumericValue(c));

        var number = digits.ToString();
        if (number.StartsWith("00", StringComparison.Ordinal)) return number[2..];
        return number.Length == 10 && number[0] == '0' ? $"996{number[1..]}" : number;
    }

    private static string Document(string text)
    {
        var number = new StringBuilder(text.Length);
        foreach (var c in text.ToUpperInvariant())
        {
            if (!char.IsLetterOrDigit(c)) continue;
            var at = LookAlikes.IndexOf(c, StringComparison.Ordinal);
            number.Append(at < 0 ? c : Latin[at]);
        }

        return number.ToString();
    }
}
