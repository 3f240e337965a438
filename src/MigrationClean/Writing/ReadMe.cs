using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MigrationClean.Anonymisation;
using MigrationClean.Diagnostics;

namespace MigrationClean.Writing;

/// <summary>What a person reads first: level, trial or release, what each file is, how to cite. <c>share/README.txt</c> and the workbook's first sheet.</summary>
/// <param name="submissions">The release.</param>
/// <param name="options">What is written and how, and what the settings say about the data set.</param>
internal sealed class ReadMe(AnonymisedSubmissions submissions, ShareOptions options)
{
    private readonly Messages _texts = Messages.For(options.Language);

    /// <summary>The title of the data set.</summary>
    public string Title => options.Description.Title.Length > 0 ? options.Description.Title : Text("title");

    /// <summary>The lines below the title; an empty one between paragraphs.</summary>
    public IEnumerable<string> Lines()
    {
        yield return submissions.IsTrial ? Text("trial") : Text("release");
        yield return Text(submissions.Level switch
        {
            ReleaseLevel.Internal => "level-internal",
            ReleaseLevel.Partner => "level-partner",
            _ => "level-public",
        });
        yield return Text(
            "counts", new("in", _texts.Number(submissions.SubmissionsIn)), new FindingArgument("out", _texts.Number(submissions.Tables[0].RowCount)));
        yield return "";
        yield return options.Description.Description.Length > 0 ? options.Description.Description : Text("description");
        yield return "";
        yield return $"{Text("files")}:";
        foreach (var table in submissions.Tables)
        {
            var (file, rows) = (new FindingArgument("file", $"{table.Name}.csv"), new FindingArgument("n", table.RowCount.ToString(CultureInfo.InvariantCulture)));
            yield return "- " + (table.Path is null ? Text("main", file, rows) : Text("repeat", file, rows, new("repeat", table.Path)));
        }

        if (options.Workbook) yield return $"- {Text("workbook")}";
        yield return $"- {Text("codebook")}";
        yield return "";
        yield return Text("missing");
        if (options.Csv.Guard != CsvGuard.Off) yield return Text("guard");
        yield return "";
        foreach (var (part, text) in About())
            if (text.Length > 0) yield return Text(part, new FindingArgument("text", text));
    }

    /// <summary>The text file: UTF-8, LF.</summary>
    public byte[] File() => Encoding.UTF8.GetBytes($"{Title}\n\n{string.Concat(Lines().Select(l => $"{l}\n"))}");

    /// <summary>The workbook's sheet.</summary>
    public XlsxSheet Sheet() => new("README", OutputTable.OfTexts("README", [Title], [.. Lines().Select(l => (string[])[l])])) { IsProse = true, KeepsName = true };

    private ImmutableArray<(string Part, string Text)> About() =>
    [
        ("version", options.Description.Version),
        ("date", options.Description.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? ""),
        ("citation", options.Description.Citation),
        ("license", options.Description.License),
        ("terms", options.Description.Terms),
        ("disclaimer", options.Description.Disclaimer),
        ("made", options.Tool),
    ];

    private string Text(string part, params ReadOnlySpan<FindingArgument> arguments) => _texts.Text("out/readme", part, [.. arguments]);
}
