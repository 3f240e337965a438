using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Cleaning.Log;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cleaning.Merging;

/// <summary>A line of a merged log: texts by the columns of its sheet, columns that nobody knows beside them, and where it comes from.</summary>
internal sealed class MergedLine
{
    private const char Separator = '\u001F';

    /// <summary>Columns of the sheet of others in a merged log: those that we write, and what people add about a decision.</summary>
    public static readonly ImmutableArray<string> OthersColumns = [.. OthersSheet.Columns, "explanation", "exception", "reviewed_by", "reviewed_at"];

    private static readonly string[] OtherAnswers = ["true_other", "existing_other", "invalid_other", "elsewhere"];

    // Written by us for the reader, perhaps in another language: no difference between two lines.
    private static readonly string[] ForTheReader = ["entry_id", "label", "group_key", "enumerator", "date", "site", "start", "status", "options"];

    /// <summary>The order of a merged log: submission, table, row, question, check; then everything else.</summary>
    public static IComparer<MergedLine> Order { get; } = Comparer<MergedLine>.Create(Compare);

    /// <summary>What its sheet holds.</summary>
    public required LogSheetKind Kind { get; init; }

    /// <summary>Texts by <see cref="ColumnsOf"/>, "" where blank.</summary>
    public required ImmutableArray<string> Cells { get; init; }

    /// <summary>Columns that are not ours, by header in ordinal order, blank ones left out.</summary>
    public ImmutableSortedDictionary<string, string> Extra { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Where it stands.</summary>
    public required Location Location { get; init; }

    /// <summary>The columns of a kind of sheet.</summary>
    public static ImmutableArray<string> ColumnsOf(LogSheetKind kind) => kind switch
    {
        LogSheetKind.Log => CleaningLog.Columns,
        LogSheetKind.Others => OthersColumns,
        _ => DeletionLog.Columns,
    };

    /// <summary>A cell.</summary>
    public string this[string column] => ColumnsOf(Kind).IndexOf(column) is >= 0 and var at ? Cells[at] : "";

    /// <summary>Whether somebody has decided.</summary>
    public bool IsDecided => Kind switch
    {
        LogSheetKind.Log => this["change_type"].Length > 0,
        LogSheetKind.Others => OtherAnswers.Any(column => this[column].Length > 0),
        _ => this["decided_by"].Length > 0 || (this["reason"].Length > 0 && LogWords.Word(this["status"]) is not ("proposed" or "pending")),
    };

    /// <summary>The cell, row or submission that it decides about.</summary>
    public string Place => string.Join(
        Separator,
        Kind,
        this["uuid"].ToLowerInvariant(),
        this["table"].Split('/')[^1].ToLowerInvariant(),
        this["row_path"].Length > 0 ? this["row_path"] : Extra.GetValueOrDefault("loop_index", ""),
        Type is ChangeType.RemoveSurvey or ChangeType.RemoveRow ? "" : this["question"].Replace('.', '/'),
        Type is ChangeType.AddOption or ChangeType.RemoveOption ? this["new_value"] : "");

    /// <summary>What it does there; two lines of one place with the same effect do not disagree.</summary>
    public string Effect => Kind switch
    {
        LogSheetKind.Log => string.Join(Separator, this["change_type"], Type == ChangeType.ChangeResponse ? this["new_value"] : ""),
        LogSheetKind.Others => string.Join(Separator, OtherAnswers.Select(column => this[column])),
        _ => this["reason"],
    };

    /// <summary>All that makes it another line: a line that is repeated is kept once.</summary>
    public string Content => string.Join(Separator, ColumnsOf(Kind).Where(IsOwn).Select(column => this[column]).Prepend($"{Kind}").Concat(Extra.Select(pair => $"{pair.Key}={pair.Value}")));

    /// <summary>Whether a person has written nothing into it.</summary>
    public bool IsUntouched => !IsDecided && this["new_value"].Length + this["explanation"].Length + this["source"].Length + this["reviewed_by"].Length + this["translation"].Length == 0;

    private ChangeType Type => Kind == LogSheetKind.Log ? ChangeWords.Of(this["change_type"]) ?? ChangeType.Pending : ChangeType.Pending;

    /// <summary>How a message names its place: <c>b.xlsx/cleaning_log:7</c>.</summary>
    public string Shown => string.Create(CultureInfo.InvariantCulture, $"{Location.File}{(Location.Sheet is null ? "" : $"/{Location.Sheet}")}:{Location.Row}");

    private static int Compare(MergedLine a, MergedLine b)
    {
        if (a.Kind != b.Kind) return a.Kind.CompareTo(b.Kind);
        foreach (var column in (ReadOnlySpan<string>)["uuid", "table", "row_path", "question", "check_id", "finding_id", "reviewed_at"])
        {
            var order = column == "row_path" ? ComparePaths(a[column], b[column]) : string.CompareOrdinal(a[column], b[column]);
            if (order != 0) return order;
        }

        for (var c = 0; c < a.Cells.Length; c++)
            if (string.CompareOrdinal(a.Cells[c], b.Cells[c]) is not 0 and var order) return order;
        return string.CompareOrdinal(a.ExtraText, b.ExtraText);
    }

    private string ExtraText => string.Join(Separator, Extra.Select(pair => $"{pair.Key}={pair.Value}"));

    private bool IsOwn(string column) => !ForTheReader.Contains(column, StringComparer.Ordinal) && !(column == "issue" && this["finding_id"].Length > 0);

    // 2/10 stands after 2/9.
    private static int ComparePaths(string a, string b)
    {
        var (left, right) = (a.Split('/'), b.Split('/'));
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var order = int.TryParse(left[i], out var x) && int.TryParse(right[i], out var y) ? x.CompareTo(y) : 0;
            if (order == 0) order = string.CompareOrdinal(left[i], right[i]);
            if (order != 0) return order;
        }

        return left.Length.CompareTo(right.Length);
    }
}
