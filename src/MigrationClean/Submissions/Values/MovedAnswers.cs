using System.Collections.Immutable;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Values;

/// <summary>
/// The answers of a question that was moved to another group between form versions, stored under several paths: each row is read at the path of its own
/// version, as KoBo does (kobo-exports §8.1); a row whose version is not given, wherever it holds something.
/// </summary>
internal sealed class MovedAnswers
{
    private readonly int[] _placeOfForm;
    private readonly int _places;
    private readonly RowVersions _versions;
    private readonly bool[] _isKnownVersion;
    private int[]? _picked;

    /// <summary>Prepares one question.</summary>
    /// <param name="question">The question.</param>
    /// <param name="paths">The path of each column.</param>
    /// <param name="versions">The rows' versions.</param>
    /// <param name="isKnownVersion">Whether a row names a version that was given.</param>
    public MovedAnswers(SurveyQuestion question, ImmutableArray<string> paths, RowVersions versions, bool[] isKnownVersion)
    {
        _places = paths.Length;
        _placeOfForm = [.. question.ByForm.Select(q => Math.Max(0, q is null ? 0 : paths.IndexOf(q.Path)))];
        _versions = versions;
        _isKnownVersion = isKnownVersion;
    }

    /// <summary>One column of the rows' own answers.</summary>
    public Column Merge(Column[] columns)
    {
        var rows = columns[0].RowCount;
        var picked = _picked ??= Pick(columns);
        return Column.Concat(columns).SelectRows([.. picked.Select((place, row) => place * rows + row)]);
    }

    /// <summary>What a column holds that is not its rows' own answer.</summary>
    public Column Left(Column[] columns, int place) =>
        columns[place].SelectRows([.. _picked!.Select((picked, row) => picked == place || columns[place].CodeAt(row) == 0 ? -1 : row)]) is var left
        && left.CountByCode()[0] == left.RowCount ? Column.Blank(left.RowCount) : left;

    private int[] Pick(Column[] columns)
    {
        var picked = new int[columns[0].RowCount];
        for (var row = 0; row < picked.Length; row++)
        {
            var own = picked[row] = _placeOfForm[_versions.Of(row)];
            if (_isKnownVersion.Length > 0 && _isKnownVersion[row]) continue;
            for (var place = 0; place < _places && columns[own].CodeAt(row) == 0; place++)
                if (columns[place].CodeAt(row) != 0) own = picked[row] = place;
        }

        return picked;
    }
}
