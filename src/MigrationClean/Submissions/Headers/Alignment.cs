using System.Collections.Immutable;

namespace MigrationClean.Submissions.Headers;

/// <summary>
/// Leads the headers of one sheet back to predicted columns: first in order on exact text, so that the n-th <c>Comment</c> is the n-th field of that
/// label, then what is left over by looser comparisons (kobo-exports §16.1).
/// </summary>
internal sealed class Alignment
{
    private readonly IReadOnlyList<string?> _headers;
    private readonly ImmutableArray<PredictedColumn> _predicted;
    private readonly string _separator;
    private readonly string _beforeChoice;
    private readonly AlignedColumn[] _aligned;
    private readonly int[] _partner;
    private readonly bool[] _taken;

    private Alignment(IReadOnlyList<string?> headers, ImmutableArray<PredictedColumn> predicted, HeaderStyle style)
    {
        _headers = headers;
        _predicted = predicted;
        _separator = style.Separator;
        _beforeChoice = style.Rules == HeaderRules.Central ? "/" : style.Separator;
        _aligned = new AlignedColumn[headers.Count];
        _partner = new int[headers.Count];
        Array.Fill(_partner, Subsequence.None);
        _taken = new bool[predicted.Length];
    }

    /// <summary>Aligns a sheet.</summary>
    /// <param name="headers">Headers by position; <see langword="null"/> for server columns and empty headers.</param>
    /// <param name="predicted">The columns of its section under the style.</param>
    /// <param name="style">The style.</param>
    /// <param name="mode">How the sheet's headers compare best.</param>
    /// <param name="isExpected">Whether the layout has a column; the others are tried only for what is left over.</param>
    /// <param name="others">The same columns under other options with their separators, the likeliest first; tried only for what is left over.</param>
    public static AlignedColumn[] Align(
        IReadOnlyList<string?> headers,
        ImmutableArray<PredictedColumn> predicted,
        HeaderStyle style,
        HeaderMode mode,
        Func<PredictedColumn, bool> isExpected,
        IEnumerable<(ImmutableArray<PredictedColumn> Predicted, string Separator, HeaderDifference Difference)> others)
    {
        var alignment = new Alignment(headers, predicted, style);
        alignment.InOrder(mode, isExpected);
        foreach (var looser in (HeaderMode[])[HeaderMode.Exact, HeaderMode.MakeNames, HeaderMode.Folded])
            alignment.Pass(predicted, style.Separator, looser, null);
        foreach (var other in others)
        {
            if (alignment.IsDone) break;
            foreach (var looser in (HeaderMode[])[HeaderMode.Exact, HeaderMode.MakeNames, HeaderMode.Folded])
                alignment.Pass(other.Predicted, other.Separator, looser, other.Difference);
        }

        if (mode != HeaderMode.Exact) alignment.Pass(predicted, style.Separator, HeaderMode.Letters, null);
        alignment.UnknownChoices();
        return alignment._aligned;
    }

    private bool IsDone => Enumerable.Range(0, _headers.Count).All(i => _headers[i] is null || _aligned[i].Column is not null);

    /// <summary>The main pass: everything in order, then what was only moved.</summary>
    private void InOrder(HeaderMode mode, Func<PredictedColumn, bool> isExpected)
    {
        string?[] right = [.. _predicted.Select(p => isExpected(p) ? mode.KeyOf(p.Header(_separator)) : null)];
        var counts = HeaderModes.Count(right);
        var left = mode.KeysOf(_headers, counts);
        var partner = Subsequence.Align(left, right);
        for (var i = 0; i < partner.Length; i++)
        {
            if (partner[i] >= 0) Settle(i, partner[i], DifferenceIn(mode, i, partner[i], null));
            else if (partner[i] == Subsequence.Open) _aligned[i] = new(null, HeaderDifference.None, IsRefused: true);
        }

        SettleMoved(left, right);
        if (IsInOrder()) return;
        // Somebody moved columns: of several questions with one header, order tells nothing where a column came from elsewhere (kobo-exports §16.5).
        int[] doubtful =
        [
            .. Enumerable.Range(0, partner.Length)
                .Where(i => partner[i] >= 0 && counts[left[i]!] > 1 && !IsBetweenNeighbours(i, left, counts)),
        ];
        foreach (var i in doubtful) Refuse(i);
    }

    private bool SettleMoved(string?[] left, string?[] right)
    {
        var moved = false;
        var leftCounts = HeaderModes.Count(left.Where((_, i) => _aligned[i].Column is null));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var j = 0; j < right.Length; j++)
            if (!_taken[j] && right[j] is { } key && !places.TryAdd(key, j)) places[key] = Subsequence.None;

        for (var i = 0; i < left.Length; i++)
        {
            if (_aligned[i].Column is not null || left[i] is not { } key || leftCounts[key] != 1) continue;
            if (places.GetValueOrDefault(key, Subsequence.None) is not (>= 0 and var j)) continue;
            Settle(i, j, HeaderDifference.Place);
            moved = true;
        }

