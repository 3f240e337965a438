using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks;

/// <summary>
/// The stable id of a finding: the same tomorrow for the same value in the same place, another one when the value changes (cleaning §3).
/// </summary>
public static class FindingId
{
    private const char Separator = '\u001F';
    private const int Digits = 16;

    /// <summary>
    /// First 16 hex digits of SHA-256 over check code, check version, row key (submission, table, path of positions), question and stored
    /// value.
    /// </summary>
    /// <remarks>
    /// Thresholds and texts are no part of it. A finding about no submission has its file, sheet, row and column as key. As a plain hash
    /// of a value can be guessed back, the id is as confidential as the value.
    /// </remarks>
    /// <param name="finding">The finding.</param>
    /// <param name="key">
    /// The project's lasting key: then it is HMAC-SHA-256 under it, and the value cannot be guessed back. None by default.
    /// </param>
    /// <returns>16 lower-case hex digits.</returns>
    public static string Of(Finding finding, ReadOnlySpan<byte> key = default)
    {
        var version = AllChecks.Find(finding.Check.Code)?.Version ?? 1;
        var place = finding.Location;
        string?[] parts =
        [
            finding.Check.Code == Rules.UserRule.Code ? $"{finding.Check.Code}/{finding.Check.Name}" : finding.Check.Code,
            version.ToString(CultureInfo.InvariantCulture),
            finding.SubmissionId,
            finding.Table,
            finding.RowPath,
            finding.Question,
            finding.Value,
            .. finding.SubmissionId is null
                ? new[] { place.File, place.Sheet, place.Row?.ToString(CultureInfo.InvariantCulture), place.Column }
                : [],
        ];
        var text = Encoding.UTF8.GetBytes(string.Join(Separator, parts));
        var hash = key.IsEmpty ? SHA256.HashData(text) : HMACSHA256.HashData(key, text);
        return Convert.ToHexStringLower(hash)[..Digits];
    }
}
