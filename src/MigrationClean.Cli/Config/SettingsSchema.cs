using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Settings;
using MigrationClean.Cli.Arguments;

namespace MigrationClean.Cli.Config;

/// <summary>Every key of <c>migrationclean.yaml</c>, in the order of the documentation.</summary>
internal static class SettingsSchema
{
    private const BearsOn Both = BearsOn.Validate | BearsOn.Clean;

    /// <summary>The keys.</summary>
    public static ImmutableArray<SettingKey> Keys { get; } =
    [
        new("version", SettingKind.Whole),
        new("lang", SettingKind.Word) { Words = Words.Languages.All },
        new("project.name", SettingKind.Text),
        new("project.controller", SettingKind.Text),
        new("project.basis", SettingKind.Text),
        new("project.purpose", SettingKind.Text),
        new("project.round", SettingKind.Text),
        new("project.retain_until", SettingKind.Date),
        new("forms", SettingKind.Paths),
        new("level", SettingKind.Word) { Words = Words.Levels.All, Default = "public" },
        new("plan", SettingKind.Path),
        new("key", SettingKind.Path),
        new("log", SettingKind.Paths),
        new("logical_checks", SettingKind.Paths),
        new("tables", SettingKind.Any, BearsOn.Clean),
        new("sample", SettingKind.Path),
        new("review", SettingKind.Any, BearsOn.Clean),
        new("hierarchies", SettingKind.Any, BearsOn.Clean),
        new("gazetteer", SettingKind.Any, BearsOn.Clean),
        new("rates", SettingKind.Any, BearsOn.Clean),
        new("time.zone", SettingKind.Text),
        new("time.collection.from", SettingKind.Date),
        new("time.collection.to", SettingKind.Date),
        new("consent.question", SettingKind.Text),
        new("consent.accept", SettingKind.Texts) { Default = "yes" },
        new("consent.also", SettingKind.Any, BearsOn.Clean),
        new("consent.minors", SettingKind.Any, Both),
        new("consent.not_needed", SettingKind.Text),
        new("consent.withdrawn", SettingKind.Path),
        new("columns.enumerator", SettingKind.Text),
        new("columns.device", SettingKind.Text),
        new("columns.site", SettingKind.Texts),
        new("columns.date", SettingKind.Text),
        new("columns.team", SettingKind.Text),
        new("columns.household", SettingKind.Text),
        new("columns.weight", SettingKind.Text),
        new("columns.keys", SettingKind.Lists),
        new("weights", SettingKind.Any, BearsOn.Clean),
        new("codes.dont_know", SettingKind.Texts),
        new("codes.refused", SettingKind.Texts),
        new("codes.not_applicable", SettingKind.Texts),
        new("codes.other", SettingKind.Texts),
        new("na_literals", SettingKind.Texts),
        new("labels", SettingKind.Text),
        new("recipients[].name", SettingKind.Text),
        new("recipients[].class", SettingKind.Text),
        new("recipients[].agreement", SettingKind.Text),
        new("recipients[].expires", SettingKind.Date),
        new("recipients[].purpose", SettingKind.Text),
        new("recipients[].safeguards", SettingKind.Text),
        new("gates", SettingKind.Any, BearsOn.Clean),
        new("exceptions", SettingKind.Any, BearsOn.Clean),
        new("approvals", SettingKind.Any, BearsOn.Clean),
        new("checks.*.enabled", SettingKind.Boolean),
        new("checks.*.severity", SettingKind.Word) { Words = Words.Severities.All },
        new("checks.*.why", SettingKind.Text),
        new("checks.*.questions.include", SettingKind.Texts),
        new("checks.*.questions.exclude", SettingKind.Texts),
        new("checks.*.where", SettingKind.Text),
        new("checks.*.by", SettingKind.Texts) { Checks = [.. AllChecks.List.Where(c => c.GroupsBy).Select(c => c.Id.Code)] },
        .. ParametersOfChecks(),
        new("tabulation", SettingKind.Any, BearsOn.Clean),
        new("output.to", SettingKind.Texts) { Words = Words.DataFormats, Default = "csv;xlsx" },
        new("output.csv.guard", SettingKind.Word) { Words = Words.Guards.All, Default = "on" },
        new("output.csv.bom", SettingKind.Boolean) { Default = "false" },
        new("output.csv.line_ends", SettingKind.Word) { Words = Words.LineEnds.All, Default = "lf" },
        new("output.csv.separator", SettingKind.Word) { Words = [",", ";", "\t"], Default = "," },
        new("release.title", SettingKind.Text),
        new("release.description", SettingKind.Text),
        new("release.version", SettingKind.Text),
        new("release.date", SettingKind.Date),
        new("release.license", SettingKind.Text),
        new("release.citation", SettingKind.Text),
        new("release.terms", SettingKind.Text),
        new("release.disclaimer", SettingKind.Text),
        new("release.contributors", SettingKind.Any, BearsOn.Clean),
        new("limits.file_mb", SettingKind.Whole) { Default = "512" },
        new("limits.csv_mb", SettingKind.Whole) { Default = "4096" },
        new("limits.part_gib", SettingKind.Whole) { Default = "1" },
        new("limits.cells_million", SettingKind.Whole) { Default = "50" },
    ];

