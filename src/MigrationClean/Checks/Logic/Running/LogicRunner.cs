using System.Collections.Immutable;
using MigrationClean.Checks.Rules;
using MigrationClean.Expressions;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>
/// Runs a form's logic on its submissions: in blocks, on several threads, with the same result whatever their number. Time grows with rows
/// and with distinct combinations of answers, not with rows times the cost of rules.
/// </summary>
internal static class LogicRunner
{
    private const int BlockRows = 2048;

    /// <summary>Re-runs the logic of one form version.</summary>
    /// <param name="data">The form and its tables.</param>
    /// <param name="rows">The rows of the main table that were collected with it.</param>
    /// <param name="dialect">Whose rules hold.</param>
    /// <param name="consent">The consent gate: required is judged behind it alone.</param>
    /// <param name="threads">How many workers.</param>
    /// <param name="cancellation">Looked at between blocks.</param>
    /// <param name="beside">Expressions that are evaluated besides.</param>
    /// <param name="judges">Whether the form's own rules are judged; else the expressions alone.</param>
    public static LogicResult Run(
        LogicData data,
        IReadOnlyList<int> rows,
        DialectChoice dialect,
        ConsentGate consent,
        int threads,
        CancellationToken cancellation,
        IReadOnlyList<(BoundExpression Rule, RowAnswers Answers)>? beside = null,
        bool judges = true)
    {
        var run = new Work(data, rows, judges ? consent : null, threads, cancellation);
        beside ??= [];
        if (dialect != DialectChoice.Both)
        {
            var clients = dialect == DialectChoice.Auto ? data.Dialects() : null;
            var fixedDialect = dialect == DialectChoice.Enketo ? Dialect.Enketo : Dialect.JavaRosa;
            return Run(run, row => clients is null ? fixedDialect : clients[row], beside);
        }

        var phone = Run(run, _ => Dialect.JavaRosa, beside);
        IReadOnlyList<(BoundExpression Rule, RowAnswers Answers)> again = [.. beside.Select(b => (b.Rule, new RowAnswers(b.Answers.Expression, b.Answers.RowCount)))];
        var browser = Run(run, _ => Dialect.Enketo, again);
        foreach (var (ofPhone, ofBrowser) in beside.Zip(again)) ofPhone.Answers.Merge(ofBrowser.Answers);
        return BothClients.Merge(phone, browser);
    }

    /// <summary>What is the same for both clients.</summary>
    private sealed record Work(LogicData Data, IReadOnlyList<int> Rows, ConsentGate? Consent, int Threads, CancellationToken Cancellation);

    private static LogicResult Run(Work work, Func<int, Dialect> dialectOf, IReadOnlyList<(BoundExpression Rule, RowAnswers Answers)> beside)
    {
        var (data, rows, consent, threads, cancellation) = work;
        var found = new List<Violation>();
        var unjudged = new Dictionary<Unjudged, int>();
        var failures = new Dictionary<BoundExpression, ExpressionError>();
        var asked = new AskedQuestions(data);

        // Dialect and zone are fixed within a block; there are seldom more than two of either.
        var kinds = rows.GroupBy(r => (Dialect: dialectOf(r), Zone: data.Clock.ZoneOf(r))).OrderBy(g => g.Key.Dialect).ThenBy(g => g.Key.Zone.Id, StringComparer.Ordinal);
        foreach (var kind in kinds)
        {
            int[][] blocks = [.. kind.Chunk(BlockRows)];
            var results = new List<Violation>[blocks.Length];
            var workers = Math.Clamp(Math.Min(threads, blocks.Length / 2), 1, 16);
            var judges = new BlockJudge?[workers];
            var next = -1;
            void WorkOn(int worker)
            {
                var run = new LogicRun(data, kind.Key.Dialect, kind.Key.Zone);
                judges[worker] = consent is null ? null : new(run, consent);
                RowRun[] others = [.. beside.Select(b => new RowRun(run, b.Rule, b.Answers))];
                for (var i = Interlocked.Increment(ref next); i < blocks.Length; i = Interlocked.Increment(ref next))
                {
                    cancellation.ThrowIfCancellationRequested();
                    var block = run.Evaluate(blocks[i]);
                    asked.Note(block);
                    results[i] = judges[worker]?.Judge(block) ?? [];
                    foreach (var other in others) other.Fill(block);
                }
            }

            if (workers == 1) WorkOn(0);
            else Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, WorkOn);

            foreach (var result in results) found.AddRange(result);
            foreach (var judge in judges.OfType<BlockJudge>())
            {
                foreach (var (rule, count) in judge.Unjudged) unjudged[rule] = unjudged.GetValueOrDefault(rule) + count;
                foreach (var (rule, error) in judge.Failures) failures.TryAdd(rule, error);
            }
        }

        return new(
            data,
            [.. found.OrderBy(v => v.Element).ThenBy(v => v.Row)],
            [.. unjudged.OrderBy(u => u.Key.Element).ThenBy(u => u.Key.Kind).ThenBy(u => u.Key.Reason?.Reason, StringComparer.Ordinal).Select(u => (u.Key, u.Value))],
            [.. data.Shape.Logic.Rules.Where(failures.ContainsKey).Select(r => (r, failures[r]))])
        {
            Asked = asked,
        };
    }
}
