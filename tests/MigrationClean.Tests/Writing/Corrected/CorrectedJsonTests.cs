using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Diagnostics;
using MigrationClean.Writing.Corrected;
using static MigrationClean.Tests.Writing.Corrected.Correcting;

namespace MigrationClean.Tests.Writing.Corrected;

public sealed class CorrectedJsonTests
{
    private const string Page = """
        {
         "count": 2,
         "next": null,
         "results": [
          {
           "_id": 1,
           "age": "31",
           "grp": [
            {"grp/name": "A", "grp/vuln": [{"grp/vuln/age": "3"}, {"grp/vuln/age": "4"}]},
            {"grp/name": "B"}
           ],
           "note": "ж\u00e9",
           "_uuid": "u1"
          },
          {
           "_id": 2,
           "age": "7",
           "grp": [
            {"grp/name": "C", "grp/vuln": [{"grp/vuln/age": "5"}]}
           ],
           "_geolocation": [null, null],
           "_uuid": "u2"
          }
         ]
        }

        """;

    [Fact]
    public void An_edited_answer_is_all_that_changes() =>
        Assert.Equal(Page.Replace("\"31\"", "\"3\\\"2\"", StringComparison.Ordinal), Correct(Page, [new(null, 1, 2, "3\"2")]));

    [Fact]
    public void A_blanked_answer_is_absent() =>
        Assert.Equal(Page.Replace("   \"age\": \"31\",\n", "", StringComparison.Ordinal), Correct(Page, [new(null, 1, 2, null)]));

    [Fact]
    public void The_first_and_the_last_key_may_be_blanked() =>
        Assert.Equal("""[{"a":"1"},{"b":"2","a":"3"}]""", Correct("""[{"_uuid":"u", "a":"1"},{"b":"2","a":"3", "_uuid":"v"}]""", [new(null, 1, 1, null), new(null, 2, 1, null)]));

    [Fact]
    public void All_keys_may_be_blanked_and_another_be_put_in() =>
        Assert.Equal("""[{"_uuid": "u", "a": "1"},{"a":"x"}]""", Correct("""[{"_uuid": "u", "a": "1"},{"_uuid":"v"}]""", [new(null, 2, 1, null), new(null, 2, 2, "x")]));

    [Fact]
    public void A_new_answer_comes_behind_the_last_key_as_the_file_is_written() =>
        Assert.Equal(
            Page.Replace("\"_uuid\": \"u2\"", "\"_uuid\": \"u2\",\n   \"note\": \"жаңы\"", StringComparison.Ordinal),
            Correct(Page, [new(null, 2, 3, "жаңы")]));

    [Fact]
    public void A_number_stays_a_number_where_it_can() =>
        Assert.Equal("""[{"_id":12,"a":true,"b":"07"}]""", Correct("""[{"_id":1,"a":false,"b":5}]""", [new(null, 1, 1, "12"), new(null, 1, 2, "true"), new(null, 1, 3, "07")]));

    [Fact]
    public void Entries_of_repeats_are_counted_over_all_results() =>
        Assert.Equal(
            Page.Replace("\"5\"", "\"6\"", StringComparison.Ordinal).Replace("\"C\"", "\"D\"", StringComparison.Ordinal),
            Correct(Page, [new("grp/vuln", 3, 1, "6"), new("grp", 3, 1, "D")]));

    [Fact]
    public void A_removed_result_takes_its_entries_along_and_is_not_counted_any_more() =>
        Assert.Equal(
            Page[..(Page.IndexOf("{\n   \"_id\": 1", StringComparison.Ordinal))].Replace("\"count\": 2", "\"count\": 1", StringComparison.Ordinal)
                + Page[Page.IndexOf("{\n   \"_id\": 2", StringComparison.Ordinal)..].Replace("\"5\"", "\"6\"", StringComparison.Ordinal),
            Correct(Page, [new("grp/vuln", 3, 1, "6"), new(null, 1, 2, "gone too")], new(null, 1), new("grp", 1), new("grp/vuln", 2)));

    [Fact]
    public void Removed_entries_leave_the_others_and_the_last_one_takes_the_repeat_along() =>
        Assert.Equal(
            Page.Replace("{\"grp/vuln/age\": \"3\"}, ", "", StringComparison.Ordinal).Replace(",\n    {\"grp/name\": \"B\"}", "", StringComparison.Ordinal)
                .Replace(", \"grp/vuln\": [{\"grp/vuln/age\": \"5\"}]", "", StringComparison.Ordinal),
            Correct(Page, [], new("grp/vuln", 1), new("grp", 2), new("grp/vuln", 3)));

