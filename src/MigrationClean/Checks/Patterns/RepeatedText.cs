using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MigrationClean.Checks.Numerics;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Patterns;

/// <summary>The same free text stands in several interviews.</summary>
/// <remarks>
/// Short texts repeat by nature and do not count, nor does the form's default. Where a good part of all texts repeats, the question holds phrases or
/// names of places: that is told once, in place of thousands of rows. Source: cleaning §4.6.
/// </remarks>
internal sealed class RepeatedText : SubmissionCheck
{
    private const int LongestLetters = 4096;

    // Fewer are read one by one whatever their share.
    private const int MostTold = 100;

    /// <inheritdoc/>
    public override CheckId Id => new("PAT-09", "repeated-text");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new("min_length", ParameterKind.Whole, "20"), new("min_interviews", ParameterKind.Whole, "2"), new("max_share", ParameterKind.Number, "0.1"),
    ];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var columns = context.Asked.Columns.Where(c => c.Question.Type == QuestionType.Text && c.Question.Calculation is null && values.Questions.Takes(c.Question))
            .GroupBy(c => c.Column, (IEqualityComparer<TableColumn>)ReferenceEqualityComparer.Instance);
        foreach (var versions in columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var finding in Judge(context, [.. versions], values)) yield return finding;
        }
    }

    private IEnumerable<Finding> Judge(CheckContext context, List<AskedColumn> versions, ParameterValues values)
    {
        var texts = TextsOf(versions[0], values.Whole("min_length"), out var isLong);
        var interviews = new Dictionary<int, HashSet<int>>();
        var rows = new List<(AskedColumn Version, int Row, int Text)>();
        var all = 0;
        foreach (var version in versions)
            foreach (var (first, codes) in version.Blocks())
                for (var i = 0; i < codes.Count; i++)
                {
                    if (codes[i] <= 0) continue;
                    if (isLong[codes[i]]) all++;
                    if (texts[codes[i]] == 0) continue;
                    rows.Add((version, first + i, texts[codes[i]]));
                    if (!interviews.TryGetValue(texts[codes[i]], out var held)) interviews.Add(texts[codes[i]], held = []);
                    held.Add(version.RootOf(first + i));
                }

        rows.RemoveAll(r => interviews[r.Text].Count < values.Whole("min_interviews"));
        if (rows.Count > MostTold && rows.Count > values.Number("max_share") * all)
        {
            yield return Often(context, versions[0], rows.Count, all, values.Number("max_share"));
            yield break;
        }

        var naming = context.Naming(versions[0].Question);
        foreach (var (version, row, text) in rows) yield return Found(context, version, row, naming, interviews[text]);
    }

    /// <summary>By code: a number that equal texts share, 0 where the text stands once or is too short.</summary>
    private static int[] TextsOf(AskedColumn column, int minLength, out bool[] isLong)
    {
        isLong = new bool[column.Column.Value.ValueCount];
        var values = column.Column.Value;
        var counts = values.CountByCode();
        var (first, texts) = (new Dictionary<ulong, int>(), new int[values.ValueCount]);
        var letters = new char[LongestLetters];
        for (var code = 1; code < texts.Length; code++)
        {
            var bytes = values.Utf8(code);
            if (bytes.Length < minLength || counts[code] == 0 || column.IsBlank(code)) continue;
            if (bytes.Length > letters.Length) letters = new char[bytes.Length];
            var (hash, length) = FoldedText.HashOf(letters.AsSpan(0, Encoding.UTF8.GetChars(bytes, letters)));
            if (length < minLength) continue;
            isLong[code] = true;
            if (first.TryAdd(hash, code)) texts[code] = counts[code] > 1 ? code : 0;
            else if (bytes.SequenceEqual(values.Utf8(first[hash])) || FoldedText.Of(values.Text(code)) == FoldedText.Of(values.Text(first[hash]))) texts[code] = texts[first[hash]] = first[hash];
        }

        if (column.Question.Default is { } written)
            for (var code = 1; code < texts.Length; code++)
                if (texts[code] != 0 && values.Text(code) == written) texts[code] = 0;
        return texts;
    }

    private Finding Often(CheckContext context, AskedColumn column, int part, int whole, double limit) =>
        CheckContext.AtColumn(this, column.Table, column.Column, [.. context.Naming(column.Question), .. Shares.Arguments(part, whole)]) with
        {
            Variant = "often",
            Measure = Significant.Text((double)part / whole),
            Threshold = $">{Significant.Text(limit)}",
        };

    private Finding Found(CheckContext context, AskedColumn version, int row, FindingArgument[] naming, HashSet<int> interviews)
    {
        var (main, own) = (context.Submissions.Main, version.RootOf(row));
        var other = interviews.First(r => r != own);
        return context.At(
            this,
            version.Table,
            row,
            version.Column,
            [.. naming, new("n", interviews.Count.ToString(CultureInfo.InvariantCulture))]) with
        {
            Measure = interviews.Count.ToString(CultureInfo.InvariantCulture),
            RelatedSubmission = main.SubmissionIdOf(other),
            Group = $"{Id.Code}/{version.Question.Path}/{main.SubmissionIdOf(interviews.Min())}",
        };
    }
}
