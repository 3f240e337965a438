using System.Collections.Immutable;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>How a copy of a submission relates to the copy that is kept.</summary>
internal enum DuplicateKind
{
    /// <summary>All answers are equal.</summary>
    Identical,

    /// <summary>Another revision of the same submission.</summary>
    Edited,

    /// <summary>The same revision with other answers: a person has to decide.</summary>
    Different,
}

/// <summary>The copies of one submission.</summary>
/// <param name="Kept">Row of the main table that stays.</param>
/// <param name="Copies">All others, by row.</param>
internal sealed record DuplicateGroup(int Kept, ImmutableArray<(int Row, DuplicateKind Kind)> Copies)
{
    /// <summary>The gravest relation in the group: what the kept copy is said to be.</summary>
    public DuplicateKind Gravest => Copies.Max(c => c.Kind);
}

/// <summary>Which rows are copies of one submission, and which copy stays.</summary>
/// <remarks>
/// The latest revision stays: an edit (its <c>_uuid</c> is not the root's) before the original, then the newer form version, then the
/// later input, then the later row; of several rows with that revision the first. Everything follows from the data and the order of
/// inputs.
/// </remarks>
internal static class Duplicates
{
    /// <summary>The groups, by first row.</summary>
    public static ImmutableArray<DuplicateGroup> Find(SubmissionSet submissions)
    {
        var groups = SameSubmission.Groups(submissions.Main);
        if (groups.Count == 0) return [];

        var answers = new EqualAnswers(submissions);
        return [.. groups.Select(rows => Sorted(submissions.Main, rows, answers))];
    }

    private static DuplicateGroup Sorted(Table main, int[] rows, EqualAnswers answers)
    {
        var latest = rows
            .OrderBy(row => RevisionOf(main, row) == main.SubmissionIdOf(row))
            .ThenBy(row => main.FormOfRow.IsEmpty ? 0 : main.FormOfRow[row])
            .ThenByDescending(row => main.Segments.First(s => row < s.FirstRow + s.RowCount).Input)
            .ThenByDescending(row => row)
            .First();
        var revision = RevisionOf(main, latest);
        var kept = rows.First(row => RevisionOf(main, row) == revision);
        return new(kept, [.. rows.Where(row => row != kept).Select(row => (row, KindOf(main, row, kept, answers)))]);
    }

    private static DuplicateKind KindOf(Table main, int row, int kept, EqualAnswers answers)
    {
        if (answers.AreEqual(row, kept)) return DuplicateKind.Identical;
        var (own, other) = (RevisionOf(main, row), RevisionOf(main, kept));
        return own is not null && other is not null && own != other ? DuplicateKind.Edited : DuplicateKind.Different;
    }

    /// <summary>The id of the revision, as identities are written; <see langword="null"/> where the export has none.</summary>
    private static string? RevisionOf(Table main, int row)
    {
        var text = (main.Find("_uuid") ?? main.Find("meta/instanceID"))?.Value.TextAt(row).Trim().ToLowerInvariant();
        if (string.IsNullOrEmpty(text)) return null;
        return text.StartsWith("uuid:", StringComparison.Ordinal) ? text[5..] : text;
    }
}
