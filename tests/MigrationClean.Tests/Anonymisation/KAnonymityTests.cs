using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Anonymisation.Risk;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>Counting with missing keys under three rules (anonymisation §4.2).</summary>
public sealed class KAnonymityTests
{
    private static readonly string?[][] Ten =
    [
        ["N", "m", "18", "single"], ["N", "m", "18", "single"], ["N", "m", "18", null], ["N", "m", null, "married"], ["S", "f", "25", "married"],
        ["S", "f", "25", "married"], [null, "f", "30", null], ["S", "m", "18", "single"], ["S", "m", "18", "single"], ["S", "f", null, "married"],
    ];

    [Fact]
    public void Ten_rows_with_missing_keys_count_as_other_programs_count_them()
    {
        var counted = KAnonymity.Of(Columns(Ten), Ten.Length);

        Assert.Equal([3, 3, 4, 2, 3, 3, 2, 2, 2, 4], counted.Wildcard!);
        Assert.Equal([2, 2, 1, 1, 2, 2, 1, 2, 2, 1], counted.Own);
        Assert.Equal([2, 2, 3, 1, 2, 2, 1, 2, 2, 3], counted.Support);
    }

    [Fact]
    public void Row_that_shows_nothing_could_be_everybody()
    {
        var counted = KAnonymity.Of(Columns([[null, null], ["a", "b"], ["c", "d"]]), 3);

        Assert.Equal([3, 1, 1], counted.Support);
        Assert.Equal([3, 2, 2], counted.Wildcard!);
        Assert.Equal([1, 1, 1], counted.Own);
    }

    [Fact]
    public void Without_keys_all_rows_are_equal() => Assert.Equal([4, 4, 4, 4], KAnonymity.Of([], 4).Support);

    [Fact]
    public void Fast_counting_equals_counting_all_pairs() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
        {
            var rows = bytes.Chunk(3).Where(c => c.Length == 3).Select(c => c.Select(b => b % 4 == 0 ? null : $"v{b % 4}").ToArray()).ToArray();
            var counted = KAnonymity.Of(rows.Length == 0 ? [] : Columns(rows), rows.Length);
            return Enumerable.Range(0, rows.Length).All(i =>
                counted.Own[i] == rows.Count(o => rows[i].SequenceEqual(o))
                && counted.Support[i] == rows.Count(o => rows[i].Zip(o).All(p => p.First is null || p.First == p.Second))
                && counted.Wildcard![i] == rows.Count(o => rows[i].Zip(o).All(p => p.First is null || p.Second is null || p.First == p.Second)));
        }).QuickCheckThrowOnFailure();

    private static Column[] Columns(string?[][] rows) => [.. Enumerable.Range(0, rows[0].Length).Select(key => Column.FromTexts(rows.Select(r => r[key])))];
}
