using MigrationClean.Diagnostics;

namespace MigrationClean.Ingest.Cells;

/// <summary>Where blocks come from, and how the cells of one are found.</summary>
internal interface IBlockSource
{
    /// <summary>Fills the next block with bytes. One thread at a time, in the order of the file.</summary>
    /// <returns>Whether there was anything left.</returns>
    bool Fill(CellBlock block);

    /// <summary>Finds rows and cells in a block's bytes. Many threads at once, a block each.</summary>
    /// <returns><see langword="false"/> if this source cannot tell what the bytes mean; reading stops.</returns>
    bool Parse(CellBlock block);
}

/// <summary>
/// Reads a sheet block by block. Each worker takes the next block, finds and codes its cells, waits for its turn and merges: the order of
/// merging is the order of the file, so that codes and findings are the same for any number of workers. One worker has nobody to wait for.
/// </summary>
/// <remarks>At most one block a worker is under way, each in buffers that the worker keeps: that bounds memory without a queue.</remarks>
internal sealed class BlockPipeline(IBlockSource source, SheetBuilder sheet, int threads)
{
    // Codes of a batch: 1 M numbers. Only sheets with few cells in many columns have more rows in a block than that allows.
    private const int CodesInBatch = 1 << 20;

    private const double ShareOfMemory = 0.6;

    private readonly Lock _reading = new();
    private readonly object _merging = new();
    private int _failedWorker = -1;
    private bool _unsure;
    private int _taken;
    private int _turn;

    /// <summary>Called in the order of the file for each block that was parsed, before its rows are merged.</summary>
    public Action<CellBlock>? OnMerge { get; init; }

    /// <summary>Reads all blocks.</summary>
    /// <returns><see langword="false"/> if the source was not sure of a block; the sheet is then to be thrown away.</returns>
    public bool Run()
    {
        var block = new CellBlock();
        int firstRow;
        do
        {
            block.Clear();
            if (!source.Fill(block)) return true;
            if (!source.Parse(block)) return false;
            sheet.ThrowTrouble(block);
            OnMerge?.Invoke(block);
            firstRow = sheet.TakeHeader(block);
        }
        while (!sheet.HasHeader);

        _taken = 1;
        var first = block;
        if (threads <= 1)
        {
            Work(0, first, firstRow);
            return !_unsure;
        }

        var workers = new Task[threads];
        for (var i = 0; i < threads; i++)
        {
            var worker = i;
            workers[i] = Task.Factory.StartNew(
                () => Work(worker, worker == 0 ? first : null, firstRow),
                CancellationToken.None,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default);
        }

        foreach (var worker in workers) ((IAsyncResult)worker).AsyncWaitHandle.WaitOne();
        if (_failedWorker >= 0) workers[_failedWorker].GetAwaiter().GetResult();
        return !_unsure;
    }

    private void Work(int worker, CellBlock? first, int firstRow)
    {
        var coded = new CodedRows();
        var block = first ?? new CellBlock();
        if (first is not null && !Guard(worker, 0, () => Merge(0, block, coded, firstRow))) return;

        while (true)
        {
            int number;
            var filled = false;
            lock (_reading)
            {
                if (Stopped) return;
                number = _taken++;
                block.Clear();
                if (!Guard(worker, number, () => filled = source.Fill(block)) || !filled) return;
            }

            if (!Guard(worker, number, () => ParseAndMerge(number, block, coded))) return;
        }
    }

    private void ParseAndMerge(int number, CellBlock block, CodedRows coded)
    {
        if (source.Parse(block)) Merge(number, block, coded, 0);
        else if (AwaitTurn(number)) EndTurn(() => _unsure = true);
    }

    private void Merge(int number, CellBlock block, CodedRows coded, int from)
    {
        var first = true;
        var rowsInBatch = Math.Max(1, CodesInBatch / Math.Max(1, sheet.Columns.Length));
        do
        {
            var to = Math.Min(block.RowCount, from + rowsInBatch);
            coded.Code(block, from, to, sheet.Columns);
            if (first && !AwaitTurn(number)) return;
            if (first && number > 0)
            {
                sheet.ThrowTrouble(block);
                OnMerge?.Invoke(block);
            }

            first = false;
            sheet.Append(block, coded, from, to);
            RefuseWhenMemoryIsShort();
            from = to;
        }
        while (from < block.RowCount);

        EndTurn(null);
    }

    // The columns are the only thing that grows with the file.
    private void RefuseWhenMemoryIsShort()
    {
        var available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        if (available > 0 && GC.GetTotalMemory(forceFullCollection: false) > available * ShareOfMemory)
            throw new InputException("FILE-05/memory", sheet.Location, new FindingArgument("limit", ((long)(available * ShareOfMemory) >> 20).ToString()));
    }

    // The first trouble in the order of the file is the one that is told, whichever worker meets its own first.
    private bool Guard(int worker, int number, Action work)
    {
        var done = false;
        try
        {
            work();
            done = true;
        }
        finally
        {
            if (!done && AwaitTurn(number)) EndTurn(() => _failedWorker = worker);
        }

        return !Stopped;
    }

    private bool Stopped
    {
        get
        {
            lock (_merging) return _failedWorker >= 0 || _unsure;
        }
    }

    private bool AwaitTurn(int number)
    {
        lock (_merging)
        {
            while (_turn != number && _failedWorker < 0 && !_unsure) Monitor.Wait(_merging);
            return _turn == number && _failedWorker < 0 && !_unsure;
        }
    }

    private void EndTurn(Action? change)
    {
        lock (_merging)
        {
            change?.Invoke();
            _turn++;
            Monitor.PulseAll(_merging);
        }
    }
}
