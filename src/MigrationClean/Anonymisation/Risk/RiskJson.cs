using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Anonymisation.Plan;

namespace MigrationClean.Anonymisation.Risk;

/// <summary>Writes <c>share/risk.json</c>: aggregates alone, counts below the level's k as <c>"&lt;k"</c>, no example of anything. Source: anonymisation §7.</summary>
public static class RiskJson
{
    private static readonly int[] Sizes = [2, 3, 5, 10];

    private static readonly string[] NotAssessed =
        ["localSuppression", "diversity", "suda2", "recordLinkage", "householdRisk", "weightedRisk", "repeats", "utility"];

    /// <summary>Writes the summary as indented JSON with a line end.</summary>
    /// <param name="risk">The summary.</param>
    /// <param name="tool">Name and version, e.g. <c>migrationclean 1.0.0</c>.</param>
    /// <param name="stream">Where to; stays open.</param>
    public static void Write(RiskSummary risk, string tool, Stream stream)
    {
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(stream, options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("tool", tool);
            json.WriteString("level", Levels.NameOf(risk.Level));
            json.WriteString("kind", risk.IsTrial ? "trial" : "release");
            json.WriteString("scope", "main");
            json.WriteString("attacker", "prosecutor");
            json.WriteString("gateRule", "S");
            WriteCount(json, "submissions", risk.Submissions, risk.Threshold);
            json.WriteNumber("k", risk.Support.Smallest);
            json.WriteNumber("kWanted", risk.Threshold);
            json.WriteBoolean("kHeld", risk.Support.Below(risk.Threshold) == 0);
            json.WriteBoolean("gateEnforced", false);
            json.WriteStartArray("keys");
            foreach (var key in risk.Keys)
            {
                json.WriteStartObject();
                json.WriteString("question", key.Question);
                json.WriteString("method", key.Method);
                json.WriteString("parameters", key.Parameters);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("rules");
            WriteRule(json, "S", risk.Support, risk.Threshold);
            WriteRule(json, "O", risk.Own, risk.Threshold);
            WriteRule(json, "W", risk.Wildcard, risk.Threshold);
            json.WriteEndObject();
            json.WriteStartObject("prosecutor");
            json.WriteNumber("max", risk.Support.Smallest == 0 ? 0 : Math.Round(1.0 / risk.Support.Smallest, 4));
            json.WriteNumber("mean", Math.Round(risk.Support.MeanRisk, 4));
            json.WriteEndObject();
            json.WriteStartArray("notAssessed");
            foreach (var name in NotAssessed) json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteRule(Utf8JsonWriter json, string name, GroupSizes? sizes, int threshold)
    {
        if (sizes is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        json.WriteNumber("smallest", sizes.Smallest);
        foreach (var size in Sizes) WriteCount(json, $"below{size}", sizes.Below(size), threshold);
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string name, int count, int threshold)
    {
        if (count == 0 || count >= threshold) json.WriteNumber(name, count);
        else json.WriteString(name, $"<{threshold}");
    }
}
