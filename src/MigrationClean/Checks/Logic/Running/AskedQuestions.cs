using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>
/// Which questions, groups and iterations were relevant in which rows: noted while the form's logic runs, for all who count by what was asked.
/// </summary>
/// <remarks>One bit a row for each relevance that differs from that of the element around it. Safe to be told of blocks by several threads.</remarks>
internal sealed class AskedQuestions
{
    private readonly LogicData _data;
    private readonly ulong[]?[] _asked;
    private readonly ulong[]?[] _unknown;
    private readonly Lock _lock = new();

    /// <summary>Nothing noted yet.</summary>
    public AskedQuestions(LogicData data)
    {
        _data = data;
        (_asked, _unknown) = (new ulong[data.Shape.Nodes.Length][], new ulong[data.Shape.Nodes.Length][]);
    }

    /// <summary>A bit for each row of the element's table that certainly was asked; <see langword="null"/> = every row of this form version.</summary>
    public ulong[]? Of(int element) => _asked[element];

    /// <summary>A bit for each row of which it cannot be told; <see langword="null"/> = none.</summary>
    public ulong[]? UnknownOf(int element) => _unknown[element];

    /// <summary>Whether an element certainly was relevant in a row of its table that belongs to this form version.</summary>
    public bool IsAsked(int element, int row) => _asked[element] is not { } asked || (asked[row >> 6] >> row & 1) != 0;

    /// <summary>Notes the relevance of a block's rows.</summary>
    public void Note(SubmissionBlock block)
    {
        lock (_lock)
        {
            for (var element = FormShape.Root + 1; element < _asked.Length; element++)
                if (block.Relevance[element] is { } relevance) Note(block, element, relevance);
        }
    }

    private void Note(SubmissionBlock block, int element, byte[] relevance)
    {
        var (shape, above) = (_data.Shape, _data.Shape.Parents[element]);
        if (ReferenceEquals(relevance, block.Relevance[above]))
        {
            (_asked[element], _unknown[element]) = (_asked[above], _unknown[above]);
            return;
        }

        if (_data.TableOf(shape.TableOf[element]) is not { } table) return;
        var rows = block.Rows[shape.TableOf[element]];
        var asked = _asked[element] ??= new ulong[(table.RowCount + 63) >> 6];
        for (var i = 0; i < rows.Length; i++) asked[rows[i] >> 6] |= (relevance[i] & 1UL) << rows[i];

        if (!relevance.AsSpan().Contains((byte)2)) return;
        var unknown = _unknown[element] ??= new ulong[asked.Length];
        for (var i = 0; i < rows.Length; i++) unknown[rows[i] >> 6] |= (ulong)(relevance[i] >> 1) << rows[i];
    }
}
