using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Checks;
using MigrationClean.Checks.Settings;
using MigrationClean.Cli.Arguments;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;
using MigrationClean.Writing;

namespace MigrationClean.Cli.Config;

/// <summary>What the settings file says, in the library's types. Nothing is decided here: the line and the environment win.</summary>
internal sealed class ProjectSettings(SettingsDocument document)
{
    /// <summary>The word of <c>key:</c> that refuses to run without <c>--key</c>.</summary>
    private const string KeyRequired = "required";

    private static readonly ImmutableArray<string> FieldworkRoles = ["enumerator", "device", "date", "team", "household", "weight"];

    /// <summary>The file, key by key.</summary>
    public SettingsDocument Document { get; } = document;

    /// <summary>Cleaning logs, relative to the file.</summary>
    public ImmutableArray<string> Logs => Document.PathsOf("log");

    /// <summary>The list of submissions whose consent was withdrawn, or <see langword="null"/>.</summary>
    public string? Withdrawn => Document.PathOf("consent.withdrawn");

    /// <summary>Forms, relative to the file.</summary>
    public ImmutableArray<string> Forms => Document.PathsOf("forms");

    /// <summary>The release level, or <see langword="null"/>.</summary>
    public ReleaseLevel? Level => Words.Levels.Find(Document.TextOrNull("level"));

    /// <summary>The planned sample, or <see langword="null"/>.</summary>
    public string? Sample => Document.PathOf("sample");

    /// <summary>The privacy plan, or <see langword="null"/>.</summary>
    public string? Plan => Document.PathOf("plan");

    /// <summary>Tables of logical checks, relative to the file.</summary>
    public ImmutableArray<string> LogicalChecks => Document.PathsOf("logical_checks");

    /// <summary>Zone of instants without offset, or <see langword="null"/>.</summary>
    public string? TimeZone => Document.TextOrNull("time.zone");

    /// <summary>Language of labels in outputs, or <see langword="null"/>.</summary>
    public string? Labels => Document.TextOrNull("labels");

    /// <summary>Formats of data; empty if it says nothing.</summary>
    public ImmutableArray<string> Formats => Document.Texts("output.to");

    /// <summary>Limits on what is read.</summary>
    public InputLimits Limits => new()
    {
        FileMegabytes = Document.Whole("limits.file_mb") ?? new InputLimits().FileMegabytes,
        CsvMegabytes = Document.Whole("limits.csv_mb") ?? new InputLimits().CsvMegabytes,
        PartGibibytes = Document.Whole("limits.part_gib") ?? new InputLimits().PartGibibytes,
        CellsMillion = Document.Whole("limits.cells_million") ?? new InputLimits().CellsMillion,
    };

    /// <summary>The checks that are switched on, by code or name.</summary>
    public ImmutableArray<string> ChecksOn => [.. ChecksWith("enabled").Where(c => c.Value == "true").Select(c => c.Check)];

    /// <summary>The checks that are switched off, by code or name.</summary>
    public ImmutableArray<string> ChecksOff => [.. ChecksWith("enabled").Where(c => c.Value == "false").Select(c => c.Check)];

