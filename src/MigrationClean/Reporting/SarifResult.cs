using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using MigrationClean.Checks.Rules;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>A finding as a SARIF result. Its fingerprint says where the finding is, never what the answer was.</summary>
internal static class SarifResult
{
    /// <summary>Writes the result with a sentence.</summary>
    public static void Write(Utf8JsonWriter json, Finding finding, string message, SarifRun run, ReadOnlySpan<byte> key)
    {
        json.WriteStartObject();
        json.WriteString("ruleId", finding.Check.Code);
        json.WriteNumber("ruleIndex", run.RuleIndex(finding));
        json.WriteString("level", SarifRule.LevelOf(finding.Severity));
        json.WriteStartObject("message");
        json.WriteString("text", message);
        json.WriteEndObject();
        json.WriteStartArray("locations");
        json.WriteStartObject();
        WritePlace(json, finding.Location, run);
        json.WriteStartArray("logicalLocations");
        json.WriteStartObject();
        var table = finding.Table ?? (run.Verb == "lint" ? finding.Location.Sheet ?? "form" : "main");
        json.WriteString("fullyQualifiedName", finding.Question is null ? table : $"{table}/{finding.Question}");
        json.WriteString("kind", "member");
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("migrationcleanPlace/v1", Fingerprint(finding, run, key));
        json.WriteEndObject();
        WriteCell(json, finding.Location);
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, Location place, SarifRun run)
    {
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", SarifReport.UriOf(place.File));
        json.WriteString("uriBaseId", "%SRCROOT%");
        if (run.ArtifactIndex(place.File) is >= 0 and var index) json.WriteNumber("index", index);
        json.WriteEndObject();
        json.WriteStartObject("region");
        json.WriteNumber("startLine", place.Line ?? place.Row ?? 1);
        if (place.ColumnNumber is { } column) json.WriteNumber("startColumn", column);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    // A workbook has no lines: the cell is named as the spreadsheet names it.
    private static void WriteCell(Utf8JsonWriter json, Location place)
    {
        if (place.Sheet is null) return;
        json.WriteStartObject("properties");
        json.WriteString("sheet", place.Sheet);
        if (place is { Row: { } row, ColumnNumber: { } column }) json.WriteString("cell", Letters(column) + SarifReport.Text(row));
        json.WriteEndObject();
    }

    private static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26) letters = (char)('A' + ((column - 1) % 26)) + letters;
        return letters;
    }

    private static string Fingerprint(Finding finding, SarifRun run, ReadOnlySpan<byte> key)
    {
        // Rows of a form move whenever a question is added; what is written in it is no answer.
        string?[] parts = run.Verb == "lint"
            ? [finding.MessageKey, finding.Location.Sheet, finding.Question, finding.Location.Column, finding.Value]
            : [finding.Check.Code == UserRule.Code ? $"{finding.MessageKey}/{finding.Check.Name}" : finding.MessageKey, finding.Table, finding.RowPath, finding.Question, finding.SubmissionId];
        var text = Encoding.UTF8.GetBytes(string.Join('\u001F', parts));
        return Convert.ToHexStringLower(key.IsEmpty ? SHA256.HashData(text) : HMACSHA256.HashData(key, text));
    }
}
