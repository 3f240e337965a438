using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Forms.Linting;

namespace MigrationClean.Tests.Forms;

/// <summary>Any form at all is read or refused, never anything else.</summary>
public class AnyFormTests
{
    private static readonly string[] Headers =
    [
        "type", "name", "label", "label::English (en)", "label::Русский (ru)", "Label", "relevant", "bind::relevant", "required", "list_name", "list name",
        "parameters", "appearance", "hxl", "tags", "kobo--matrix_list", "kobo--score-choices", "kobo--rank-items", "$autoname", "$autovalue", "_or_other",
        "select_from_list_name", "disabled", "calculation", "repeat_count", "default_language", "clean_text_values", "::", ":", "a:b", "",
    ];

    private static readonly string[] Texts =
    [
        "text", "integer", "select_one L", "select_multiple L or_other", "rank L", "note", "begin_group", "end_group", "begin_repeat", "end_repeat",
        "begin loop over L", "end loop", "begin_kobomatrix", "end_kobomatrix", "begin_score", "score__row", "end_score", "begin_rank", "rank__level",
        "end_rank", "calculate", "__version__", "audit", "set form title", "L", "M", "a", "b", "other", "yes", "no", "${a} = 1", "${", "a=b;c", "%(name)s",
        "#x+y", "’“", "\u00A0", "\u0000", "\ud83d\ude00", "", "select_one", "begin", "end", "begin_", "or_other", "select_one ${a}", "osm L",
    ];

    private static readonly string[] SheetNames = ["survey", "choices", "settings", "external_choices", "Survey", "choicse", "translations", "x"];

    private static Gen<string> Row => Gen.Elements(Headers)
        .Zip(Gen.Elements(Texts), (header, text) => KeyValuePair.Create(header, text))
        .ListOf()
        .Select(cells => cells.DistinctBy(c => c.Key).ToDictionary(c => c.Key, c => c.Value))
        .Select(row => JsonSerializer.Serialize(row));

    private static Gen<string> SurveyRow => Gen.Elements(Texts).Zip(Gen.Elements(Texts), (type, name) => JsonSerializer.Serialize(new { type, name, label = "L" }));

    /// <summary>Rows between a begin and its end row, so that structures are written out and not always refused.</summary>
    private static Gen<string> Structured =>
        from kind in Gen.Elements("group", "repeat", "loop", "kobomatrix", "score", "rank")
        from over in Gen.Elements("", " over L")
        from list in Gen.Elements("L", "M", "")
        from rows in Gen.Elements("text", "select_one L or_other", "score__row", "rank__level", "note", "begin_score\",\"name\":\"s\"},{\"type\":\"end_score").ListOf()
        let columns = $"\"kobo--matrix_list\":\"{list}\",\"kobo--score-choices\":\"{list}\",\"kobo--rank-items\":\"{list}\""
        let inner = rows.Select((type, i) => $"{{\"name\":\"q{i}\",\"label\":\"%(label)s\",\"relevant\":\"${{q0}} = 1\",\"type\":\"{type}\"}},")
        select $"{{\"type\":\"begin_{kind}{(kind == "loop" ? over : "")}\",\"name\":\"{kind}\",{columns}}},{string.Concat(inner)}{{\"type\":\"end_{kind}\"}}";

    private static Gen<string> AnyForm =>
        from survey in Gen.OneOf(Gen.OneOf(SurveyRow, SurveyRow, Row).ListOf(), Structured.ListOf())
        from name in Gen.Elements(SheetNames)
        from rows in Row.ListOf()
        from version in Gen.Elements("", "\"translations\":[null,\"x\"],", "\"settings\":{\"name\":\"r\"},")
        select $"{{{version}\"survey\":[{string.Join(',', survey)}],\"{name}\":[{string.Join(',', rows)}],"
            + "\"choices\":[{\"list_name\":\"L\",\"name\":\"1\",\"label\":\"One\"},{\"list_name\":\"L\",\"name\":\"a b\",\"label\":[\"x\",\"y\",\"z\"]}]}";

    [Fact]
    public void Any_json_rows_are_a_form_or_a_refusal() =>
        Prop.ForAll(Arb.From(AnyForm), json => IsReadOrRefused(Encoding.UTF8.GetBytes(json)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Any_bytes_are_a_form_or_a_refusal() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes => IsReadOrRefused(bytes) && IsReadOrRefused([(byte)'{', .. bytes]))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Any_json_value_in_a_cell_is_read_or_refused() =>
        Prop.ForAll(
                Arb.From(Gen.Elements("null", "true", "1e400", "[]", "{}", "[[[\"a\"]]]", "{\"a\":{\"b\":[1]}}", "\"\\ud800\"", "\"a\"", "[null,1,\"b\",{}]")
                    .Zip(Gen.Elements(Headers), (value, header) => $"{{\"survey\":[{{\"type\":\"text\",\"name\":\"a\"}},{{{JsonSerializer.Serialize(header)}:{value}}}]}}")),
                json => IsReadOrRefused(Encoding.UTF8.GetBytes(json)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Any_json_rows_are_linted_and_what_is_refused_has_an_error() =>
        Prop.ForAll(Arb.From(AnyForm), json => IsLinted(Encoding.UTF8.GetBytes(json)))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    private static bool IsLinted(byte[] bytes)
    {
        try
        {
            var source = JsonForm.Parse("form.json", bytes);
            var hasError = Linter.Run(source, new()).Findings.Any(f => f.Severity == Severity.Error);
            return hasError || IsReadOrRefusedForSize(source);
        }
        catch (InputException refusal)
        {
            return refusal.Code is "FILE-02" or "FILE-04" or "FILE-05";
        }
    }

    // What the reader refuses the linter calls an error, but for forms that are none, limits, and lists that no question may need.
    private static bool IsReadOrRefusedForSize(FormSource source)
    {
        try
        {
            return FormReader.Read(source).Questions.Length > 0;
        }
        catch (InputException refusal)
        {
            return refusal.Code == "FILE-05" || refusal.Key is "FILE-02/form-export" or "FILE-02/form-empty"
                || refusal.Key.StartsWith("FILE-08/form-choices", StringComparison.Ordinal);
        }
    }

    private static bool IsReadOrRefused(byte[] bytes)
    {
        try
        {
            return FormReader.Read(JsonForm.Parse("form.json", bytes)).Questions.Length > 0;
        }
        catch (InputException refusal)
        {
            return refusal.Message.Length > 0 && refusal.Location is { File: "form.json" };
        }
    }
}