    /// <summary>Severities that differ from the default.</summary>
    public FrozenDictionary<string, Severity> Severities =>
        ChecksWith("severity").ToFrozenDictionary(c => c.Check, c => Words.Severities.Find(c.Value)!.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The checks that are named, each once.</summary>
    public IEnumerable<string> ChecksNamed => Document.Settings.Where(s => s.Path.StartsWith("checks.", StringComparison.Ordinal))
        .Select(s => s.Path.Split('.')[1]).Distinct(StringComparer.Ordinal);

    /// <summary>The checks that are named and that no code or name of ours is: ids of the user's rules, or mistakes.</summary>
    public ImmutableArray<string> RulesNamed => [.. ChecksNamed.Where(CheckNames.MayBeRule)];

    /// <summary>Texts that count as blank.</summary>
    public ImmutableArray<string> NaLiterals => Document.Texts("na_literals");

    /// <summary>What it says about single checks, by code.</summary>
    public FrozenDictionary<string, CheckOptions> CheckOptions => AllChecks.List
        .Where(c => Document.Settings.Any(s => IsOf(s, c.Id.Code)))
        .Select(c => KeyValuePair.Create(c.Id.Code, OptionsOf(c)))
        .Concat(RulesNamed.Select(r => KeyValuePair.Create(r.ToLowerInvariant(), CommonOptionsOf(r))).DistinctBy(r => r.Key, StringComparer.Ordinal))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Questions and columns with a role in fieldwork.</summary>
    public FieldworkColumns Columns => new()
    {
        Enumerator = Document.TextOrNull("columns.enumerator"),
        Device = Document.TextOrNull("columns.device"),
        Site = Document.Texts("columns.site"),
        Date = Document.TextOrNull("columns.date"),
        Team = Document.TextOrNull("columns.team"),
        Household = Document.TextOrNull("columns.household"),
        Keys = [.. Document.Texts("columns.keys").Select(k => k.Split(SettingKey.PairSeparator).ToImmutableArray())],
    };

    /// <summary>Numbers and choices that stand for no answer.</summary>
    public CodeSettings Codes => new()
    {
        DontKnow = Document.Texts("codes.dont_know"),
        Refused = Document.Texts("codes.refused"),
        NotApplicable = Document.Texts("codes.not_applicable"),
        Other = Document.Texts("codes.other"),
    };

    /// <summary>When data were collected.</summary>
    public CollectionPeriod? Collection =>
        (Document.Date("time.collection.from"), Document.Date("time.collection.to")) is var (from, to) && (from ?? to) is null ? null : new(from, to);

    /// <summary>The consent question and what counts as yes.</summary>
    public ConsentSettings Consent => new()
    {
        Question = Document.TextOrNull("consent.question"),
        Accept = Document.Texts("consent.accept") is { IsEmpty: false } accept ? accept : new ConsentSettings().Accept,
        NotNeeded = Document.Text("consent.not_needed"),
    };

    /// <summary>Project, key and recipients; level and key may be the line's in the end.</summary>
    public ReleaseSettings Release => new()
    {
        Level = Level ?? ReleaseLevel.Public,
        ProjectName = Document.Text("project.name"),
        Controller = Document.Text("project.controller"),
        Basis = Document.Text("project.basis"),
        Purpose = Document.Text("project.purpose"),
        Round = Document.Text("project.round"),
        RetainUntil = Document.Date("project.retain_until"),
        Recipients = [.. RecipientPaths.Select(ReadRecipient)],
        KeyFile = Document.Text("key") == KeyRequired ? null : Document.PathOf("key"),
        KeyRequired = Document.Text("key") == KeyRequired,
        FieldworkColumns = FieldworkColumns,
    };

    /// <summary>What people read about the data set.</summary>
    public ReleaseDescription Description => new()
    {
        Title = Document.Text("release.title"),
        Description = Document.Text("release.description"),
        Version = Document.Text("release.version"),
        Date = Document.Date("release.date"),
        License = Document.Text("release.license"),
        Citation = Document.Text("release.citation"),
        Terms = Document.Text("release.terms"),
        Disclaimer = Document.Text("release.disclaimer"),
    };

    /// <summary>How CSV is written.</summary>
    public CsvOptions Csv => new()
    {
        Guard = Words.Guards.Find(Document.TextOrNull("output.csv.guard")) ?? CsvGuard.On,
        Bom = Document.Boolean("output.csv.bom") ?? false,
        CrLf = Words.LineEnds.Find(Document.TextOrNull("output.csv.line_ends")) ?? false,
        Separator = Document.TextOrNull("output.csv.separator") is { } separator ? separator[0] : ',',
    };

    /// <summary>Paths of the recipients: <c>recipients[0]</c> …</summary>
    public IEnumerable<string> RecipientPaths => Document.Settings.Where(s => s.Path.StartsWith("recipients[", StringComparison.Ordinal))
        .Select(s => s.Path.Split('.')[0]).Distinct(StringComparer.Ordinal);

    /// <summary>Refuses keys that this version cannot honour but that the verb's result would depend on.</summary>
    /// <exception cref="InputException">FILE-15: all such keys.</exception>
    public void RefuseLater(BearsOn verb) => SettingsReader.ThrowAll([.. Document.Settings
        .Where(s => (s.Key.Later & verb) != BearsOn.Nothing && !s.Values.IsEmpty)
        .Select(s => new InputException("FILE-15/later", s.Place, new FindingArgument("key", s.Path)))]);

    private ImmutableDictionary<string, string> FieldworkColumns
    {
        get
        {
            var columns = FieldworkRoles.Select(role => KeyValuePair.Create(role, Document.Text($"columns.{role}"))).Where(c => c.Value.Length > 0);
            var site = Document.Texts("columns.site");   // from the largest to the smallest place
            return columns.Concat(site.IsEmpty ? [] : [new("site", site[^1])]).ToImmutableDictionary(StringComparer.Ordinal);
        }
    }

    /// <summary>Parameters under a check that does not know them.</summary>
    public IEnumerable<Setting> MisplacedParameters => Document.Settings
        .Where(s => !s.Key.Checks.IsEmpty && CodeOf(s) is { } code && !s.Key.Checks.Contains(code));

    // A rule of the user's goes by its id, a check by its code.
    private static string? CodeOf(Setting setting) => setting.Path.Split('.')[1] is var name && AllChecks.Find(name) is { } check ? check.Id.Code : CheckNames.MayBeRule(name) ? name.ToLowerInvariant() : null;

    private CheckOptions CommonOptionsOf(string code) => new()
    {
        Questions = new() { Include = OfCheck(code, "questions.include"), Exclude = OfCheck(code, "questions.exclude") },
        Where = OfCheck(code, "where") is [var where, ..] ? where : null,
        By = OfCheck(code, "by"),
        Why = OfCheck(code, "why") is [var why, ..] ? why : "",
    };

    private CheckOptions OptionsOf(Check check) => CommonOptionsOf(check.Id.Code) with
    {
        Parameters = check.Parameters
            .Where(p => Document.Settings.Any(s => s.Key.Path == $"checks.*.{p.Name}" && IsOf(s, check.Id.Code)))
            .ToFrozenDictionary(p => p.Name, p => ValuesOf(check, p), StringComparer.Ordinal),
    };

    private ImmutableArray<string> ValuesOf(Check check, CheckParameter parameter) =>
        parameter.Kind == ParameterKind.Path ? [.. OfCheck(check.Id.Code, parameter.Name).Select(Document.FromFolder)] : OfCheck(check.Id.Code, parameter.Name);

    private ImmutableArray<string> OfCheck(string code, string name) =>
        [.. Document.Settings.Where(s => s.Key.Path == $"checks.*.{name}" && IsOf(s, code)).SelectMany(s => s.Values)];

    // A check may stand there by its code and by its name.
    private static bool IsOf(Setting setting, string code) => setting.Path.StartsWith("checks.", StringComparison.Ordinal) && string.Equals(CodeOf(setting), code, StringComparison.OrdinalIgnoreCase);

    private IEnumerable<(string Check, string Value)> ChecksWith(string name) => Document.Settings
        .Where(s => s.Key.Path == $"checks.*.{name}" && !s.Values.IsEmpty)
        .Select(s => (s.Path.Split('.')[1], s.Values[0]));

    private Recipient ReadRecipient(string path) => new(
        Document.Text($"{path}.name"), Document.Text($"{path}.class"), Document.Text($"{path}.agreement"),
        Document.Date($"{path}.expires"), Document.Text($"{path}.purpose"), Document.Text($"{path}.safeguards"));
}
