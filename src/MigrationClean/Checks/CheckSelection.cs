using System.Collections.Frozen;
using MigrationClean.Diagnostics;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Checks;

/// <summary>Which checks run and how bad their findings are: the settings' words, led back to checks.</summary>
internal sealed class CheckSelection
{
    private readonly FrozenSet<string> _codes;
    private readonly FrozenDictionary<string, Severity> _severities;

    private CheckSelection(FrozenSet<string> codes, FrozenDictionary<string, Severity> severities)
    {
        _codes = codes;
        _severities = severities;
    }

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InputException">
    /// <c>settings/unknown-check</c>: a word that is no code, name or family; all of them at once.
    /// </exception>
    public static CheckSelection Of(CheckSettings settings)
    {
        var unknown = new List<InputException>();
        var selected = CodesOf(settings.Select, unknown);
        var on = CodesOf(settings.On, unknown);
        var ignored = CodesOf(settings.Ignore, unknown);
        var severities = new Dictionary<string, Severity>(StringComparer.Ordinal);
        foreach (var (word, severity) in settings.Severities.OrderBy(s => s.Key, StringComparer.Ordinal))
            foreach (var code in CodesOf([word], unknown)) severities[code] = severity;

        if (unknown.Count > 0) throw With(unknown);
        var byThemselves = AllChecks.List.Where(c => c.IsOn).Select(c => c.Id.Code);
        var codes = settings.Select.IsEmpty ? byThemselves.Concat(on) : selected;
        return new(
            codes.Except(ignored, StringComparer.Ordinal).ToFrozenSet(StringComparer.Ordinal),
            severities.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Whether findings of a check are wanted.</summary>
    public bool Includes(CheckId check) => _codes.Contains(check.Code);

    /// <summary>The finding with the severity of the settings. A severity of its own, which a case gave it, stays.</summary>
    public Finding WithSeverity(Finding finding) =>
        _severities.TryGetValue(finding.Check.Code, out var severity) && finding.Severity == AllChecks.Find(finding.Check.Code)?.Severity
            ? finding with { Severity = severity }
            : finding;

    private static List<string> CodesOf(IEnumerable<string> words, List<InputException> unknown)
    {
        var codes = new List<string>();
        foreach (var word in words)
        {
            var before = codes.Count;
            foreach (var check in AllChecks.List)
                if (Same(word, check.Id.Code) || Same(word, check.Id.Name) || (check.IsOn && Same(word, check.Id.Family))) codes.Add(check.Id.Code);
            // A settings file serves `lint` too; its rules have nothing to say of submissions.
            if (codes.Count == before && !IsLintRule(word)) unknown.Add(Unknown(word));
        }

        return codes;
    }

    private static bool IsLintRule(string word) => AllLintRules.Find(word) is not null || Same(word, AllLintRules.Family);

    private static InputException Unknown(string word)
    {
        var names = AllChecks.List.SelectMany(c => new[] { c.Id.Code, c.Id.Name, c.Id.Family }).Distinct(StringComparer.Ordinal);
        return Nearest.To(word, names) is { } meant
            ? new("settings/unknown-check-near", null, new("name", word), new FindingArgument("meant", meant))
            : new("settings/unknown-check", null, new FindingArgument("name", word));
    }

    private static InputException With(List<InputException> all) =>
        new(all[0].Key, all[0].Location, all[0].Arguments) { Others = [.. all.Skip(1)] };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
