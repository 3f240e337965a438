using System.Text.RegularExpressions;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Cli.Arguments;

/// <summary>What a person may call checks: their codes, names and families.</summary>
internal static partial class CheckNames
{
    /// <summary>All of them. Codes that stages before the checks give (<c>FILE-11</c>) are known from their texts.</summary>
    public static IReadOnlyList<string> All { get; } = Find();

    /// <summary>Whether a text names a check or a family.</summary>
    public static bool IsKnown(string text) => All.Contains(text, StringComparer.OrdinalIgnoreCase);

    private static List<string> Find()
    {
        var codes = AllChecks.List.Select(check => check.Id.Code)
            .Concat(Messages.For(Language.English).Keys.Select(key => key.Split('/')[0]).Where(code => Code.IsMatch(code)))
            .Distinct(StringComparer.Ordinal).ToList();
        var families = codes.Select(code => code[..code.LastIndexOf('-')]).Distinct(StringComparer.Ordinal);
        return [.. codes, .. AllChecks.List.Select(check => check.Id.Name), .. AllLintRules.List.Select(rule => rule.Id.Name), .. families];
    }

    [GeneratedRegex(@"^[A-Z]+-\d{2,3}$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Code { get; }
}
