using MigrationClean.Checks;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Monitoring;
using MigrationClean.Reporting;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Monitoring;

/// <summary>The supervisor's view of the sample of returnees, made once.</summary>
internal static class SampleMonitor
{
    private static readonly Lazy<MonitorReport> Made = new(() => Of());

    /// <summary>By enumerator and team.</summary>
    public static MonitorReport Returnees => Made.Value;

    /// <summary>The view with other settings.</summary>
    public static MonitorReport Of(MonitorSettings? settings = null, CheckSettings? checks = null) => Pipeline.Monitor(
        new()
        {
            Exports = [InputFile.FromPath(In("export.xlsx"))],
            Forms = [InputFile.FromPath(In("form.xlsx"))],
            Sample = InputFile.FromPath(In("sample.csv")),
            Checks = (checks ?? new CheckSettings()) with
            {
                Columns = new() { Enumerator = "enumerator", Team = "team", Site = ["region", "rayon", "location"], Keys = [["resp_phone"]] },
                Codes = new CodeSettings { DontKnow = ["dk"], Refused = ["refused"], Other = ["other"] },
                Collection = new(new(2023, 11, 1), new(2023, 11, 30)),
            },
        },
        null,
        settings ?? new() { By = ["enumerator", "team"] });

    /// <summary>A file of the sample.</summary>
    public static string In(string file) => Path.Combine(Repository.Root, "samples", "returnees", file);

    /// <summary>The view in a format.</summary>
    public static byte[] Bytes(string format, Language language = Language.English)
    {
        using var stream = new MemoryStream();
        MonitorFormats.Write(format, Returnees, new() { Language = language, ToolVersion = "1.0.0" }, stream);
        return stream.ToArray();
    }

    /// <summary>The same as text.</summary>
    public static string Text(string format, Language language = Language.English) => System.Text.Encoding.UTF8.GetString(Bytes(format, language));
}
