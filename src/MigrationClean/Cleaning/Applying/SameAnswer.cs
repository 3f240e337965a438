using System.Globalization;
using System.Text;
using MigrationClean.Checks.Answers;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Whether two texts say the same answer: by type, not by letters (cleaning §6.3).</summary>
internal static class SameAnswer
{
    private static readonly string[] Yes = ["1", "1.0", "true", "yes", "t", "да", "истина", "vrai", "verdadero", "wahr", "ооба"];
    private static readonly string[] No = ["0", "0.0", "false", "no", "f", "нет", "ложь", "faux", "falso", "falsch", "жок"];

    /// <summary>As <see cref="Holds"/>, and a number that is no number to the form (<c>35,5</c>) is the one that was meant: a log may have been read so.</summary>
    public static bool HoldsAsMeant(QuestionType type, string held, string said) =>
        Holds(type, held, said) || (type.IsNumeric() && Meant(held) is { } a && Meant(said) is { } b && a == b);

    /// <summary>Whether they are the same; two blanks are.</summary>
    /// <param name="type">The question's type.</param>
    /// <param name="held">What the cell holds; "" = blank.</param>
    /// <param name="said">What the log says; "" = blank.</param>
    public static bool Holds(QuestionType type, string held, string said)
    {
        var (a, b) = (Straight(held), Straight(said));
        if (string.Equals(a, b, StringComparison.Ordinal)) return true;
        if (a.Length == 0 || b.Length == 0) return false;
        if (IsGuarded(b, a)) return true;
        if (type.IsNumeric() || type == QuestionType.Calculate) return Number(a) is { } x && Number(b) is { } y && x == y;
        if (type.IsSelectMultiple()) return Tokens(a).SetEquals(Tokens(b));
        if (type.IsPoint()) return Parts(a).SequenceEqual(Parts(b));
        return type switch
        {
            QuestionType.Date or QuestionType.Today => Day(a) is { } d && d == Day(b),
            QuestionType.DateTime or QuestionType.Start or QuestionType.End => SameInstant(a, b),
            QuestionType.Time => Time(a) is { } t && t == Time(b),
            QuestionType.Acknowledge => Truth(a) is { } p && p == Truth(b),
            _ => false,
        };
    }

    /// <summary>Whether a text says that a choice is chosen; <see langword="null"/> if it says neither yes nor no.</summary>
    public static bool? Truth(string text)
    {
        var word = text.Trim().ToLowerInvariant();
        return Yes.Contains(word, StringComparer.Ordinal) || word == "ok" ? true : No.Contains(word, StringComparer.Ordinal) ? false : null;
    }

    /// <summary>Whether a number lost its leading zeros on its way through a spreadsheet.</summary>
    public static bool LostZeros(string held, string said) =>
        held.Length > said.Length && held[0] == '0' && said.Length > 0 && held.TrimStart('0') == said.TrimStart('0') && said.All(char.IsAsciiDigit);

    /// <summary>A text for comparing: composed letters, one kind of line end, no blanks around.</summary>
    public static string Straight(string text)
    {
        if (text.Length == 0 || Ascii.IsValid(text)) return text.Contains('\r', StringComparison.Ordinal) ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim() : text.Trim();
        try
        {
            return text.Normalize(NormalizationForm.FormC).Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        }
        catch (ArgumentException)
        {
            // Half of a surrogate pair: nothing to compose.
            return text.Trim();
        }
    }

    // An apostrophe that kept a spreadsheet from running the text.
    private static bool IsGuarded(string guarded, string plain) => guarded.Length == plain.Length + 1 && guarded[0] == '\'' && guarded.AsSpan(1).SequenceEqual(plain);

    private static HashSet<string> Tokens(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static IEnumerable<string> Parts(string point) =>
        point.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => Number(part)?.ToString(CultureInfo.InvariantCulture) ?? part);

    private static decimal? Meant(string text) => NumberText.Meant(text.Trim(), whole: false) is { } meant ? Number(meant) : null;

    private static decimal? Number(string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return null;
        return number / 1.0000000000000000000000000000m; // without zeros at the end
    }

    private static DateOnly? Day(string text) =>
        text.Length >= 10 && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : DateOnly.TryParseExact(text, "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) ? day : null;

    private static bool SameInstant(string a, string b)
    {
        if (a.Length <= 10 || b.Length <= 10) return Day(a) is { } day && day == Day(b);
        if (HasOffset(a) && HasOffset(b)) return Instant(a) is { } x && x == Instant(b);
        return Instant(Local(a) + "Z") is { } local && local == Instant(Local(b) + "Z");
    }

    private static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParse(text.Replace(' ', 'T'), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    private static bool HasOffset(string text) => text.EndsWith('Z') || (text.Length > 16 && text.AsSpan(11).ContainsAny('+', '-'));

    private static string Local(string text)
    {
        if (text.EndsWith('Z')) return text[..^1];
        return HasOffset(text) ? text[..(11 + text.AsSpan(11).IndexOfAny('+', '-'))] : text;
    }

    private static TimeSpan? Time(string text)
    {
        var bare = text.Split('+', '-', 'Z')[0];
        return TimeSpan.TryParse(bare, CultureInfo.InvariantCulture, out var time) ? time : null;
    }
}
