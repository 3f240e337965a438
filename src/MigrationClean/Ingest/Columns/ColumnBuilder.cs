using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace MigrationClean.Ingest.Columns;

/// <summary>
/// Codes the cells of one column: the kernel of reading. Any number of workers look values up; one merger, in input order, adds what they
/// did not find and appends the rows' codes, so that codes do not depend on the number of workers.
/// </summary>
/// <remarks>
/// A column whose first <see cref="WarmUp"/> filled cells are nearly all different (identifiers, time stamps, texts) turns
/// <see cref="IsUnique"/>: from then on every filled cell is appended as a value of its own, and nothing is looked up.
/// </remarks>
internal sealed class ColumnBuilder
{
    /// <summary>Filled cells after which a column may turn out unique.</summary>
    public const int WarmUp = 4096;

    private const double UniqueShare = 0.9;

    private readonly Utf8Values _values = new();
    private readonly Codes _codes = new();
    private Slots _slots = new(16);
    private int _known;
    private long _filled;
    private bool _unique;

    /// <summary>Whether values are no longer looked up. Changes at most once, between two blocks.</summary>
    public bool IsUnique => Volatile.Read(ref _unique);

    /// <summary>In what forms cells were met; set by the merger.</summary>
    public CellKinds Kinds { get; set; }

    /// <summary>Rows appended so far.</summary>
    public int RowCount => _codes.Count;

    /// <summary>Bytes held by the column's values.</summary>
    public long ValueBytes => _values.ByteCount;

    /// <summary>The code of a value met before, or −1. May be called by many threads while the merger adds.</summary>
    /// <param name="value">At least one byte.</param>
    /// <param name="key"><see cref="ValueKey.Of"/> of it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(ReadOnlySpan<byte> value, ulong key) => Look().Find(value, key);

    /// <summary>A look into what the column knows now, for many look-ups in a row.</summary>
    public Lookup Look() => new(Volatile.Read(ref _slots), _values);

    /// <summary>The code of a value, added if it is new; in a unique column always added. Merger only.</summary>
    public int Add(ReadOnlySpan<byte> value, ulong key)
    {
        if (_unique) return _values.Add(value);
        var code = Find(value, key);
        if (code >= 0) return code;

        code = _values.Add(value);
        if (++_known * 2 > _slots.Capacity) Volatile.Write(ref _slots, _slots.Doubled());
        _slots.Put(key, code);
        return code;
    }

    /// <summary>Appends consecutive rows. Merger only.</summary>
    /// <param name="codes">Codes given by <see cref="Find"/> and <see cref="Add"/>; 0 for a blank cell.</param>
    public void Append(ReadOnlySpan<int> codes)
    {
        _codes.Append(codes);
        _filled += codes.Length - codes.Count(0);
        if (!_unique && _filled >= WarmUp && _known >= _filled * UniqueShare) TurnUnique();
    }

    /// <summary>The code of a row appended already. Merger only.</summary>
    public int CodeAt(int row) => _codes[row];

    /// <summary>Puts another text, not empty, into a row appended already. Merger only.</summary>
    public void Replace(int row, string text) => _codes.Replace(row, AddText(text));

    /// <summary>The value of a code, as the column holds it now. Merger only.</summary>
    public ReadOnlySpan<byte> ValueOf(int code) => _values[code];

    /// <summary>The finished column. The builder is not used afterwards.</summary>
    public Column Build() => new(_codes, _values, !_unique, Kinds);

    /// <summary>As <see cref="Add"/>, for a text that is not empty.</summary>
    public int AddText(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Add(bytes, ValueKey.Of(bytes));
    }

    /// <summary>A column of the values added so far over rows that are coded already.</summary>
    /// <param name="codes">Codes of the rows in another column.</param>
    /// <param name="map">From those codes to this builder's.</param>
    /// <param name="kinds">What the cells were in the file.</param>
    public Column BuildWith(Codes codes, int[] map, CellKinds kinds) => new(codes, _values, !_unique, kinds, map);

    private void TurnUnique()
    {
        Volatile.Write(ref _unique, true);
        Volatile.Write(ref _slots, new Slots(2)); // let go of the keys: nothing is looked up any more
    }

    /// <summary>Looks values up in the state that a column was in when the look began: at worst a value is not found yet.</summary>
    public readonly ref struct Lookup
    {
        private readonly Slots _slots;
        private readonly Utf8Values _values;

        internal Lookup(Slots slots, Utf8Values values)
        {
            _slots = slots;
            _values = values;
        }

        /// <summary>As <see cref="ColumnBuilder.Find"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Find(ReadOnlySpan<byte> value, ulong key)
        {
            for (var i = _slots.Start(key); ; i++)
            {
                ref var slot = ref _slots.At(i);
                var held = Volatile.Read(ref slot.Key);
                if (held == 0) return -1;
                if (held == key && (!ValueKey.IsHash(key) || _values[slot.Code].SequenceEqual(value))) return slot.Code;
            }
        }
    }

    internal struct Slot
    {
        public ulong Key;
        public int Code;
    }

    /// <summary>An open-addressed table of keys and codes, at most half full; readers see a slot only when it is complete.</summary>
    internal sealed class Slots(int capacity)
    {
        private readonly Slot[] _slots = new Slot[capacity];
        private readonly int _shift = 64 - BitOperations.Log2((uint)capacity);

        public int Capacity => _slots.Length;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public int Start(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> _shift);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref Slot At(int place) => ref _slots[place & (_slots.Length - 1)];

        public void Put(ulong key, int code)
        {
            var i = Start(key);
            while (At(i).Key != 0) i++;
            ref var slot = ref At(i);
            slot.Code = code;
            Volatile.Write(ref slot.Key, key);
        }

        public Slots Doubled()
        {
            var wider = new Slots(_slots.Length * 2);
            foreach (ref readonly var slot in _slots.AsSpan())
                if (slot.Key != 0) wider.Put(slot.Key, slot.Code);
            return wider;
        }
    }
}
