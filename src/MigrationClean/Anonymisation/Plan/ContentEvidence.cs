using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>What the answers themselves speak for. They can only make a role stricter. Source: anonymisation §2.6.</summary>
internal static partial class ContentEvidence
{
    private const double HitShare = 0.05;
    private const int EnoughRows = 30;
    private const int Shortest = 5;
    private const int Longest = 300;
    private const int MostUtf8BytesOfLetter = 3;
    private const int FewestDigits = 9;

    // Bytes that may stand in a phone or personal number: digits, their separators, and bytes of letters that may be digits or blanks of other scripts.
    // The lead bytes C3 to D8 begin Latin, Greek, Cyrillic and Armenian letters, and none of those.
    private static readonly SearchValues<byte> OfNumbers = SearchValues.Create(
        [.. "0123456789+-.()/ \t\n\v\f\r"u8, .. Enumerable.Range(0x80, 0x80).Where(b => b is < 0xC3 or > 0xD8).Select(b => (byte)b)]);

    private static readonly SearchValues<byte> OfAddresses = SearchValues.Create("@./"u8);

    /// <summary>The proposal after a look at a column: raised, or as it was. O(rows + distinct values).</summary>
    public static Proposal Raise(Proposal proposal, Column answers)
    {
        var counts = answers.CountByCode();
        long filled = 0, phones = 0, mails = 0, links = 0, numbers = 0, files = 0;
        var distinct = 0;
        Span<char> letters = stackalloc char[Longest];
        for (var code = 1; code < counts.Length; code++)
        {
            if (counts[code] == 0) continue;
            filled += counts[code];
            distinct++;
            var utf8 = answers.Utf8(code);
            if (utf8.Length is < Shortest or > Longest * MostUtf8BytesOfLetter) continue;

            // Nearly all values are told from an identifier by their bytes, and never become text.
            var (mayBeNumber, mayBeAddress) = (MayBeNumber(utf8), utf8.ContainsAny(OfAddresses));
            if ((!mayBeNumber && !mayBeAddress) || !Encoding.UTF8.TryGetChars(utf8, letters, out var length) || length < Shortest) continue;
            ReadOnlySpan<char> text = letters[..length];
            if (mayBeNumber && Phone.IsMatch(text)) phones += counts[code];
            if (mayBeNumber && PersonalNumber.IsMatch(text)) numbers += counts[code];
            if (!mayBeAddress) continue;
            if (text.Contains('@') && Mail.IsMatch(text)) mails += counts[code];
            if (Link.IsMatch(text)) links += counts[code];
            if (text.Contains('.') && MediaFile.IsMatch(text)) files += counts[code];
        }

        if (filled == 0) return proposal;
        if (IsHit(phones)) return Direct("content-phone");
        if (IsHit(mails)) return Direct("content-mail");
        if (IsHit(numbers)) return Direct("content-number");
        if (IsHit(links) && proposal.Role != PrivacyRole.Text) return Direct("content-link");
        if (IsHit(files) && !Stricter(PrivacyRole.Media)) return proposal.Raised(PrivacyRole.Media, "high", new("content-file"));

        var share = (double)distinct / filled;
        var isNumber = proposal.Kind is AnswerKind.Number or AnswerKind.Age or AnswerKind.HouseholdSize or AnswerKind.Children or AnswerKind.BirthYear;
        if (isNumber && proposal.Role == PrivacyRole.Analytic && share > 0.3) return proposal.Raised(PrivacyRole.Unknown, "low", new("content-distinct"));
        if (isNumber && filled >= EnoughRows && share > 0.9 && proposal.Role is PrivacyRole.Quasi)
            return proposal.Raised(PrivacyRole.Linking, "low", new("content-distinct"));
        return proposal;

        bool IsHit(long hits) => hits >= filled * HitShare && hits > 0;
        bool Stricter(PrivacyRole role) => (proposal.Role & (role | PrivacyRole.Direct | PrivacyRole.Media)) != PrivacyRole.Unknown;
        Proposal Direct(string key) => proposal.Role == PrivacyRole.Direct ? proposal : proposal.Raised(PrivacyRole.Direct, "high", new(key));
    }

    private static bool MayBeNumber(ReadOnlySpan<byte> utf8) => utf8.Length >= FewestDigits && !utf8.ContainsAnyExcept(OfNumbers);

    [GeneratedRegex(@"^\s*(\+|00)?\(?\d([\s\-.()/]{0,2}\d){8,13}\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Phone { get; }

    [GeneratedRegex(@"[\p{L}\p{N}._%+\-]+@[\p{L}\p{N}\-]+\.\p{L}{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Mail { get; }

    [GeneratedRegex(@"(https?://|www\.|wa\.me/|t\.me/)\S", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^\s*[12](\s?\d){13}\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PersonalNumber { get; }

    [GeneratedRegex(@"\.(jpe?g|png|heic|gif|mp4|3gp|mov|m4a|mp3|wav|amr|aac|ogg|pdf|docx?)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MediaFile { get; }
}
