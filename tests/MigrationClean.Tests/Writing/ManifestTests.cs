using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MigrationClean.Cleaning;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

public class ManifestTests
{
    private static readonly byte[] Key = Encoding.UTF8.GetBytes("a key of the test, 32 bytes long");

    [Fact]
    public void Descriptor_root_run_and_program_are_there_and_entities_stand_in_order()
    {
        using var test = new TestFolder();
        var graph = Graph(Make(test));

        Assert.Equal(graph.Keys.Order(StringComparer.Ordinal), graph.Keys);
        Assert.Equal("./", graph["ro-crate-metadata.json"].GetProperty("about").GetProperty("@id").GetString());
        Assert.Contains("https://w3id.org/ro/crate/1.2", graph["ro-crate-metadata.json"].GetProperty("conformsTo").ToString(), StringComparison.Ordinal);
        Assert.Equal(("Dataset", "2024-04-30"), (Text(graph["./"], "@type"), Text(graph["./"], "datePublished")));
        Assert.Equal("https://spdx.org/licenses/CC-BY-4.0", graph["./"].GetProperty("license").GetProperty("@id").GetString());
        Assert.Equal("#migrationclean", graph["#run"].GetProperty("instrument").GetProperty("@id").GetString());
        Assert.False(graph["#run"].TryGetProperty("startTime", out _));
        Assert.Equal("hmac-sha256:" + new string('a', 64), Text(graph["#input-1"], "identifier"));
        Assert.False(graph["#input-1"].TryGetProperty("sha256", out _));
    }

    [Fact]
    public void Every_reference_has_its_entity()
    {
        using var test = new TestFolder();
        var graph = Graph(Make(test));
        foreach (var entity in graph.Values)
            foreach (var id in References(entity).Where(id => !id.StartsWith("http", StringComparison.Ordinal)))
                Assert.Contains(id, graph.Keys);
    }

    [Fact]
    public void Promised_facts_are_there_and_small_counts_are_not_told()
    {
        using var test = new TestFolder();
        var graph = Graph(Make(test));
        Assert.Equal("26", graph["#submissions.in"].GetProperty("value").ToString());
        Assert.Equal("<10", graph["#submissions.out"].GetProperty("value").ToString());
        Assert.Equal("22", graph["#submissions.removed"].GetProperty("value").ToString());
        Assert.Equal("<10", graph["#submissions.removed.duplicate"].GetProperty("value").ToString());
        Assert.Equal("no consent", Text(graph["#submissions.removed.no%20consent"], "name")["submissions.removed.".Length..]);
        Assert.Equal("public", Text(graph["#release.level"], "value"));
        Assert.Equal("trial", Text(graph["#release.kind"], "value"));
        Assert.Equal("run", Text(graph["#key.id"], "value"));
        Assert.Equal("0.1", Text(graph["#gate.prosecutor_mean"], "value"));
        Assert.Equal("apostrophe-1", Text(graph["#csv.textEscape"], "value"));
    }

    [Fact]
    public void Data_files_list_their_columns_and_what_was_done_to_them()
    {
        using var test = new TestFolder();
        var graph = Graph(Make(test));
        var ids = graph["share/main.csv"].GetProperty("variableMeasured").EnumerateArray().Select(r => r.GetProperty("@id").GetString()!).ToArray();
        Assert.Equal(6, ids.Length);
        var age = graph[ids.Single(i => i.EndsWith("/age_band", StringComparison.Ordinal))];
        Assert.Equal(("age_band", "quasi+sensitive", "band width=5", "12"), (Text(age, "name"), Text(age, "propertyID"), Text(age, "measurementTechnique"), age.GetProperty("value").ToString()));
        Assert.Contains("#withheld/main/full_name", graph.Keys);
        Assert.DoesNotContain(graph.Keys, k => k.Contains("Aigul", StringComparison.Ordinal));
    }

