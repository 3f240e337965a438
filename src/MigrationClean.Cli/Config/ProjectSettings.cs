using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Checks;
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

    /// <summary>Forms, relative to the file.</summary>
    public ImmutableArray<string> Forms => Document.PathsOf("forms");

    /// <summary>The release level, or <see langword="null"/>.</summary>
    public ReleaseLevel? Level => Words.Levels.Find(Document.TextOrNull("level"));

    /// <summary>The privacy plan, or <see langword="null"/>.</summary>
    public string? Plan => Document.PathOf("plan");

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

    /// <summary>The checks that are switched off, by code or name.</summary>
    public ImmutableArray<string> ChecksOff => [.. ChecksWith("enabled").Where(c => c.Value == "false").Select(c => c.Check)];

    /// <summary>Severities that differ from the default.</summary>
    public FrozenDictionary<string, Severity> Severities =>
        ChecksWith("severity").ToFrozenDictionary(c => c.Check, c => Words.Severities.Find(c.Value)!.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>The checks that are named, each once.</summary>
    public IEnumerable<string> ChecksNamed => Document.Settings.Where(s => s.Path.StartsWith("checks.", StringComparison.Ordinal))
        .Select(s => s.Path.Split('.')[1]).Distinct(StringComparer.Ordinal);

    /// <summary>Texts that count as blank.</summary>
    public ImmutableArray<string> NaLiterals => Document.Texts("na_literals");

    /// <summary>FORM-08: choices that stand alone.</summary>
    public ImmutableArray<string> ExclusiveOptions => OfCheck("FORM-08", "exclusive_options");

    /// <summary>FORM-12: pairs of dates, or of a date of birth and an age.</summary>
    public ImmutableArray<(string First, string Second)> DatePairs =>
        [.. OfCheck("FORM-12", "date_pairs").Select(p => p.Split(SettingKey.PairSeparator)).Select(p => (p[0], p[1]))];

    /// <summary>FORM-11: the questions that tell a person of a roster.</summary>
    public QuestionFilter RosterQuestions => QuestionsOf("FORM-11");

    /// <summary>FORM-12: the date questions that are judged.</summary>
    public QuestionFilter DateQuestions => QuestionsOf("FORM-12");

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
        .Where(s => (LaterOf(s) & verb) != BearsOn.Nothing && !s.Values.IsEmpty)
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

    // A parameter under a check that does not know it.
    private static BearsOn LaterOf(Setting setting) =>
        setting.Key.Checks.IsEmpty || (CodeOf(setting) is { } code && setting.Key.Checks.Contains(code)) ? setting.Key.Later : BearsOn.Validate | BearsOn.Clean;

    private static string? CodeOf(Setting setting) => AllChecks.Find(setting.Path.Split('.')[1])?.Id.Code;

    private QuestionFilter QuestionsOf(string code) => new() { Include = OfCheck(code, "questions.include"), Exclude = OfCheck(code, "questions.exclude") };

    // A check may stand there by its code and by its name.
    private ImmutableArray<string> OfCheck(string code, string name) =>
        [.. Document.Settings.Where(s => s.Key.Path == $"checks.*.{name}" && CodeOf(s) == code).SelectMany(s => s.Values)];

    private IEnumerable<(string Check, string Value)> ChecksWith(string name) => Document.Settings
        .Where(s => s.Key.Path == $"checks.*.{name}" && !s.Values.IsEmpty)
        .Select(s => (s.Path.Split('.')[1], s.Values[0]));

    private Recipient ReadRecipient(string path) => new(
        Document.Text($"{path}.name"), Document.Text($"{path}.class"), Document.Text($"{path}.agreement"),
        Document.Date($"{path}.expires"), Document.Text($"{path}.purpose"), Document.Text($"{path}.safeguards"));
}
