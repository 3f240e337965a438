namespace MigrationClean.Checks.Duplicates;

/// <summary>Finds all pairs of interviews that are much alike, without comparing every pair; the result is that of the full comparison.</summary>
/// <remarks>
/// Two interviews that differ in at most d questions agree in all of at least one of d + 1 blocks of questions. So interviews are grouped by
/// each block in turn and compared within groups alone. In a large group the same argument holds for the questions of the other blocks: it is
/// split again where that saves comparisons. A pair is told in the first of its blocks, and so once. No memory grows with the square of rows.
/// Source: cleaning §4.7.
/// </remarks>
/// <param name="matrix">The answers.</param>
/// <param name="rule">When two interviews are alike.</param>
/// <param name="mostPairs">Above so many pairs the search gives up: the rule does not fit the form.</param>
/// <param name="threads">Most workers.</param>
internal sealed class NearPairSearch(AnswerMatrix matrix, NearRule rule, int mostPairs, int threads)
{
    private const int Largest = 512;
    private const int PiecesAWorker = 16;

    private readonly int _limit = rule.LimitFor(matrix.ColumnCount);
    private int _found;

    /// <summary>The pairs among some interviews, by first and second row; <see langword="null"/> if there are too many of them.</summary>
    /// <param name="rows">Rows, ascending, none with exactly the answers of another.</param>
    /// <param name="cancellation">Looked at between groups.</param>
    public List<NearPair>? Find(int[] rows, CancellationToken cancellation = default)
    {
        var pieces = new List<Group>();
        if (Split(rows, [.. Enumerable.Range(0, matrix.ColumnCount)], null) is { } groups) pieces.AddRange(groups);
        else pieces.AddRange(Stripes(rows));

        // The largest first, so that no worker is left with one at the end.
        Group[] order = [.. pieces.Where(p => p.Comparisons > 0).OrderByDescending(p => p.Comparisons)];
        var found = new List<NearPair>[order.Length];
        var bundle = Math.Max(1, order.Length / (threads * PiecesAWorker * 64));
        Parallel.For(0, (order.Length + bundle - 1) / bundle, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, piece =>
        {
            for (var i = piece * bundle; i < Math.Min(order.Length, (piece + 1) * bundle); i++)
            {
                if (_found > mostPairs) return;
                Compare(order[i], found[i] = []);
            }
        });
        if (_found > mostPairs) return null;
        var pairs = found.SelectMany(f => f).ToList();
        pairs.Sort((x, y) => x.A != y.A ? x.A.CompareTo(y.A) : x.B.CompareTo(y.B));
        return pairs;
    }

    private void Compare(Group group, List<NearPair> pairs)
    {
        if (group.Length > Largest && group.Rest.Length > 0 && Split(group.Rows.ToArray(), group.Rest, group.Frame) is { } parts)
        {
            foreach (var part in parts)
            {
                if (_found > mostPairs) return;
                if (part.Length > 1) Compare(part, pairs);
            }

            return;
        }

        var rows = group.Rows;
        var until = group.Until < 0 ? rows.Length : group.Until;
        for (var i = group.From; i < until; i++)
        {
            if (_found > mostPairs) return;
            for (var j = i + 1; j < rows.Length; j++)
            {
                var differing = matrix.Differing(rows[i], rows[j], _limit);
                if (differing > _limit) continue;
                var (a, b) = rows[i] < rows[j] ? (rows[i], rows[j]) : (rows[j], rows[i]);
                var pair = new NearPair(a, b, differing, matrix.Compared(a, b));
                if (!rule.Holds(pair) || group.Frame is { } frame && !frame.IsFirstOf(matrix, a, b)) continue;
                pairs.Add(pair);
                Interlocked.Increment(ref _found);
            }
        }
    }

    /// <summary>The groups of all blocks; <see langword="null"/> where a full comparison is not dearer.</summary>
    private List<Group>? Split(int[] rows, int[] columns, Frame? outer)
    {
        if (rows.Length <= Largest || _limit + 1 > columns.Length) return null;
        var blocks = AnswerBlocks.Deal(matrix, rows, columns, _limit + 1);
        var groups = new List<Group>();
        var (full, split) = ((double)rows.Length * rows.Length / 2, 0.0);
        for (var b = 0; b < blocks.Length; b++)
        {
            var frame = new Frame(outer, blocks, b);
            int[] rest = [.. columns.Except(blocks[b])];
            var (order, starts) = AnswerBlocks.Group(matrix, rows, blocks[b]);
            for (var g = 0; g + 1 < starts.Length; g++)
            {
                var group = new Group(order, starts[g], starts[g + 1] - starts[g], rest, frame);
                if (group.Length < 2) continue;
                groups.Add(group);
                split += group.Comparisons;
            }

            // Dealing and sorting cost about as much as twenty comparisons a row.
            if (split + (20.0 * rows.Length) > full) return null;
        }

        return groups;
    }

    private List<Group> Stripes(int[] rows)
    {
        var stripes = new List<Group>();
        var step = Math.Max(1, rows.Length / (threads * PiecesAWorker));
        for (var from = 0; from < rows.Length; from += step)
            stripes.Add(new(rows, 0, rows.Length, [], null) { From = from, Until = Math.Min(rows.Length, from + step) });
        return stripes;
    }

    /// <summary>How a group came about: the blocks of a split, and which of them its interviews agree in.</summary>
    private sealed record Frame(Frame? Outer, int[][] Blocks, int Block)
    {
        public bool IsFirstOf(AnswerMatrix answers, int a, int b)
        {
            for (var block = 0; block < Block; block++)
                if (answers.Agree(Blocks[block], a, b)) return false;
            return answers.Agree(Blocks[Block], a, b) && (Outer is null || Outer.IsFirstOf(answers, a, b));
        }
    }

    /// <summary>Interviews that are compared with each other: a part of an order of rows, or a stripe of a full comparison.</summary>
    private sealed record Group(int[] Order, int Start, int Length, int[] Rest, Frame? Frame)
    {
        public int From { get; init; }

        public int Until { get; init; } = -1;

        public ReadOnlySpan<int> Rows => Order.AsSpan(Start, Length);

        public double Comparisons => Until < 0 ? Length * (Length - 1.0) / 2 : (Until - From) * (Length - ((From + Until) / 2.0));
    }
}
