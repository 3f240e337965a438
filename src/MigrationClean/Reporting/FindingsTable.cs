using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Writing;

namespace MigrationClean.Reporting;

/// <summary>The findings as a table, with the answers: for <c>restricted/</c> alone. Columns and order are those of cleaning §3.</summary>
/// <remarks>Read from the top by people: severity, code, table, row, order of the question in the form.</remarks>
public sealed class FindingsTable
{
    private readonly ValidateResult _result;
    private readonly ReportOptions _options;
    private readonly Messages _messages;
    private readonly FindingText _text;
    private readonly FormLabels _labels;
    private readonly Fieldwork _fieldwork;
    private readonly Lazy<Dictionary<string, int>> _rows;

    /// <summary>The findings of a run.</summary>
    /// <param name="result">What was read and found.</param>
    /// <param name="options">Language and key; values are shown whatever it says.</param>
    public FindingsTable(ValidateResult result, ReportOptions options)
    {
        _result = result;
        _options = options;
        _messages = Messages.For(options.Language);
        _text = new(_messages, showValues: true);
        _labels = new(result.Submissions, options);
        var columns = options.FieldworkColumns;
        _fieldwork = new(columns.GetValueOrDefault("enumerator"), columns.GetValueOrDefault("site"), columns.GetValueOrDefault("device"));
        _rows = new(() => Fieldwork.RowsOf(result.Submissions.Main));
    }

    /// <summary>The names of the columns, in English in every language.</summary>
    public static ImmutableArray<string> Columns { get; } =
    [
        "finding_id", "code", "check", "check_version", "severity", "evidence", "submission", "table", "row_path", "group_key", "question", "label",
        "value", "value_label", "expected", "measure", "threshold", "message", "related_submission", "enumerator", "device", "date", "site", "status",
        "file", "sheet", "row", "column",
    ];

    /// <summary>How many findings there are, settled ones among them.</summary>
    public int RowCount => _result.Report.Findings.Length + _result.Report.Settled.Length;

    /// <summary>Name of the workbook's sheet, in the reader's language.</summary>
    internal string SheetName => _text.Word("sheet-findings");

    /// <summary>What the workbook says below its last row when it does not hold all.</summary>
    internal string MoreThan(int rows) => _text.Counted("more-in-csv", RowCount - rows);

    /// <summary>The rows: as many texts as <see cref="Columns"/>, "" where there is nothing to say.</summary>
    internal IEnumerable<(Severity Severity, string[] Cells)> Rows()
    {
        var order = _result.Submissions.Forms.SelectMany(f => f.Questions).Select((q, i) => (q, i)).ToFrozenDictionary(x => x.q, x => x.i);
        return _result.Report.Findings.Concat(_result.Report.Settled)
            .OrderByDescending(f => f.Severity)
            .ThenBy(f => f.Check.Code, StringComparer.Ordinal)
            .ThenBy(f => f.Table, StringComparer.Ordinal)
            .ThenBy(f => f.Location.File, StringComparer.Ordinal)
            .ThenBy(f => f.Location.Sheet, StringComparer.Ordinal)
            .ThenBy(f => f.Location.Row)
            .ThenBy(f => OrderOf(f, order))
            .Select(f => (f.Severity, Cells(f)));
    }

    /// <summary>Writes the table as CSV in UTF-8. The stream stays open.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="options">Guard against formulas, byte order mark, line ends, separator; the defaults if none.</param>
    public void WriteCsv(Stream output, CsvOptions? options = null)
    {
        options ??= new();
        using var writer = new StreamWriter(output, new UTF8Encoding(options.Bom), -1, leaveOpen: true);
        writer.NewLine = options.CrLf ? "\r\n" : "\n";
        writer.WriteLine(CsvText.Record(Columns, options));
        foreach (var (_, cells) in Rows()) writer.WriteLine(CsvText.Record(cells, options));
    }

    private int OrderOf(Finding finding, FrozenDictionary<Question, int> order) =>
        _labels.QuestionOf(finding) is { } question ? order[question] : -1;

    private string[] Cells(Finding finding)
    {
        var (place, main) = (finding.Location, _result.Submissions.Main);
        var row = finding.SubmissionId is { } id ? _rows.Value.GetValueOrDefault(id, -1) : -1;
        return
        [
            FindingId.Of(finding, _options.FindingKey.AsSpan()),
            finding.Check.Code,
            finding.Check.Name,
            Number(AllChecks.Find(finding.Check.Code)?.Version ?? 1),
            FindingText.Name(finding.Severity),
            JsonReport.EvidenceName(finding.Evidence),
            finding.SubmissionId ?? "",
            finding.Table ?? "",
            finding.RowPath ?? "",
            finding.Group ?? "",
            finding.Question ?? "",
            _labels.LabelOf(finding),
            finding.Value ?? "",
            _labels.ValueLabelOf(finding),
            finding.Expected ?? "",
            finding.Measure ?? "",
            finding.Threshold ?? "",
            _text.Message(finding),
            finding.RelatedSubmission ?? "",
            row < 0 ? "" : _fieldwork.EnumeratorOf(main, row),
            row < 0 ? "" : _fieldwork.DeviceOf(main, row),
            row < 0 ? "" : Fieldwork.DateOf(main, row),
            row < 0 ? "" : _fieldwork.SiteOf(main, row),
            Name(finding.Status),
            place.File,
            place.Sheet ?? "",
            place.Row is { } inFile ? Number(inFile) : "",
            place.Column ?? "",
        ];
    }

    private static string Name(FindingStatus status) => status switch
    {
        FindingStatus.Open => "open",
        FindingStatus.Accepted => "accepted",
        FindingStatus.Resolved => "resolved",
        _ => "new",
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
