using System.Text.RegularExpressions;

namespace MigrationClean.Submissions.Values;

/// <summary>The uid of a validation status, whichever way an export writes it (kobo-exports §4.1, §12.2, §14.1).</summary>
internal static partial class ValidationStatus
{
    /// <summary>The uid; <see langword="null"/> for an unset status; what is none of the known ways stays as it is.</summary>
    public static string? Uid(string text) => text switch
    {
        "" or "{}" => null,
        "Approved" => "validation_status_approved",
        "Not Approved" => "validation_status_not_approved",
        "On Hold" => "validation_status_on_hold",
        _ when text[0] == '{' => InObject.Match(text) is { Success: true } match ? match.Groups["uid"].Value : text,
        _ => text,
    };

    [GeneratedRegex("""['"]uid['"]\s*:\s*['"](?<uid>[A-Za-z_]+)['"]""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex InObject { get; }
}
