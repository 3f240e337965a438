using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Patterns;

/// <summary>The same free text stands in several interviews.</summary>
/// <remarks>Short texts repeat by nature and do not count, nor does the form's default. Source: cleaning §4.6.</remarks>
internal sealed class RepeatedText : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("PAT-09", "repeated-text");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("min_length", ParameterKind.Whole, "20"), new("min_interviews", ParameterKind.Whole, "2")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var values = context.Of(this);
        var columns = context.Asked.Columns.Where(c => c.Question.Type == QuestionType.Text && c.Question.Calculation is null && values.Questions.Takes(c.Question))
            .GroupBy(c => c.Column, (IEqualityComparer<TableColumn>)ReferenceEqualityComparer.Instance);
        foreach (var versions in columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var finding in Judge(context, [.. versions], values.Whole("min_length"), values.Whole("min_interviews"))) yield return finding;
        }
    }

    private IEnumerable<Finding> Judge(CheckContext context, List<AskedColumn> versions, int minLength, int minInterviews)
    {
        var texts = TextsOf(versions[0], minLength);
        var interviews = new Dictionary<int, HashSet<int>>();
        var rows = new List<(AskedColumn Version, int Row, int Text)>();
        foreach (var version in versions)
            foreach (var (first, codes) in version.Blocks())
                for (var i = 0; i < codes.Count; i++)
                {
                    if (codes[i] <= 0 || texts[codes[i]] == 0) continue;
                    rows.Add((version, first + i, texts[codes[i]]));
                    if (!interviews.TryGetValue(texts[codes[i]], out var held)) interviews.Add(texts[codes[i]], held = []);
                    held.Add(version.RootOf(first + i));
                }

        foreach (var (version, row, text) in rows)
            if (interviews[text].Count >= minInterviews) yield return Found(context, version, row, interviews[text]);
    }

    /// <summary>By code: a number that equal texts share, 0 where the text stands once or is too short.</summary>
    private static int[] TextsOf(AskedColumn column, int minLength)
    {
        var values = column.Column.Value;
        var counts = values.CountByCode();
        var (first, texts) = (new Dictionary<string, int>(StringComparer.Ordinal), new int[values.ValueCount]);
        for (var code = 1; code < texts.Length; code++)
        {
            if (values.Utf8(code).Length < minLength || counts[code] == 0 || column.IsBlank(code)) continue;
            var folded = FoldedText.Of(values.Text(code));
            if (folded.Length < minLength || values.Text(code) == column.Question.Default) continue;
            if (!first.TryGetValue(folded, out var known))
            {
                first.Add(folded, code);
                if (counts[code] > 1) texts[code] = code;
            }
            else texts[code] = texts[known] = known;
        }

        return texts;
    }

    private Finding Found(CheckContext context, AskedColumn version, int row, HashSet<int> interviews)
    {
        var (main, own) = (context.Submissions.Main, version.RootOf(row));
        var other = interviews.First(r => r != own);
        return context.At(
            this,
            version.Table,
            row,
            version.Column,
            [.. context.Naming(version.Question), new("n", interviews.Count.ToString(CultureInfo.InvariantCulture))]) with
        {
            Measure = interviews.Count.ToString(CultureInfo.InvariantCulture),
            RelatedSubmission = main.SubmissionIdOf(other),
            Group = $"{Id.Code}/{version.Question.Path}/{main.SubmissionIdOf(interviews.Min())}",
        };
    }
}
