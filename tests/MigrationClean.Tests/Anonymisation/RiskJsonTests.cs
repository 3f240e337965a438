using System.Text.Json;
using MigrationClean.Anonymisation.Risk;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>The risk report is aggregates alone.</summary>
public sealed class RiskJsonTests
{
    [Fact]
    public void Counts_below_k_are_not_told()
    {
        var rows = string.Join('\n', Enumerable.Range(0, 20).Select(i => $"yes,{(i == 0 ? 70 : 20)},{i},u{i}"));
        var survey = MadeSurvey.Csv("type | name | label\nselect_one yesno | consent | Do you agree\ninteger | age | Age", $"consent,age,_id,_uuid\n{rows}\n");
        var risk = survey.Release().Risk!;
        using var stream = new MemoryStream();
        RiskJson.Write(risk, "migrationclean 1.0.0", stream);
        using var json = JsonDocument.Parse(stream.ToArray());
        var rule = json.RootElement.GetProperty("rules").GetProperty("S");

        Assert.Equal(1, risk.Support.Below(2));
        Assert.Equal("<5", rule.GetProperty("below2").GetString());
        Assert.Equal(1, json.RootElement.GetProperty("k").GetInt32());
        Assert.False(json.RootElement.GetProperty("kHeld").GetBoolean());
        Assert.Equal("trial", json.RootElement.GetProperty("kind").GetString());
        Assert.Equal("age", json.RootElement.GetProperty("keys")[0].GetProperty("question").GetString());
    }
}
