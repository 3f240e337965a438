using System.Text.Json;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Reporting;

public sealed class JsonReportTests
{
    [Fact]
    public void The_report_has_exactly_the_promised_keys()
    {
        using var json = JsonDocument.Parse(Reports.Write("json", Reports.Of("calculation-differs: a stored calculation that the answers do not give, and what follows from it")));
        var root = json.RootElement;
        Assert.Equal("version tool submissions inputs findings notJudged counts ok", Keys(root));
        Assert.Equal("file family language groups separator selectMultiple typed media hxl tables", Keys(root.GetProperty("inputs")[0]));
        Assert.Equal(
            "code check severity file sheet row column question submission table rowPath path group arguments message findingId evidence",
            Keys(root.GetProperty("findings")[0]));
        Assert.Equal("code check question reason submissions", Keys(root.GetProperty("notJudged")[0]));
        Assert.Equal("bySeverity byCode", Keys(root.GetProperty("counts")));
        Assert.Equal("error warning notice info", Keys(root.GetProperty("counts").GetProperty("bySeverity")));
    }

    [Fact]
    public void A_finding_is_written_as_promised_with_answers_hidden()
    {
        using var json = JsonDocument.Parse(Reports.Write("json", Reports.Of(Reports.Misspelt)));
        Assert.Equal(
            """
            {"code":"FORM-05","check":"choice-not-in-list","severity":"error","file":"export.csv","sheet":null,"row":3,"column":"sex","question":"sex","submission":"00000000-0000-4000-8000-000000000002","table":null,"rowPath":null,"path":"/data/sex","group":null,"arguments":{"value":null,"list":"sex","question":"sex","expected":null},"message":"‹hidden› is not a choice of `sex` (list `sex`)","findingId":"ID","evidence":"fact"}
            """.Trim(),
            json.RootElement.GetProperty("findings")[0].GetRawText().Replace(json.RootElement.GetProperty("findings")[0].GetProperty("findingId").GetString()!, "ID"));
        Assert.Equal("migrationclean 1.0.0", json.RootElement.GetProperty("tool").GetString());
        Assert.False(json.RootElement.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void Answers_are_shown_when_asked_for_and_keys_stay_english()
    {
        using var json = JsonDocument.Parse(Reports.Write("json", Reports.Of(Reports.Misspelt), showValues: true, language: Language.Kyrgyz));
        var finding = json.RootElement.GetProperty("findings")[0];
        Assert.Equal("femle", finding.GetProperty("arguments").GetProperty("value").GetString());
        Assert.StartsWith("`femle` `sex` суроосунун варианттарында жок", finding.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData(Severity.Error, false)]
    [InlineData(Severity.Info, false)]
    public void Whether_all_is_in_order_depends_on_what_fails(Severity? failOn, bool ok)
    {
        using var json = JsonDocument.Parse(Reports.Write("json", Reports.Of(Reports.Misspelt), failOn: failOn));
        Assert.Equal(ok, json.RootElement.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void A_notice_does_not_fail()
    {
        using var json = JsonDocument.Parse(Reports.Write("json", Reports.Many(1, (_, f) => f with { Severity = Severity.Notice })));
        Assert.True(json.RootElement.GetProperty("ok").GetBoolean());
    }

    private static string Keys(JsonElement element) => string.Join(' ', element.EnumerateObject().Select(p => p.Name));
}
