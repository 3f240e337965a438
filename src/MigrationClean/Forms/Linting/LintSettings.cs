using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Which rules run and how bad their findings are.</summary>
/// <remarks>Rules are named by code, name or family (<c>LINT</c>); words that name none are those of other checks and say nothing here.</remarks>
public sealed record LintSettings
{
    /// <summary>The rules that run; empty = all.</summary>
    public ImmutableArray<string> Select { get; init; } = [];

    /// <summary>Those left out.</summary>
    public ImmutableArray<string> Ignore { get; init; } = [];

    /// <summary>Severities that differ from the rules' own.</summary>
    public FrozenDictionary<string, Severity> Severities { get; init; } = FrozenDictionary<string, Severity>.Empty;

    /// <summary>Whether a rule runs.</summary>
    internal bool Includes(LintRule rule) => (Select.IsEmpty || Select.Any(word => Names(word, rule))) && !Ignore.Any(word => Names(word, rule));

    /// <summary>The finding with the severity of the settings. A severity of its own, which a case gave it, stays.</summary>
    internal Finding WithSeverity(Finding finding, LintRule rule)
    {
        if (finding.Severity != rule.Severity) return finding;
        foreach (var (word, severity) in Severities.OrderBy(s => s.Key.Length).ThenBy(s => s.Key, StringComparer.Ordinal))
            if (Names(word, rule)) finding = finding with { Severity = severity };
        return finding;
    }

    private static bool Names(string word, LintRule rule) => Same(word, rule.Id.Code) || Same(word, rule.Id.Name) || Same(word, rule.Id.Family);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
