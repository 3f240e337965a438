using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Expressions.Functions;

namespace MigrationClean.Reporting;

/// <summary>Functions as one line of JSON. Clients are named as the dialects of <c>eval</c>.</summary>
internal static class FunctionsJson
{
    /// <summary>Writes the line.</summary>
    public static void Write(IEnumerable<XPathFunction> functions, ReportOptions options, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", JsonReport.Version);
            json.WriteString("tool", $"migrationclean {options.ToolVersion}");
            json.WriteStartArray("functions");
            foreach (var function in functions) Write(json, function, options);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void Write(Utf8JsonWriter json, XPathFunction function, ReportOptions options)
    {
        json.WriteStartObject();
        json.WriteString("name", function.Name);
        json.WriteString("signature", Signature.Of(function));
        json.WriteString("javarosa", FunctionsReport.BehaviourOf(function, Clients.Collect, options));
        json.WriteString("enketo", FunctionsReport.BehaviourOf(function, Clients.WebForms, options));
        json.WriteString("example", function.Example.Expression);
        json.WriteString("result", function.Example.Value);
        WriteClients(json, function.OfferedBy);
        json.WriteString("summary", FunctionsReport.SummaryOf(function, options));
        json.WriteString("notes", FunctionsReport.NotesOf(function, options));
        json.WriteStartArray("aliases");
        foreach (var alias in function.Aliases)
        {
            json.WriteStartObject();
            json.WriteString("name", alias);
            WriteClients(json, function.AliasesOfferedBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteClients(Utf8JsonWriter json, Clients clients)
    {
        json.WriteStartArray("clients");
        if (clients.HasFlag(Clients.Collect)) json.WriteStringValue("javarosa");
        if (clients.HasFlag(Clients.WebForms)) json.WriteStringValue("enketo");
        json.WriteEndArray();
    }
}
