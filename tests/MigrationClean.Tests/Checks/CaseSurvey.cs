using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Sample;
using MigrationClean.Checks.Settings;
using MigrationClean.Checks.Times.Audit;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Checks;

/// <summary>The form, submissions and settings of a case. Headers are the canonical names that alignment gives, so that checks are tested alone.</summary>
internal static class CaseSurvey
{
    private const string File = "export.csv";

    /// <summary>The submissions: <c>## data</c>, and <c>## data path</c> for each repeat with the parent's row in <c>_parent_index</c>.</summary>
    public static SubmissionSet Submissions(CaseFile file) => Submissions(file, "data");

    private static SubmissionSet Submissions(CaseFile file, string name)
    {
        ImmutableArray<Form> forms = [.. new[] { "", " older" }.Where(suffix => file[$"survey{suffix}"] is not null).Select(suffix => Form(file, suffix))];
        var data = file[name]!;
        var main = new Table(null, null, [], Columns(data, forms, null), Segments(data, null))
        {
            Identity = Identity(data),
            FormOfRow = forms.Length == 1 ? [] : [.. data.Rows.Select(r => (byte)Math.Max(0, forms.ToList().FindIndex(f => f.Version == data.Cell(r, "__version__"))))],
        };
        var tables = new List<Table> { main };
        foreach (var repeat in forms[0].Repeats)
        {
            if (file[$"data {repeat.Path}"] is not { } rows) continue;
            var parent = tables.First(t => t.Path == repeat.Repeat?.Path);
            ImmutableArray<int> parents = [.. rows.Rows.Select(r => int.Parse(rows.Cell(r, "_parent_index")) - 1)];
            tables.Add(new(repeat, parent, parents, Columns(rows, forms, repeat.Path), Segments(rows, repeat.Name)));
        }

        var layout = new ExportLayout { File = File, Sha256 = "", Length = 0, Family = ExportFamily.K };
        return new() { Forms = forms, Inputs = [layout], Main = main, Repeats = [.. tables.Skip(1)] };
    }

    /// <summary>The settings: <c>## checks</c> with the columns <c>setting</c> and <c>value</c>.</summary>
    public static CheckSettings Settings(CaseFile file)
    {
        var values = file["checks"]?.Rows.ToDictionary(r => r[0], r => r[1], StringComparer.Ordinal) ?? [];
        ImmutableArray<string> Words(string key) => [.. values.GetValueOrDefault(key, "").Split(", ", StringSplitOptions.RemoveEmptyEntries)];
        DateOnly? Day(string key) => values.TryGetValue(key, out var day) ? DateOnly.Parse(day) : null;
        return new()
        {
            Rules = Rules(file),
            Select = Words("select"),
            Ignore = Words("ignore"),
            NaLiterals = Words("na_literals"),
            Dialect = Enum.Parse<DialectChoice>(values.GetValueOrDefault("dialect", "Auto"), ignoreCase: true),
            On = Words("on"),
            ShowAll = values.GetValueOrDefault("show_all") == "true",
            Options = AllChecks.List.Where(c => values.Keys.Any(k => k.StartsWith($"{c.Id.Code} ", StringComparison.Ordinal))).ToFrozenDictionary(c => c.Id.Code, c => new CheckOptions
            {
                Questions = new() { Include = Words($"{c.Id.Code} include"), Exclude = Words($"{c.Id.Code} exclude") },
                By = Words($"{c.Id.Code} by"),
                Where = values.GetValueOrDefault($"{c.Id.Code} where"),
                Parameters = c.Parameters.Where(p => values.ContainsKey($"{c.Id.Code} {p.Name}")).ToFrozenDictionary(p => p.Name, p => p.Kind == ParameterKind.Path ? [Path.Combine(CaseFile.Folder("files"), values[$"{c.Id.Code} {p.Name}"])] : Words($"{c.Id.Code} {p.Name}")),
            }),
            Columns = new()
            {
                Enumerator = values.GetValueOrDefault("columns.enumerator"),
                Device = values.GetValueOrDefault("columns.device"),
                Site = Words("columns.site"),
                Date = values.GetValueOrDefault("columns.date"),
                Team = values.GetValueOrDefault("columns.team"),
                Household = values.GetValueOrDefault("columns.household"),
                Keys = [.. Words("columns.keys").Select(k => k.Split(';').ToImmutableArray())],
            },
            Codes = new()
            {
                DontKnow = Words("codes.dont_know"),
                Refused = Words("codes.refused"),
                NotApplicable = Words("codes.not_applicable"),
                Other = Words("codes.other"),
            },
            Audit = file["audit"] is { } audit ? new("audit.zip", audit.Rows.GroupBy(r => r[0]).Select(g => KeyValuePair.Create(g.Key, g.Select(r => Event(audit, r)).ToList()))) : null,
            BackCheck = file["backcheck"] is null ? null : Submissions(file, "backcheck"),
            Sample = file["sample"] is { } sample ? SampleReader.Read([Grid("sample", sample) with { File = "sample.csv" }], [Form(file, "")]) : null,
            Collection = values.ContainsKey("collection.from") || values.ContainsKey("collection.to") ? new(Day("collection.from"), Day("collection.to")) : null,
            Severities = values.Where(v => v.Key.StartsWith("severity ", StringComparison.Ordinal))
                .ToFrozenDictionary(v => v.Key["severity ".Length..], v => Enum.Parse<Severity>(v.Value, ignoreCase: true)),
            Consent = new()
            {
                Question = values.GetValueOrDefault("consent.question"),
                Accept = values.ContainsKey("consent.accept") ? Words("consent.accept") : ["yes"],
                NotNeeded = values.GetValueOrDefault("consent.not_needed", ""),
            },
        };
    }

