using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Cli.Config;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cli.Commands;

/// <summary>Writes what <c>init</c> makes: settings, and the inferred privacy plan for a person to confirm.</summary>
internal static class ProjectFolder
{
    private const string PlanName = "privacy-plan.xlsx";

    private static readonly JsonSerializerOptions Quoting = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the folder, whole or not at all.</summary>
    /// <param name="order">What is wanted.</param>
    /// <param name="seen">The export's submissions, whose answers can make a role stricter; or <see langword="null"/>.</param>
    /// <returns>The files, as shown to the person.</returns>
    /// <exception cref="InputException">The form can't be read, the folder is there, or the key can't be used.</exception>
    public static IReadOnlyList<string> Write(InitOrder order, SubmissionSet? seen)
    {
        string?[] inputs = [order.Form.FullPath, order.Export?.FullPath];
        using var folder = OutputFolder.Open(new() { Path = order.Folder, Inputs = [.. inputs.OfType<string>()] });
        var form = FormReader.Read(order.Form);
        var plan = PlanDraft.Of([form], seen, new() { Language = order.Language });
        folder.Write(SettingsFile.Name, stream => stream.Write(Encoding.UTF8.GetBytes(SettingsOf(order, form, plan))));
        folder.Write(PlanName, stream => PlanWorkbook.Write(plan, stream));
        if (order.KeyFile is { } key) PrepareKey(key, [.. inputs.Select(Path.GetDirectoryName).OfType<string>(), Path.GetFullPath(order.Folder)]);
        folder.Commit();
        return [.. folder.Files.Select(file => $"{order.Folder}/{file.Path}"), .. new[] { order.KeyFile }.OfType<string>()];
    }

    // The folders in which `clean` will refuse the key as well.
    private static void PrepareKey(string path, ImmutableArray<string> dataFolders)
    {
        if (File.Exists(path)) KeyFile.Read(path, dataFolders).Dispose();
        else KeyFile.Create(path, dataFolders);
    }

    private static string SettingsOf(InitOrder order, Form form, PrivacyPlan plan)
    {
        var texts = Messages.For(order.Language);
        var consent = plan.ConsentQuestion;
        List<string> lines =
        [
            "version: 1",
            $"lang: {Arguments.Words.Languages.Of(order.Language)}",
            "",
            $"# {texts.Text("text/init/project", "text")}",
            "project:",
            $"  name: {Quoted(form.Id ?? Path.GetFileNameWithoutExtension(order.Form.Name))}",
            "  controller: \"\"",
            "  basis: \"\"",
            "  purpose: \"\"",
            "",
            $"forms: [{Quoted(FromFolder(order.Form.FullPath ?? order.Form.Name, order.Folder))}]",
            "",
            $"# {texts.Text("text/init/level", "text")}",
            "level: public",
            "",
            $"# {texts.Text("text/init/plan", "text")}",
            $"plan: {PlanName}",
            "",
        ];
        if (order.KeyFile is { } key) lines.AddRange([$"# {texts.Text("text/init/key", "text")}", $"key: {Quoted(FromFolder(key, order.Folder))}", ""]);
        lines.AddRange(
        [
            $"# {texts.Text(consent is null ? "text/init/no-consent" : "text/init/consent", "text")}",
            "consent:",
            $"  question: {Quoted(consent ?? "")}",
            "  accept: [\"yes\"]",
            "  not_needed: \"\"",
        ]);
        return string.Join('\n', lines) + "\n";
    }

    // A JSON string is a quoted YAML string as well.
    private static string Quoted(string text) => JsonSerializer.Serialize(text, Quoting);

    private static string FromFolder(string path, string folder) => path == "-"
        ? path
        : Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).Replace('\\', '/');
}
