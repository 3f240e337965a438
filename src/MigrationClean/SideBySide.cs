namespace MigrationClean;

/// <summary>Two pieces of work that do not need each other, on two threads where there are two.</summary>
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

        var other = Task.Run(second);
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
}
