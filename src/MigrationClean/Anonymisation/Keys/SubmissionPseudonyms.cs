using MigrationClean.Anonymisation.Methods;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation.Keys;

/// <summary>The pseudonyms that submissions have in releases, and the way back from one, which whoever holds the key alone can go. Source: anonymisation §2, number 7, §3.2.</summary>
internal static class SubmissionPseudonyms
{
    /// <summary>The field that they are made for.</summary>
    public const string Field = "submission";

    /// <summary>The row of the main table that a pseudonym stands for: in an internal release, or in that of any recipient of the settings. O(rows × recipients).</summary>
    /// <param name="submissions">The export.</param>
    /// <param name="token">The pseudonym, in any letter case.</param>
    /// <param name="settings">Key file, project, round, recipients.</param>
    /// <exception cref="InputException"><c>explain/no-pseudonym</c>: none has it under this key; PRIV-09: the key cannot be used.</exception>
    public static int RowOf(SubmissionSet submissions, string token, ReleaseSettings settings)
    {
        var wanted = token.Trim().ToLowerInvariant();
        if (wanted.Length != Pseudonyms.TokenLength || !wanted.All(c => c is (>= 'a' and <= 'z') or (>= '2' and <= '7')))
            throw new InputException("explain/pseudonym-form", null, new FindingArgument("token", token));

        using var key = KeyFile.Read(settings.KeyFile!, settings.DataFolders);
        var keys = RowSelection.KeysOf(submissions.Main);
        var recipients = settings.Recipients.Select(r => r.Name).Prepend("").Distinct(StringComparer.Ordinal);
        foreach (var recipient in recipients)
        {
            var domain = recipient.Length == 0 ? Field : Pseudonym.DomainOf(Field, settings with { Level = ReleaseLevel.Partner, Recipient = recipient });
            using var pseudonyms = new Pseudonyms(key, settings.ProjectName, domain, settings.Round, IdentifierKind.Uuid);
            for (var row = 0; row < keys.Length; row++)
                if (pseudonyms.TokenOf(keys[row]) == wanted) return row;
        }

        throw new InputException(
            "explain/no-pseudonym", null, new("token", token), new("key", key.Id), new("submissions", $"{keys.Length}"), new("project", settings.ProjectName),
            new("round", settings.Round), new FindingArgument("file", string.Join("`, `", submissions.Inputs.Select(i => i.File))));
    }
}
