using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using MigrationClean.Anonymisation;
using MigrationClean.Diagnostics;

namespace MigrationClean.Writing;

/// <summary>Writes <c>manifest.json</c>: an RO-Crate 1.2 metadata document of the run, with its entities in the order of their ids (outputs §13).</summary>
/// <remarks>Counts from 1 to 9 are written <c>&lt;10</c> (anonymisation §7). There is no time in it but what <c>--now</c> gave, as a day.</remarks>
internal sealed class ManifestWriter
{
    private const string RunId = "#run";
    private const string ToolId = "#migrationclean";
    private const int Exact = 10;

    private static readonly JsonWriterOptions Format = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly AnonymisedSubmissions _submissions;
    private readonly ManifestFacts _facts;
    private readonly Codebook _codebook;
    private readonly SortedDictionary<string, JsonObject> _entities = new(StringComparer.Ordinal);

    private ManifestWriter(AnonymisedSubmissions submissions, ManifestFacts facts)
    {
        _submissions = submissions;
        _facts = facts;
        _codebook = new(submissions, labels: null);
    }

    /// <summary>Writes the manifest.</summary>
    /// <param name="submissions">What was released.</param>
    /// <param name="facts">What else there is to say.</param>
    /// <param name="files">Every file of the output but the manifest.</param>
    /// <param name="stream">Where to; UTF-8, LF.</param>
    public static void Write(AnonymisedSubmissions submissions, ManifestFacts facts, IReadOnlyList<ManifestFile> files, Stream stream)
    {
        var writer = new ManifestWriter(submissions, facts);
        writer.AddFiles(files);
        writer.AddInputs();
        writer.AddRun(files);
        writer.AddRoot(files);

        var crate = new JsonObject
        {
            ["@context"] = "https://w3id.org/ro/crate/1.2/context",
            ["@graph"] = new JsonArray([.. writer._entities.Values]),
        };
        using (var json = new Utf8JsonWriter(stream, Format)) crate.WriteTo(json);
        stream.WriteByte((byte)'\n');
    }

    /// <summary>A count as the manifest shows it: exact from 10 on, and none.</summary>
    public static JsonNode Count(int count) => count is > 0 and < Exact ? JsonValue.Create($"<{Exact}") : JsonValue.Create(count);

    /// <summary>A relative path as an id: each part escaped.</summary>
    public static string IdOf(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".csv" => "text/csv",
        ".txt" => "text/plain",
        ".json" => "application/json",
        ".jsonl" => "application/jsonl",
        ".html" => "text/html",
        ".xml" => "application/xml",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };

    private static JsonObject Reference(string id) => new() { ["@id"] = id };

    private static JsonArray References(IEnumerable<string> ids) => new([.. ids.Order(StringComparer.Ordinal).Select(Reference)]);

    private JsonObject Add(string id, string type, params ReadOnlySpan<(string Name, JsonNode? Value)> properties)
    {
        var entity = new JsonObject { ["@id"] = id, ["@type"] = type };
        foreach (var (name, value) in properties)
            if (value is not null) entity[name] = value;
        _entities.Add(id, entity);
        return entity;
    }

    private void AddFiles(IReadOnlyList<ManifestFile> files)
    {
        foreach (var file in files)
        {
            var entity = Add(
                IdOf(file.Path),
                "File",
                ("name", Path.GetFileName(file.Path)),
                ("encodingFormat", MediaType(file.Path)),
                ("contentSize", file.Length.ToString(CultureInfo.InvariantCulture)));
            if (file.IsRestricted) entity["identifier"] = $"hmac-sha256:{file.Keyed}";
            else entity["sha256"] = file.Sha256;
            if (TablesOf(file.Path, files) is [_, ..] tables)
                entity["variableMeasured"] = References(tables.SelectMany(t => t.Columns.Select(c => AddColumn(t, c))));
        }
    }

    // Where a table has no file of its own, the workbook holds it.
    private List<AnonymisedTable> TablesOf(string path, IReadOnlyList<ManifestFile> files) => [.. _submissions.Tables.Where(table =>
        path == $"share/{table.Name}.csv" || (path == "share/data.xlsx" && files.All(f => f.Path != $"share/{table.Name}.csv")))];

    private string AddColumn(AnonymisedTable table, AnonymisedColumn column)
    {
        var treatment = _codebook.TreatmentOf(table, column);
        var id = $"#column/{IdOf($"{table.Name}/{column.Name}")}";
        Add(
            id,
            "PropertyValue",
            ("name", column.Name),
            ("propertyID", treatment is null ? "made" : Codebook.Words(treatment.Role)),
            ("measurementTechnique", treatment is null ? "made" : Technique(treatment)),
            ("value", Count(treatment?.Blanked ?? 0)));
        return id;
    }

    private static string Technique(ColumnTreatment treatment) => $"{treatment.Method} {treatment.Parameters}".TrimEnd();

    private string AddWithheld(ColumnTreatment treatment)
    {
        var id = $"#withheld/{IdOf($"{treatment.Table ?? "main"}/{treatment.Column}")}";
        Add(
            id,
            "PropertyValue",
            ("name", treatment.Column),
            ("propertyID", Codebook.Words(treatment.Role)),
            ("measurementTechnique", Technique(treatment)));
        return id;
    }

