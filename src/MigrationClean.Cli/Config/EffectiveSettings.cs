using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Config;

/// <summary>A setting that holds, and where it comes from.</summary>
/// <param name="Key">Its full name.</param>
/// <param name="Values">Its values; several for a list.</param>
/// <param name="Origin"><c>option</c>, <c>environment</c>, <c>file</c> or <c>default</c>.</param>
/// <param name="Kind">What it holds, where its name is none of the schema (<c>checks.FORM-08.…</c>).</param>
internal sealed record ShownSetting(string Key, ImmutableArray<string> Values, string Origin, SettingKind Kind = SettingKind.Text);

/// <summary>The settings that hold: option, else environment, else file, else default.</summary>
internal static class EffectiveSettings
{
    private const int WidestValue = 36;

    /// <summary>Those that have a value, in the order of the schema.</summary>
    public static ImmutableArray<ShownSetting> Of(SettingsDocument document, ImmutableArray<ShownSetting> given)
    {
        var shown = new List<ShownSetting>();
        foreach (var key in SettingsSchema.Keys)
        {
            var inFile = document.Settings.Where(s => s.Key == key && !s.Values.IsEmpty).ToArray();
            if (given.FirstOrDefault(g => g.Key == key.Path) is { } above) shown.Add(above);
            else if (inFile.Length > 0 && key.Kind != SettingKind.Any) shown.AddRange(inFile.Select(s => new ShownSetting(s.Path, s.Values, "file", key.Kind)));
            else if (key.Default is { } usual) shown.Add(new(key.Path, [.. usual.Split(';')], "default"));
            if (!key.Checks.IsEmpty) shown.AddRange(Untouched(key, inFile));
        }

        // What concerns one check stands together, in the order of the codes.
        var first = shown.FindIndex(IsOfCheck);
        ShownSetting[] ofChecks = [.. shown.Where(IsOfCheck).OrderBy(s => AllChecks.Find(s.Key.Split('.')[1])?.Id.Code ?? s.Key.Split('.')[1], StringComparer.Ordinal)];
        shown.RemoveAll(IsOfCheck);
        shown.InsertRange(Math.Max(first, 0), ofChecks);
        return [.. shown];
    }

    private static bool IsOfCheck(ShownSetting setting) => setting.Key.StartsWith("checks.", StringComparison.Ordinal);

    /// <summary>The defaults of a parameter, for each check that has it and of which the file says nothing.</summary>
    private static IEnumerable<ShownSetting> Untouched(SettingKey key, Setting[] inFile)
    {
        var name = key.Path.Split('.')[^1];
        foreach (var check in AllChecks.List)
        {
            if (check.Parameters.FirstOrDefault(p => p.Name == name) is not { Default: { } usual }) continue;
            if (!Array.Exists(inFile, s => AllChecks.Find(s.Path.Split('.')[1]) == check)) yield return new($"checks.{check.Id.Code}.{name}", [.. usual.Split(';')], "default", key.Kind);
        }
    }

    /// <summary>As a table for people.</summary>
    public static void WriteText(string? file, ImmutableArray<ShownSetting> shown, TextWriter output, Messages texts)
    {
        output.WriteLine(file is null ? texts.Text("text/no-settings", "text") : texts.Text("text/settings-used", "text", [new("file", file)]));
        var (keys, values) = (shown.Max(s => s.Key.Length), Math.Min(WidestValue, shown.Max(s => string.Join(", ", s.Values).Length)));
        foreach (var setting in shown)
        {
            var value = string.Join(", ", setting.Values).PadRight(values);
            output.WriteLine($"  {setting.Key.PadRight(keys)}  {value}  {texts.Text($"text/origin/{setting.Origin}", "text")}");
        }
    }

    /// <summary>As JSON for programs (machine-interfaces §11).</summary>
    public static void WriteJson(string? file, ImmutableArray<ShownSetting> shown, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteNumber("version", 1);
            json.WriteString("tool", $"{ProgramVersion.Name} {ProgramVersion.Number}");
            json.WriteString("file", file);
            json.WriteStartArray("forms");
            foreach (var form in shown.FirstOrDefault(s => s.Key == "forms")?.Values ?? []) json.WriteStringValue(form);
            json.WriteEndArray();
            json.WriteStartObject("settings");
            foreach (var setting in shown) WriteSetting(json, setting);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private static void WriteSetting(Utf8JsonWriter json, ShownSetting setting)
    {
        json.WriteStartObject(setting.Key);
        json.WritePropertyName("value");
        var kind = SettingsSchema.Find(setting.Key)?.Kind ?? setting.Kind;
        if (kind is SettingKind.Texts or SettingKind.Paths or SettingKind.Pairs or SettingKind.Lists or SettingKind.Map)
        {
            json.WriteStartArray();
            foreach (var value in setting.Values)
            {
                if (kind is SettingKind.Pairs or SettingKind.Lists or SettingKind.Map) WritePair(json, value);
                else json.WriteStringValue(value);
            }

            json.WriteEndArray();
        }
        else if (kind is SettingKind.Whole or SettingKind.Number or SettingKind.Boolean) json.WriteRawValue(setting.Values[0]);
        else json.WriteStringValue(setting.Values[0]);

        json.WriteString("origin", setting.Origin);
        json.WriteEndObject();
    }

    private static void WritePair(Utf8JsonWriter json, string pair)
    {
        json.WriteStartArray();
        foreach (var name in pair.Split(SettingKey.PairSeparator)) json.WriteStringValue(name);
        json.WriteEndArray();
    }
}
