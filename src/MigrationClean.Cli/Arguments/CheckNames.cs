using System.Text.RegularExpressions;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Cli.Arguments;

/// <summary>What a person may call checks: their codes, names and families.</summary>
internal static partial class CheckNames
{
    /// <summary>The checks of submissions. Codes that stages before the checks give (<c>FILE-11</c>) are known from their texts.</summary>
    public static IReadOnlyList<string> Checks { get; } = Find(
        [.. AllChecks.List.Select(check => check.Id.Code), .. CodesWithTexts().Where(code => !IsLint(code))],
        AllChecks.List.Select(check => check.Id.Name));

    /// <summary>The rules of forms.</summary>
    public static IReadOnlyList<string> LintRules { get; } = Find(AllLintRules.List.Select(rule => rule.Id.Code), AllLintRules.List.Select(rule => rule.Id.Name));

    /// <summary>Both: a settings file serves all verbs.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Checks, .. LintRules];

    /// <summary>Whether a text names a check, a rule or a family.</summary>
    public static bool IsKnown(string text) => IsIn(All, text);

    /// <summary>Whether a text that names no check may be the id of a rule of the user's: only its table, or the form, can tell.</summary>
    public static bool MayBeRule(string text) => !IsKnown(text) && RuleId.IsMatch(text) && Suggestion.For(text, All) is null;

    /// <summary>Whether a text is one of the names, whatever its case.</summary>
    public static bool IsIn(IReadOnlyList<string> names, string text) => names.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static List<string> Find(IEnumerable<string> codes, IEnumerable<string> names)
    {
        var known = codes.Distinct(StringComparer.Ordinal).ToList();
        return [.. known, .. names, .. known.Select(code => code[..code.LastIndexOf('-')]).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> CodesWithTexts() => Messages.For(Language.English).Keys.Select(key => key.Split('/')[0]).Where(code => Code.IsMatch(code));

    private static bool IsLint(string code) => code.StartsWith(AllLintRules.Family + "-", StringComparison.Ordinal);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RuleId { get; }

    [GeneratedRegex(@"^[A-Z]+-\d{2,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code { get; }
}