    private static AuditEvent Event(CaseTable audit, string[] row) => new(
        audit.Cell(row, "event"),
        audit.Cell(row, "node"),
        long.TryParse(audit.Cell(row, "start"), out var start) ? start : null,
        long.TryParse(audit.Cell(row, "end"), out var end) ? end : null,
        IsChanged: audit.Cell(row, "changed") == "yes");

    /// <summary>The user's rules: <c>## rules</c> with the columns of logical checks.</summary>
    private static RuleReader Rules(CaseFile file)
    {
        var reader = new RuleReader();
        if (file["rules"] is { } rules) reader.Read(Grid("logical-checks", rules) with { File = "rules.csv", Name = null });
        return reader;
    }

    /// <summary>The form of a case, or an older version of it.</summary>
    public static Form Form(CaseFile file, string suffix) => FormReader.Read(
        $"form{suffix.Replace(' ', '_')}.xlsx",
        new[] { "survey", "choices", "settings" }.Where(s => file[s + suffix] is not null).Select(s => Grid(s, file[s + suffix]!)));

    private static Grid Grid(string name, CaseTable table) =>
        new("form.xlsx", name, [.. table.Headers], [.. table.Rows.Select((r, i) => new GridRow(i + 2, [.. r]))]);

    private static ImmutableArray<TableColumn> Columns(CaseTable data, ImmutableArray<Form> forms, string? table) =>
        [.. data.Headers.Select((header, i) => Column(header, i, data, forms, table))];

    private static TableColumn Column(string header, int at, CaseTable data, ImmutableArray<Form> forms, string? table)
    {
        var values = MigrationClean.Ingest.Columns.Column.FromTexts(data.Rows.Select(r => r[at]));
        var column = new TableColumn { Role = ColumnRole.Unknown, Name = header, Header = header, Number = at + 1, Raw = values, Value = values };
        if (forms[0].Questions.FirstOrDefault(q => q.Type.IsPoint() && header.StartsWith($"_{q.Name}_", StringComparison.Ordinal)) is { } point)
            return column with { Role = ColumnRole.GeoPart, Question = point, ByForm = [point], Part = Enum.Parse<GeoPart>(header[(point.Name.Length + 2)..], ignoreCase: true) };
        if (header.StartsWith('_') || header.StartsWith("meta/", StringComparison.Ordinal) || header == "KEY") return column with { Role = ColumnRole.Meta };

        var (name, choice) = header.IndexOf('/', StringComparison.Ordinal) is > 0 and var slash ? (header[..slash], header[(slash + 1)..]) : (header, null);
        ImmutableArray<Question?> byForm = [.. forms.Select(f => f.Questions.FirstOrDefault(q => q.Name == name && q.Repeat?.Path == table))];
        if (byForm.All(q => q is null)) return column;
        return column with
        {
            Role = choice is null ? ColumnRole.Answer : ColumnRole.Chosen,
            Choice = choice,
            Question = byForm.First(q => q is not null),
            ByForm = byForm,
        };
    }

    private static Column? Identity(CaseTable data)
    {
        var name = new[] { "meta/rootUuid", "KEY", "_uuid", "_id" }.FirstOrDefault(data.Headers.Contains);
        return name is null ? null : MigrationClean.Ingest.Columns.Column.FromTexts(data.Rows.Select(r => data.Cell(r, name).ToLowerInvariant().Replace("uuid:", "")));
    }

    private static ImmutableArray<TableSegment> Segments(CaseTable data, string? sheet) =>
    [
        new(new Sheet { File = File, Name = sheet, Headers = [.. data.Headers], Columns = [], RowCount = data.Rows.Count, Places = new(2) }, 0, data.Rows.Count, 0),
    ];
}