        return moved;
    }

    private bool IsInOrder()
    {
        var last = -1;
        foreach (var partner in _partner)
        {
            if (partner >= 0 && partner < last) return false;
            last = Math.Max(last, partner);
        }

        return true;
    }

    /// <summary>Whether the nearest headers that occur once stand round a header as predicted, and nothing predicted between them is elsewhere.</summary>
    private bool IsBetweenNeighbours(int header, string?[] left, Dictionary<string, int> counts)
    {
        var (before, after) = (-1, _predicted.Length);
        var (first, last) = (header, header);
        while (--first >= 0 && !IsSure(first)) continue;
        while (++last < left.Length && !IsSure(last)) continue;
        if (first >= 0) before = _partner[first];
        if (last < left.Length) after = _partner[last];
        if (before >= _partner[header] || after <= _partner[header]) return false;
        return !Enumerable.Range(0, left.Length).Any(i => (i <= first || i >= last) && _partner[i] > before && _partner[i] < after);

        bool IsSure(int i) => _partner[i] >= 0 && left[i] is { } key && counts.GetValueOrDefault(key) == 1;
    }

    /// <summary>One looser comparison of what is left over.</summary>
    private void Pass(ImmutableArray<PredictedColumn> predicted, string separator, HeaderMode mode, HeaderDifference? difference)
    {
        string?[] headers = [.. _headers.Select((h, i) => _aligned[i].Column is null && !_aligned[i].IsRefused ? h : null)];
        if (headers.All(h => h is null)) return;
        string?[] right = [.. predicted.Select((p, j) => _taken[j] ? null : mode.KeyOf(p.Header(separator)))];
        var counts = HeaderModes.Count(right);
        var left = mode.KeysOf(headers, counts);
        var partner = Subsequence.Align(left, right);
        for (var i = 0; i < partner.Length; i++)
            if (partner[i] >= 0) Settle(i, partner[i], difference ?? DifferenceIn(mode, i, partner[i], predicted));
        var before = _aligned.ToArray();
        if (!SettleMoved(left, right)) return;
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i].Column is null && _aligned[i].Column is not null)
                _aligned[i] = _aligned[i] with { Difference = difference ?? DifferenceIn(mode, i, _partner[i], predicted) };
        }
    }

    private HeaderDifference DifferenceIn(HeaderMode mode, int header, int predicted, ImmutableArray<PredictedColumn>? columns)
    {
        var (actual, expected) = (_headers[header]!, (columns ?? _predicted)[predicted].Header(_separator));
        if (actual == expected || mode == HeaderMode.Exact) return HeaderDifference.None;
        if (mode is HeaderMode.MakeNames or HeaderMode.Letters) return HeaderDifference.Signs;
        if (HeaderText.Collapse(actual) == HeaderText.Collapse(expected)) return HeaderDifference.Blanks;
        return string.Equals(HeaderText.Collapse(actual), HeaderText.Collapse(expected), StringComparison.OrdinalIgnoreCase)
            ? HeaderDifference.Case
            : HeaderDifference.Markup;
    }

    /// <summary>A header after a select_multiple that begins like its separate columns: a choice that no form given has.</summary>
    private void UnknownChoices()
    {
        SurveyQuestion? question = null;
        string? prefix = null;
        for (var i = 0; i < _headers.Count; i++)
        {
            if (_aligned[i].Column is { } column)
            {
                if (column.Question == question && column.Role == ColumnRole.Chosen) continue;
                (question, prefix) = (column.Question, PrefixOf(column, _headers[i]!));
                continue;
            }

            if (_headers[i] is not { } header || _aligned[i].IsRefused) continue;
            if (prefix is null || question is null || !header.StartsWith(prefix, StringComparison.Ordinal) || header.Length == prefix.Length) continue;
            var choice = header[prefix.Length..];
            _aligned[i] = new(new(ColumnRole.Chosen, question, [header], choice), HeaderDifference.Choice);
        }
    }

    private string? PrefixOf(PredictedColumn column, string header)
    {
        if (column.Question.Newest.Type != Forms.QuestionType.SelectMultiple) return null;
        if (column.Role == ColumnRole.Answer) return header + _beforeChoice;
        if (column.Role != ColumnRole.Chosen) return null;
        var last = column.Pieces[^1];
        var choice = last.LastIndexOf('/') >= 0 && last.EndsWith($"/{column.Choice}", StringComparison.Ordinal) ? column.Choice! : last;
        return header.EndsWith(choice, StringComparison.Ordinal) ? header[..^choice.Length] : null;
    }

    private void Settle(int header, int predicted, HeaderDifference difference)
    {
        _aligned[header] = new(_predicted[predicted], difference);
        _partner[header] = predicted;
        _taken[predicted] = true;
    }

    private void Refuse(int header)
    {
        _taken[_partner[header]] = false;
        _partner[header] = Subsequence.None;
        _aligned[header] = new(null, HeaderDifference.None, IsRefused: true);
    }
}