    /// <summary>Codes of the checks that know a parameter, by the parameter's name and kind.</summary>
    private static IEnumerable<SettingKey> ParametersOfChecks() => AllChecks.List
        .SelectMany(c => c.Parameters, (check, parameter) => (check.Id.Code, Parameter: parameter))
        .GroupBy(p => p.Parameter.Name, StringComparer.Ordinal)
        .Select(g => new SettingKey($"checks.*.{g.Key}", KindOf(g.First().Parameter.Kind)) { Checks = [.. g.Select(p => p.Code)], Words = g.First().Parameter.Words });

    private static SettingKind KindOf(ParameterKind kind) => kind switch
    {
        ParameterKind.Number => SettingKind.Number,
        ParameterKind.Whole => SettingKind.Whole,
        ParameterKind.Boolean => SettingKind.Boolean,
        ParameterKind.Texts => SettingKind.Texts,
        ParameterKind.Word => SettingKind.Word,
        ParameterKind.Path => SettingKind.Path,
        ParameterKind.Pairs => SettingKind.Pairs,
        ParameterKind.Map => SettingKind.Map,
        _ => SettingKind.Text,
    };

    private static readonly FrozenDictionary<string, SettingKey> ByPath = Keys.ToFrozenDictionary(key => key.Path, StringComparer.Ordinal);

    /// <summary>Places that hold further keys: <c>output.csv</c>, <c>recipients[]</c>.</summary>
    private static readonly FrozenSet<string> Places = Keys.SelectMany(key => PlacesAbove(key.Path)).ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The key at a path of the schema, or <see langword="null"/>.</summary>
    public static SettingKey? Find(string path) => ByPath.GetValueOrDefault(path);

    /// <summary>Whether further keys stand below.</summary>
    public static bool IsPlace(string path) => Places.Contains(path);

    /// <summary>The path of the schema for a name below a place; <see langword="null"/> if there is no such key.</summary>
    public static string? Below(string place, string name)
    {
        foreach (var path in (string[])[Join(place, name), Join(place, "*")])
            if (ByPath.ContainsKey(path) || Places.Contains(path) || Places.Contains(path + "[]")) return path;
        return null;
    }

    /// <summary>The names that may stand at a place.</summary>
    public static IEnumerable<string> NamesAt(string place) => Keys
        .Where(key => place.Length == 0 || key.Path.StartsWith(place + ".", StringComparison.Ordinal))
        .Select(key => (place.Length == 0 ? key.Path : key.Path[(place.Length + 1)..]).Split('.')[0].Replace("[]", "", StringComparison.Ordinal))
        .Where(name => name != "*")
        .Distinct(StringComparer.Ordinal);

    /// <summary>A name put below a place.</summary>
    public static string Join(string place, string name) => place.Length == 0 ? name : $"{place}.{name}";

    private static IEnumerable<string> PlacesAbove(string path)
    {
        for (var at = path.LastIndexOf('.'); at > 0; at = path.LastIndexOf('.', at - 1)) yield return path[..at];
    }
}