    [Fact]
    public void Shared_files_have_their_hash_and_restricted_ones_a_keyed_digest()
    {
        using var test = new TestFolder();
        var graph = Graph(Make(test));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(test["out/share/main.csv"]))), Text(graph["share/main.csv"], "sha256"));
        var log = graph["restricted/deletion-log.csv"];
        Assert.Equal("hmac-sha256:" + Convert.ToHexStringLower(HMACSHA256.HashData(Key, File.ReadAllBytes(test["out/restricted/deletion-log.csv"]))), Text(log, "identifier"));
        Assert.False(log.TryGetProperty("sha256", out _));
        Assert.Equal(new FileInfo(test["out/share/main.csv"]).Length.ToString(), Text(graph["share/main.csv"], "contentSize"));
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        using var test = new TestFolder();
        var first = Make(test);
        Assert.Equal(first, Make(test, "again"));
        Assert.DoesNotContain("\r", first, StringComparison.Ordinal);
        Assert.DoesNotContain(test.Path, first, StringComparison.Ordinal);
    }

    [Fact]
    public void The_date_is_the_settings_one_else_now_else_the_end_of_the_last_month()
    {
        var facts = Facts();
        Assert.Equal(new DateOnly(2024, 4, 30), facts.DatePublished);
        Assert.Equal(new DateOnly(2025, 1, 2), (facts with { Now = new(2025, 1, 2) }).DatePublished);
        Assert.Equal(new DateOnly(2026, 3, 4), (facts with { Now = new(2025, 1, 2), Description = new() { Date = new(2026, 3, 4) } }).DatePublished);
    }

    [Fact]
    public void An_untouched_output_is_as_its_manifest_says_with_the_key_and_without()
    {
        using var test = new TestFolder();
        Make(test);
        Assert.Empty(OutputCheck.Run(test["out"]));
        Assert.Empty(OutputCheck.Run(test["out"], Keyed));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Missing_changed_and_additional_files_are_found(bool withKey)
    {
        using var test = new TestFolder();
        Make(test);
        File.Delete(test["out/share/children.csv"]);
        Change(test["out/share/main.csv"]);
        Change(test["out/restricted/deletion-log.csv"]);
        test.Write("out/share/notes.txt", "mine");
        test.Write("out/share/~$data.xlsx", "Excel has it open");

        var findings = OutputCheck.Run(test["out"], withKey ? Keyed : null);
        Assert.Equal(
            [
                ("restricted/deletion-log.csv", "FILE-14/changed"), ("share/children.csv", "FILE-14/missing"),
                ("share/main.csv", "FILE-14/changed"), ("share/notes.txt", "FILE-14/additional"),
            ],
            findings.Select(f => (f.Location.File, f.MessageKey)));
        Assert.All(findings, f => Assert.Contains(f.Location.File, Messages.For(Language.Kyrgyz).Text(f.MessageKey, "message", f.Arguments), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null, "FILE-14/no-manifest")]
    [InlineData("not json", "FILE-14/manifest")]
    [InlineData("{\"@graph\":[]}", "FILE-14/manifest")]
    [InlineData("[1]", "FILE-14/manifest")]
    public void A_folder_without_a_manifest_is_incomplete(string? manifest, string key)
    {
        using var test = new TestFolder();
        Make(test);
        if (manifest is null) File.Delete(test["out/manifest.json"]);
        else test.Write("out/manifest.json", manifest);
        Assert.Equal([key], OutputCheck.Run(test["out"]).Select(f => f.MessageKey));
        Assert.True(OutputCheck.IsOutput(test["out"]));
    }

    [Fact]
    public void A_changed_audit_trail_is_found_without_the_key()
    {
        using var test = new TestFolder();
        Make(test);
        var path = test["out/restricted/audit.jsonl"];
        File.WriteAllText(path, File.ReadAllText(path).Replace("no consent", "No consent", StringComparison.Ordinal));
        Assert.Equal([("restricted/audit.jsonl", "FILE-14/changed")], OutputCheck.Run(test["out"]).Select(f => (f.Location.File, f.MessageKey)));
    }

    [Fact]
    public void A_manifest_cannot_lead_out_of_its_folder()
    {
        using var test = new TestFolder();
        test.Write("secret.txt", "x");
        Directory.CreateDirectory(test["out"]);
        test.Write("out/manifest.json", """{"@graph":[{"@id":"./","hasPart":[{"@id":"../secret.txt"},{"@id":"/etc/passwd"}]},{"@id":"../secret.txt"},{"@id":"/etc/passwd"}]}""");
        Assert.Empty(OutputCheck.Run(test["out"]));
    }

    private static string Keyed(Stream stream) => Convert.ToHexStringLower(HMACSHA256.HashData(Key, stream));

    private static void Change(string path)
    {
        var bytes = File.ReadAllBytes(path);
        bytes[^2] ^= 1;
        File.WriteAllBytes(path, bytes);
    }

    private static ManifestFacts Facts() => new()
    {
        Description = new() { License = "CC-BY-4.0" },
        ToolVersion = "1.0.0",
        Exports = [new("#input-1", "export 1", 1234, new string('a', 64), 26)],
        Others = [new("#form-1", "form.xlsx", 99, new string('b', 64))],
        Removed = [("no consent", 20), ("duplicate", 2)],
        Gates = [("prosecutor_mean", "0.1")],
        LastSubmission = new(2024, 4, 3),
    };

    private static string Make(TestFolder test, string name = "out")
    {
        var release = MadeRelease.Small();
        Removal[] removals = [new(1, "a1", RemovalReason.NoConsent, "CON-01")];
        using var folder = OutputFolder.Open(new() { Path = test[name] });
        ShareWriter.Write(release, new(), folder);
        folder.Write("restricted/deletion-log.csv", stream => stream.Write("uuid\na1\n"u8), 1);
        ReleaseWriter.Finish(release, Facts(), [("#input-1", new string('c', 64))], [.. removals], [], Keyed, folder);
        folder.Commit();
        return File.ReadAllText(test[$"{name}/manifest.json"]);
    }

    private static Dictionary<string, JsonElement> Graph(string manifest) =>
        JsonDocument.Parse(manifest).RootElement.GetProperty("@graph").EnumerateArray().ToDictionary(e => e.GetProperty("@id").GetString()!);

    private static string Text(JsonElement entity, string name) => entity.GetProperty(name).GetString()!;

    private static IEnumerable<string> References(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().SelectMany(References),
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "@id" ? [p.Value.GetString()!] : References(p.Value)),
        _ => [],
    };
}
