using System.Numerics;
using System.Runtime.InteropServices;

namespace MigrationClean.Submissions.Logic;

/// <summary>
/// What a rule gave for each combination of the answers that it depends on. Where there are nearly as many combinations as rows it stops
/// looking them up. One a worker and rule.
/// </summary>
/// <remarks>Source: design §5. At most 1 MiB as a table; as a dictionary 12 bytes and its overhead for each combination met.</remarks>
internal sealed class RuleMemo
{
    private const int TableBits = 18;
    private const int GrowingBits = 20;
    private const int DayBits = 16;
    private const int Trial = 4096;

    private readonly int[] _elements;
    private readonly int[] _bits;
    private readonly int _total;
    private readonly bool _hasDay;
    private readonly int[]? _table;
    private readonly Dictionary<ulong, int>? _outcomes;
    private int _lookups;
    private int _misses;

    /// <summary>The memory of a rule.</summary>
    /// <param name="elements">The questions that decide it.</param>
    /// <param name="sizes">Codes of each; <see langword="null"/> where calculations add to them.</param>
    /// <param name="hasDay">Whether the day decides besides.</param>
    public RuleMemo(int[] elements, int?[] sizes, bool hasDay)
    {
        (_elements, _hasDay) = (elements, hasDay);
        _bits = [.. sizes.Select(s => s is { } size ? BitOperations.Log2((uint)(size + 2)) + 1 : GrowingBits)];
        _total = _bits.Sum() + (hasDay ? DayBits : 0);
        if (_total <= TableBits) _table = new int[1 << _total];
        else if (_total <= 64) _outcomes = [];
        IsUsed = _total <= 64;
    }

    /// <summary>Whether combinations are looked up.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>The questions that decide it.</summary>
    public ReadOnlySpan<int> Elements => _elements;

    /// <summary>The place of a combination's outcome: 0 = not met yet, else the outcome + 1.</summary>
    /// <param name="codes">The codes of <see cref="Elements"/>.</param>
    /// <param name="day">The day, where it decides.</param>
    /// <param name="fits">Whether the combination can be kept at all.</param>
    public ref int Find(ReadOnlySpan<int> codes, int day, out bool fits)
    {
        var key = 0UL;
        fits = true;
        for (var i = 0; i < codes.Length; i++)
        {
            var code = (uint)(codes[i] - SubmissionBlock.NotRelevant);
            fits &= code >> _bits[i] == 0;
            key = (key << _bits[i]) | code;
        }

        if (_hasDay)
        {
            fits &= (uint)day >> DayBits == 0;
            key = (key << DayBits) | (uint)day;
        }

        if (!fits) return ref _misses;
        if (_table is not null) return ref _table[key];
        ref var outcome = ref CollectionsMarshal.GetValueRefOrAddDefault(_outcomes!, key, out var exists);
        if (!exists) _misses++;
        if (++_lookups == Trial && _misses > Trial / 2) IsUsed = false;
        return ref outcome;
    }
}