    [Fact]
    public void A_key_that_stands_twice_stands_once_when_it_is_edited() =>
        Assert.Equal("""[{"_uuid":"u","a":"9"}]""", Correct("""[{"_uuid":"u","a":"1","a":"2"}]""", [new(null, 1, 2, "9")]));

    [Fact]
    public void Utf16_stays_utf16()
    {
        var encoding = new UnicodeEncoding(false, true);
        var corrected = Correct([.. encoding.GetPreamble(), .. encoding.GetBytes(Page)], [new(null, 1, 2, "ө")]);
        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes(Page.Replace("\"31\"", "\"ө\"", StringComparison.Ordinal))], corrected);
    }

    [Fact]
    public void A_row_that_is_not_there_is_never_passed_over()
    {
        Assert.Throws<InvalidOperationException>(() => Correct(Page, [new(null, 3, 1, "x")]));
        Assert.Throws<InvalidOperationException>(() => Correct(Page, [new("other", 1, 1, "x")]));
    }

    [Fact]
    public void Reading_the_corrected_results_shows_the_edits_and_nothing_else() =>
        Prop.ForAll(Results(), ArbMap.Default.ArbFor<PositiveInt>(), Gen.Elements("", "x", "\"", "\\", "ж\n", "5").ToArbitrary(), (results, number, value) =>
        {
            var bytes = Encoding.UTF8.GetBytes(results);
            var before = Named(bytes);
            var export = Read(bytes);
            var sheet = export.Sheets[number.Get % export.Sheets.Length];
            var (row, column) = (number.Get % sheet.RowCount, number.Get % sheet.Columns.Length);
            var corrected = Named(Correct(bytes, [new(sheet.Name, row + 1, column + 1, value)]));
            var place = (sheet.Name ?? "", row + 1, sheet.Headers[column]);
            if (value.Length == 0) before.Remove(place);
            else before[place] = value;
            return before.OrderBy(p => p.Key).SequenceEqual(corrected.OrderBy(p => p.Key));
        }).QuickCheckThrowOnFailure();

    // Columns stand in the order in which keys appear first, which a new key may change: so they are compared by name.
    private static Dictionary<(string Sheet, int Row, string Key), string> Named(byte[] export)
    {
        var read = Read(export);
        return Cells(read).ToDictionary(
            p => (p.Key.Sheet, p.Key.Row, read.Sheets.Single(s => (s.Name ?? "") == p.Key.Sheet).Headers[p.Key.Column - 1]),
            p => p.Value);
    }

    private static Arbitrary<string> Results() =>
        (from count in Gen.Choose(1, 4)
         from results in Answers("").ListOf(count)
         from isIndented in ArbMap.Default.GeneratorFor<bool>()
         from isPage in ArbMap.Default.GeneratorFor<bool>()
         select Json(results, isIndented, isPage)).ToArbitrary();

    private static Gen<JsonObject> Answers(string path) =>
        from keys in Gen.SubListOf("a", "b", "c", "д")
        from values in Gen.Elements("1", "ж", "q\"", "").ArrayOf(4)
        from entries in path.Length > 2 ? Gen.Constant(new List<JsonObject>()) : Answers($"{path}r/").ListOf(2)
        select Answers(path, keys, values, entries);

    private static JsonObject Answers(string path, List<string> keys, string[] values, List<JsonObject> entries)
    {
        var answers = new JsonObject { [$"{path}_uuid"] = "u", [$"{path}_id"] = 1 };
        for (var i = 0; i < keys.Count; i++) answers[path + keys[i]] = i == 1 ? JsonValue.Create(i) : values[i];
        if (entries.Count > 0) answers[$"{path}r"] = new JsonArray([.. entries.Select(e => e.DeepClone())]);
        return answers;
    }

    private static string Json(List<JsonObject> results, bool isIndented, bool isPage)
    {
        JsonNode node = new JsonArray([.. results.Select(r => r.DeepClone())]);
        if (isPage) node = new JsonObject { ["count"] = results.Count, ["results"] = node };
        return node.ToJsonString(new() { WriteIndented = isIndented });
    }
}
