using System.Collections.Immutable;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning;

/// <summary>The sheet of others: every text that was written where no choice fitted, with the choices beside it (cleaning §5.4).</summary>
internal static class OthersSheet
{
    /// <summary>The columns, in order.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "uuid", "table", "row_path", "question", "parent_question", "text", "translation", "options", "true_other", "existing_other", "invalid_other",
        "elsewhere",
    ];

    /// <summary>The columns that a person fills.</summary>
    public static readonly ImmutableArray<string> ToFill = ["translation", "true_other", "existing_other", "invalid_other", "elsewhere"];

    /// <summary>The rows, in the order of the form and of the export.</summary>
    /// <param name="submissions">The submissions before removal.</param>
    /// <param name="removals">What leaves by rule gets no line.</param>
    /// <param name="labels">Language of the choices' labels; <see langword="null"/> = the form's first.</param>
    /// <remarks>O(text questions × rows).</remarks>
    public static IReadOnlyList<LogRow> Rows(SubmissionSet submissions, IEnumerable<Removal> removals, string? labels)
    {
        var forms = new LogForms(submissions.Forms);
        var leaves = removals.Select(r => r.Row).ToHashSet();
        var rows = new List<LogRow>();
        foreach (var text in submissions.Forms.SelectMany(f => f.Questions).DistinctBy(q => q.Path, StringComparer.Ordinal))
        {
            if (forms.PairOf(text) is not { } pair || submissions.Find(text.Repeat?.Path) is not { } table || table.AnswersOf(text)?.Value is not { IsBlank: false } answers) continue;
            var options = OptionsOf(pair.From, labels);
            for (var row = 0; row < table.RowCount; row++)
            {
                if (answers.CodeAt(row) == 0 || table.RootRow(row) is < 0 || leaves.Contains(table.RootRow(row)) || table.SubmissionIdOf(row) is not { } submission) continue;
                string[] cells = [submission, text.Repeat?.Name ?? "", table.RowPathOf(row) ?? "", text.Name, pair.From.Name, answers.TextAt(row), "", options, "", "", "", ""];
                rows.Add(new(cells, pair.From));
            }
        }

        return rows;
    }

    private static string OptionsOf(Question parent, string? labels) => string.Join(
        "; ",
        (parent.Choices?.Choices ?? []).DistinctBy(c => c.Name, StringComparer.Ordinal).Select(c => c.Label.InOrFirst(labels) is { } label && label != c.Name ? $"{c.Name} = {label}" : c.Name));
}