    private void AddInputs()
    {
        foreach (var input in _facts.Exports)
        {
            var rows = input.Rows is { } n ? Add($"{input.Id}-rows", "PropertyValue", ("name", "rows"), ("value", Count(n))) : null;
            Add(
                input.Id,
                "File",
                ("name", input.Name),
                ("contentSize", input.Length.ToString(CultureInfo.InvariantCulture)),
                ("identifier", $"hmac-sha256:{input.Digest}"),
                ("additionalProperty", rows is null ? null : Reference($"{input.Id}-rows")));
        }

        foreach (var input in _facts.Others)
            Add(input.Id, "File", ("name", input.Name), ("contentSize", input.Length.ToString(CultureInfo.InvariantCulture)), ("sha256", input.Digest));
    }

    private void AddRun(IReadOnlyList<ManifestFile> files)
    {
        Add(
            ToolId,
            "SoftwareApplication",
            ("name", "MigrationClean"),
            ("softwareVersion", _facts.ToolVersion),
            ("url", _facts.ToolUrl.Length > 0 ? _facts.ToolUrl : null),
            ("sha256", _facts.ToolSha256.Length > 0 ? _facts.ToolSha256 : null));
        var run = Add(
            RunId,
            "CreateAction",
            ("name", "migrationclean clean"),
            ("instrument", Reference(ToolId)),
            ("object", References(_facts.Exports.Concat(_facts.Others).Select(i => i.Id))),
            ("result", References(files.Select(f => IdOf(f.Path)))),
            ("actionStatus", "http://schema.org/CompletedActionStatus"));
        if (_facts.Now is not { } now) return;
        run["startTime"] = Day(now);
        run["endTime"] = Day(now);
    }

    private void AddRoot(IReadOnlyList<ManifestFile> files)
    {
        var description = _facts.Description;
        var texts = Messages.For(Language.English);
        Add(
            "ro-crate-metadata.json",
            "CreativeWork",
            ("about", Reference("./")),
            ("conformsTo", new JsonArray(Reference("https://w3id.org/ro/crate/1.2"), Reference("https://w3id.org/ro/wfrun/process/0.5"))));
        Add(
            "./",
            "Dataset",
            ("name", description.Title.Length > 0 ? description.Title : texts.Text("out/readme", "title")),
            ("description", description.Description.Length > 0 ? description.Description : texts.Text("out/readme", "description")),
            ("datePublished", Day(_facts.DatePublished)),
            ("license", License(description, texts)),
            ("version", description.Version.Length > 0 ? description.Version : null),
            ("creditText", description.Citation.Length > 0 ? description.Citation : null),
            ("conditionsOfAccess", description.Terms.Length > 0 ? description.Terms : null),
            ("hasPart", References(files.Select(f => IdOf(f.Path)))),
            ("mentions", Reference(RunId)),
            ("variableMeasured", References(_codebook.Withheld().DistinctBy(t => (t.Table, t.Column)).Select(AddWithheld).ToArray())),
            ("additionalProperty", References(Facts().Select(f => AddFact(f.Name, f.Value)).ToArray())));
    }

    private static JsonNode License(ReleaseDescription description, Messages texts) => description.License.Length == 0
        ? JsonValue.Create(texts.Text("out/manifest", "no-license"))
        : Reference(Uri.IsWellFormedUriString(description.License, UriKind.Absolute) ? description.License : $"https://spdx.org/licenses/{IdOf(description.License)}");

    private string AddFact(string name, JsonNode value)
    {
        var id = $"#{IdOf(name)}";
        Add(id, "PropertyValue", ("name", name), ("value", value));
        return id;
    }

    private IEnumerable<(string Name, JsonNode Value)> Facts()
    {
        yield return ("submissions.in", Count(_submissions.SubmissionsIn));
        yield return ("submissions.out", Count(_submissions.Tables[0].RowCount));
        yield return ("submissions.removed", Count(_submissions.SubmissionsIn - _submissions.Tables[0].RowCount));
        foreach (var (reason, submissions) in _facts.Removed) yield return ($"submissions.removed.{reason}", Count(submissions));
        foreach (var (code, findings) in _facts.Findings) yield return ($"findings.{code}", Count(findings));
        yield return ("release.level", _submissions.Level switch
        {
            ReleaseLevel.Internal => "internal",
            ReleaseLevel.Partner => "partner",
            _ => "public",
        });
        yield return ("release.kind", _submissions.IsTrial ? "trial" : "release");
        yield return ("key.id", _submissions.KeyId);
        yield return ("csv.textEscape", _facts.Guard == CsvGuard.Off ? "none" : FormulaGuard.RuleName);
        foreach (var (name, value) in _facts.Gates) yield return ($"gate.{name}", value);
        foreach (var (name, value) in _facts.Settings)
            if (value.Length > 0) yield return (name, value);
        yield return ("runtime", $".NET {Environment.Version.Major}.{Environment.Version.Minor}");
        yield return ("os", OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "linux");
        yield return ("architecture", RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant());
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
