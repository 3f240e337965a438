using System.Buffers.Text;
using System.Collections.Immutable;
using MigrationClean.Checks.Answers;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Outliers;

/// <summary>The answers of one numeric question: the number of each distinct answer, and how often it was given. No list of numbers by row.</summary>
internal sealed class NumericColumn
{
    private const int MostKept = 1 << 14;

    private CountedValues? _plain;

    /// <summary>Reads each distinct answer once and counts the rows: one pass over the codes.</summary>
    public NumericColumn(CheckContext context, ImmutableArray<AskedColumn> versions)
    {
        Versions = versions;
        Codes = SpecialCodes.Of(Question, context.Settings);
        var column = Column.Value;
        (Values, Specials, Counts) = (new double[column.ValueCount], new SpecialCode[column.ValueCount], new int[column.ValueCount]);
        Values[0] = double.NaN;
        for (var code = 1; code < Values.Length; code++)
        {
            Values[code] = Read(column.Utf8(code), Column.Raw.Kinds.HasFlag(CellKinds.Number));
            if (!double.IsNaN(Values[code])) Specials[code] = Codes.OfNumber(Values[code]);
        }

        foreach (var version in versions)
            foreach (var (_, codes) in version.Blocks())
                foreach (var code in codes.AsSpan())
                    if (code > 0) Counts[code]++;
    }

    /// <summary>The question in each form version that asks it, newest first.</summary>
    public ImmutableArray<AskedColumn> Versions { get; }

    /// <summary>The question, as the newest of these has it.</summary>
    public Question Question => Versions[0].Question;

    /// <summary>Its table.</summary>
    public Table Table => Versions[0].Table;

    /// <summary>Its column.</summary>
    public TableColumn Column => Versions[0].Column;

    /// <summary>Numbers that stand for no answer.</summary>
    public SpecialCodes Codes { get; }

    /// <summary>By code: the number; NaN where there is none.</summary>
    public double[] Values { get; }

    /// <summary>By code: what the number may stand for.</summary>
    public SpecialCode[] Specials { get; }

    /// <summary>By code: in how many rows of consented interviews it was answered.</summary>
    public int[] Counts { get; }

    /// <summary>Whether a code is a number that is no reserved code.</summary>
    public bool IsPlain(int code) => code > 0 && !double.IsNaN(Values[code]) && Specials[code] == SpecialCode.None;

    /// <summary>The plain numbers of all rows. Kept, unless there are very many different ones.</summary>
    public CountedValues Plain()
    {
        if (_plain is not null) return _plain;
        var values = new List<(double Value, int Count)>();
        for (var code = 1; code < Counts.Length; code++)
            if (Counts[code] > 0 && IsPlain(code)) values.Add((Values[code], Counts[code]));
        var plain = CountedValues.Of(values);
        return plain.Distinct > MostKept ? plain : _plain = plain;
    }

    /// <summary>The rows that hold one of the marked codes, in the order of the table's rows for each form version.</summary>
    public IEnumerable<(AskedColumn Version, int Row, int Code)> RowsOf(bool[] marked)
    {
        if (!marked.AsSpan().Contains(true)) yield break;
        foreach (var version in Versions)
            foreach (var (first, codes) in version.Blocks())
                for (var i = 0; i < codes.Count; i++)
                    if (codes[i] > 0 && marked[codes[i]]) yield return (version, first + i, codes[i]);
    }

    /// <summary>The number that a text is; NaN where it is none.</summary>
    public static double Read(ReadOnlySpan<byte> text, bool typed)
    {
        var bare = text[System.Text.Ascii.Trim(text)];
        if (!NumberText.IsDecimal(bare, typed)) return double.NaN;
        return Utf8Parser.TryParse(bare, out double value, out var used) && used == bare.Length && double.IsFinite(value) ? value : double.NaN;
    }
}
