using System.Text;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Tests.Ingest.Columns;

public sealed class ColumnBuilderTests
{
    [Fact]
    public void Value_is_found_once_it_was_added_whatever_its_length()
    {
        var builder = new ColumnBuilder();
        for (var length = 1; length <= 300; length++)
        {
            var value = Encoding.UTF8.GetBytes(new string((char)('a' + (length % 26)), length));
            Assert.Equal(-1, builder.Find(value, ValueKey.Of(value)));
            var code = builder.Add(value, ValueKey.Of(value));
            Assert.Equal(code, builder.Find(value, ValueKey.Of(value)));
            Assert.Equal(code, builder.Add(value, ValueKey.Of(value)));
            Assert.Equal(value, builder.ValueOf(code));
        }
    }

    [Fact]
    public void Values_with_the_same_key_are_told_apart_by_their_bytes()
    {
        var builder = new ColumnBuilder();
        var first = "a value of some length"u8;
        var second = "a value of same length"u8;
        var key = ValueKey.Of(first);
        var code = builder.Add(first, key);
        Assert.Equal(-1, builder.Find(second, key));
        Assert.NotEqual(code, builder.Add(second, key));
        Assert.Equal(code, builder.Find(first, key));
    }

    [Fact]
    public void Short_values_have_keys_of_their_own()
    {
        var keys = new HashSet<ulong>();
        var bytes = new byte[] { 0, 1, 65, 255 };
        for (var length = 1; length <= ValueKey.WholeLength; length++)
            for (var pattern = 0; pattern < 1 << (2 * Math.Min(length, 5)); pattern++)
            {
                var value = new byte[length];
                for (var i = 0; i < length; i++) value[i] = bytes[(pattern >> (2 * (i % 5))) & 3];
                var key = ValueKey.Of(value);
                Assert.True(keys.Add(key) || length > 5);
                Assert.False(ValueKey.IsHash(key));
                Assert.NotEqual(0UL, key);
            }
    }

    [Fact]
    public async Task Readers_beside_the_merger_find_the_code_or_nothing()
    {
        var builder = new ColumnBuilder();
        const int Count = 60_000;
        static byte[] Value(int i) => Encoding.UTF8.GetBytes(i % 2 == 0 ? $"{i}" : $"longer value number {i}");
        var wrong = 0;
        var readers = Enumerable.Range(0, 3).Select(r => Task.Run(() =>
        {
            for (var round = 0; round < 4; round++)
                for (var i = r; i < Count; i += 3)
                {
                    var value = Value(i);
                    var code = builder.Find(value, ValueKey.Of(value));
                    if (code != -1 && code != i + 1) Interlocked.Increment(ref wrong);
                }
        })).ToArray();
        for (var i = 0; i < Count; i++) Assert.Equal(i + 1, builder.Add(Value(i), ValueKey.Of(Value(i))));
        await Task.WhenAll(readers);
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void Unique_column_takes_every_value_as_new()
    {
        var builder = new ColumnBuilder();
        for (var i = 0; i < ColumnBuilder.WarmUp; i++) builder.Append([builder.AddText($"id {i}")]);
        Assert.True(builder.IsUnique);
        Assert.Equal(-1, builder.Find("id 1"u8, ValueKey.Of("id 1"u8)));
        Assert.Equal(ColumnBuilder.WarmUp + 1, builder.AddText("id 1"));
        Assert.False(builder.Build().HasDistinctCodes);
    }

    [Fact]
    public void Column_that_begins_with_repetitions_never_turns_unique()
    {
        var builder = new ColumnBuilder();
        for (var i = 0; i < ColumnBuilder.WarmUp; i++) builder.Append([builder.AddText($"{i % 3}")]);
        for (var i = 0; i < ColumnBuilder.WarmUp; i++) builder.Append([builder.AddText($"id {i}")]);
        Assert.False(builder.IsUnique);
    }

    [Fact]
    public void Replaced_row_holds_the_new_text_even_where_its_code_is_wider()
    {
        var builder = new ColumnBuilder();
        for (var i = 0; i < 255; i++) builder.Append([builder.AddText($"{i}")]);
        builder.Replace(3, "another");
        builder.Append([builder.AddText("last")]);
        var column = builder.Build();
        Assert.Equal("another", column.TextAt(3));
        Assert.Equal("254", column.TextAt(254));
        Assert.Equal("last", column.TextAt(255));
    }
}
