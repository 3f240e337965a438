using System.Text.RegularExpressions;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>What the answers themselves speak for. They can only make a role stricter. Source: anonymisation §2.6.</summary>
internal static partial class ContentEvidence
{
    private const double HitShare = 0.05;
    private const int EnoughRows = 30;

    /// <summary>The proposal after a look at a column: raised, or as it was. O(rows + distinct values).</summary>
    public static Proposal Raise(Proposal proposal, Column answers)
    {
        var counts = answers.CountByCode();
        long filled = 0, phones = 0, mails = 0, links = 0, numbers = 0, files = 0;
        var distinct = 0;
        for (var code = 1; code < counts.Length; code++)
        {
            if (counts[code] == 0) continue;
            filled += counts[code];
            distinct++;
            var text = answers.Text(code);
            if (text.Length is < 5 or > 300) continue;
            if (Phone.IsMatch(text)) phones += counts[code];
            if (Mail.IsMatch(text)) mails += counts[code];
            if (Link.IsMatch(text)) links += counts[code];
            if (PersonalNumber.IsMatch(text)) numbers += counts[code];
            if (MediaFile.IsMatch(text)) files += counts[code];
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
