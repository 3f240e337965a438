using System.Collections.Frozen;
using MigrationClean.Checks.Rules;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Checks;

/// <summary>Which checks run and how bad their findings are: the settings' words, led back to checks.</summary>
internal sealed class CheckSelection
{
    private const string RulePrefix = UserRule.Code + "/";

    private readonly FrozenSet<string> _codes;
    private readonly FrozenDictionary<string, Severity> _severities;

    private CheckSelection(FrozenSet<string> codes, FrozenDictionary<string, Severity> severities)
    {
        _codes = codes;
        _severities = severities;
    }

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">What they say.</param>
    /// <param name="own">The user's rules, which go by their ids; without them words that are not known are passed over.</param>
    /// <exception cref="InputException">
    /// <c>settings/unknown-check</c>: a word that is no code, name or family; all of them at once.
    /// </exception>
    public static CheckSelection Of(CheckSettings settings, RuleSet? own = null)
    {
        var unknown = new List<InputException>();
        string[] rules = [.. own?.Rules.Select(r => r.Draft.Id) ?? []];
        var selected = CodesOf(settings.Select, rules, unknown);
        var on = CodesOf(settings.On, rules, unknown);
        var ignored = CodesOf(settings.Ignore, rules, unknown);
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var (word, severity) in settings.Severities.OrderBy(s => s.Key, StringComparer.Ordinal))
            foreach (var code in CodesOf([word], rules, unknown)) severities[code] = severity;
        CodesOf(settings.Named.Except(settings.Severities.Keys, StringComparer.OrdinalIgnoreCase).Except(settings.On.Concat(settings.Ignore), StringComparer.OrdinalIgnoreCase), rules, unknown);

        if (own is not null && unknown.Count > 0) throw With(unknown);
        var byThemselves = AllChecks.List.Where(c => c.IsOn).Select(c => c.Id.Code);
        var codes = settings.Select.IsEmpty ? byThemselves.Concat(on) : selected;

        // A rule of the user's that is named by its id brings its code along, and no other rule.
        var wanted = codes.Except(ignored, StringComparer.Ordinal).ToList();
        var all = wanted.Contains(UserRule.Code);
        var named = wanted.Where(w => w.StartsWith(RulePrefix, StringComparison.Ordinal)).ToList();
        return new(
            (all ? wanted.Concat(rules.Select(r => RulePrefix + r)).Except(ignored, StringComparer.Ordinal) : named.Count > 0 && !ignored.Contains(UserRule.Code) ? wanted.Append(UserRule.Code) : wanted.Except(named))
                .ToFrozenSet(StringComparer.Ordinal),
            severities.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Whether findings of a check are wanted.</summary>
    public bool Includes(CheckId check) => _codes.Contains(IsRule(check) ? RulePrefix + check.Name : check.Code);

    /// <summary>The finding with the severity of the settings. A severity of its own, which a case or a table gave it, stays, unless the rule itself is named.</summary>
    public Finding WithSeverity(Finding finding)
    {
        if (IsRule(finding.Check) && _severities.TryGetValue(RulePrefix + finding.Check.Name, out var own)) return finding with { Severity = own };
        return _severities.TryGetValue(finding.Check.Code, out var severity) && finding.Severity == AllChecks.Find(finding.Check.Code)?.Severity
            ? finding with { Severity = severity }
            : finding;
    }

    private static bool IsRule(CheckId check) => check.Code == UserRule.Code && AllChecks.Find(UserRule.Code)!.Id.Name != check.Name;

    private static List<string> CodesOf(IEnumerable<string> words, string[] rules, List<InputException> unknown)
    {
        var codes = new List<string>();
        foreach (var word in words)
        {
            var before = codes.Count;
            codes.AddRange(rules.Where(r => Same(word, r)).Select(r => RulePrefix + r));
            foreach (var check in AllChecks.List)
                if (Same(word, check.Id.Code) || Same(word, check.Id.Name) || (check.IsOn && Same(word, check.Id.Family))) codes.Add(check.Id.Code);
            // A settings file serves `lint` too; its rules have nothing to say of submissions.
            if (codes.Count == before && !IsLintRule(word)) unknown.Add(Unknown(word, rules));
        }

        return codes;
    }

    private static bool IsLintRule(string word) => AllLintRules.Find(word) is not null || Same(word, AllLintRules.Family);

    private static InputException Unknown(string word, string[] rules)
    {
        var names = AllChecks.List.SelectMany(c => new[] { c.Id.Code, c.Id.Name, c.Id.Family }).Concat(rules).Distinct(StringComparer.Ordinal);
        return Nearest.To(word, names) is { } meant
            ? new("settings/unknown-check-near", null, new("name", word), new FindingArgument("meant", meant))
            : new("settings/unknown-check", null, new FindingArgument("name", word));
    }

    private static InputException With(List<InputException> all) =>
        new(all[0].Key, all[0].Location, all[0].Arguments) { Others = [.. all.Skip(1)] };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
