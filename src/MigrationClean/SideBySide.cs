using System.Runtime.ExceptionServices;

namespace MigrationClean;

/// <summary>Pieces of work that do not need each other, on several threads where there are several.</summary>
internal static class SideBySide
{
    /// <summary>Runs both to their end, whatever becomes of the other. With one thread: the first, then the second.</summary>
    /// <remarks>Where both fail, the first one's exception is told: the same whatever the number of threads.</remarks>
    public static void Run(int threads, Action first, Action second)
    {
        if (threads == 1)
        {
            first();
            second();
            return;
        }

        // A thread of its own: whoever waits here may hold one of the pool's few threads, and what runs inside asks the pool for more.
        var other = Task.Factory.StartNew(second, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            first();
        }
        finally
        {
            ((IAsyncResult)other).AsyncWaitHandle.WaitOne();
        }

        other.GetAwaiter().GetResult();
    }

    /// <summary>Works on each item; the results stand in the order of the items, whatever the number of threads.</summary>
    /// <exception cref="Exception">What the first of the items that failed threw.</exception>
    public static TResult[] Each<TItem, TResult>(int threads, IReadOnlyList<TItem> items, Func<TItem, TResult> work)
    {
        var results = new TResult[items.Count];
        try
        {
            Parallel.For(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, i => results[i] = work(items[i]));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }

        return results;
    }
}
