using System.Runtime.ExceptionServices;

namespace MigrationClean.Writing;

/// <summary>Blocks of rows made by several workers and put out in order: the same bytes for any number of workers.</summary>
/// <remarks>A worker takes the next block, makes it, waits for its turn and puts it out itself: no queue, one block a worker in memory.</remarks>
internal static class OrderedBlocks
{
    /// <summary>Makes and puts out blocks 0 … <paramref name="count"/> − 1.</summary>
    /// <typeparam name="TWorker">What one worker keeps: buffers.</typeparam>
    /// <param name="count">Number of blocks.</param>
    /// <param name="threads">Most workers; 1 starts no thread.</param>
    /// <param name="start">Makes what one worker keeps.</param>
    /// <param name="make">Makes a block; several run at a time.</param>
    /// <param name="put">Puts the worker's block out; one at a time, in order.</param>
    /// <param name="cancellation">Ends the work between two blocks.</param>
    public static void Run<TWorker>(
        int count, int threads, Func<TWorker> start, Action<TWorker, int> make, Action<TWorker> put, CancellationToken cancellation)
        where TWorker : IDisposable
    {
        var workers = Math.Min(threads, count);
        if (workers > 1)
        {
            RunApart(count, workers, start, make, put, cancellation);
            return;
        }

        using var only = start();
        for (var i = 0; i < count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            make(only, i);
            put(only);
        }
    }

    private static void RunApart<TWorker>(
        int count, int workers, Func<TWorker> start, Action<TWorker, int> make, Action<TWorker> put, CancellationToken cancellation)
        where TWorker : IDisposable
    {
        var taken = -1;
        var turn = new Turn();
        try
        {
            Parallel.For(0, workers, new ParallelOptions { MaxDegreeOfParallelism = workers }, _ =>
            {
                using var worker = start();
                var whole = false;
                try
                {
                    for (var i = Interlocked.Increment(ref taken); i < count; i = Interlocked.Increment(ref taken))
                    {
                        cancellation.ThrowIfCancellationRequested();
                        make(worker, i);
                        if (!turn.Await(i)) break;
                        put(worker);
                        turn.Pass();
                    }

                    whole = true;
                }
                finally
                {
                    if (!whole) turn.Break();
                }
            });
        }
        catch (AggregateException e)
        {
            // The caller sees what it would see with one thread.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    /// <summary>Whose block goes out next.</summary>
    private sealed class Turn
    {
        private readonly object _gate = new();
        private int _next;
        private bool _broken;

        /// <summary>Waits until the blocks before are out; false if one of them failed.</summary>
        public bool Await(int block)
        {
            lock (_gate)
            {
                while (_next != block && !_broken) Monitor.Wait(_gate);
                return !_broken;
            }
        }

        public void Pass()
        {
            lock (_gate)
            {
                _next++;
                Monitor.PulseAll(_gate);
            }
        }

        public void Break()
        {
            lock (_gate)
            {
                _broken = true;
                Monitor.PulseAll(_gate);
            }
        }
    }
}
