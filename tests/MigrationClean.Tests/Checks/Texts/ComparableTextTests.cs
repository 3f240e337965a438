using MigrationClean.Checks.Texts;

namespace MigrationClean.Tests.Checks.Texts;

public sealed class ComparableTextTests
{
    [Theory]
    [InlineData("көңүл", "кѳӊүл")]
    [InlineData("ёлка", "ЕЛКА")]
    [InlineData("Орусия  Федерациясы", "орусия федерациясы.")]
    [InlineData("МКМ", "MКM")]
    [InlineData("café", "CAFE")]
    [InlineData("1,228", "1228")]
    [InlineData("67 330", "67330")]
    [InlineData("89,43", "89.43")]
    [InlineData("ба\u00ADлык 5", "балык 5")]
    public void Texts_that_mean_the_same_agree(string a, string b) => Assert.Equal(ComparableText.Of(a), ComparableText.Of(b));

    [Theory]
    [InlineData("й", "и")]
    [InlineData("1,228", "1.22")]
    [InlineData("Ош", "Ошол")]
    [InlineData("ө", "о")]
    public void Texts_that_differ_stay_apart(string a, string b) => Assert.NotEqual(ComparableText.Of(a), ComparableText.Of(b));

    [Theory]
    [InlineData("1,228", "1228")]
    [InlineData("1 228 100", "1228100")]
    [InlineData("1.228,5", "1228.5")]
    [InlineData("89,43", "89.43")]
    [InlineData("-5", "-5")]
    [InlineData("007", "7")]
    [InlineData("1,228 100", null)]
    [InlineData("1,22,8", null)]
    [InlineData("5 км", null)]
    [InlineData("", null)]
    public void Numbers_are_read_as_people_write_them(string text, string? expected) => Assert.Equal(expected, WrittenNumber.Canonical(text));

    [Theory]
    [InlineData("taxi", "taxi", 0)]
    [InlineData("taxi", "tax", 1)]
    [InlineData("taxi", "tzxi", 1)]
    [InlineData("taxi", "atxi", 1)]
    [InlineData("", "ab", 2)]
    [InlineData("construction", "constrcutoin", 2)]
    [InlineData("taxi", "drum", 3)]
    public void Edits_are_counted_up_to_a_limit(string a, string b, int expected)
    {
        Assert.Equal(expected, EditDistance.Of(a, b, 2));
        Assert.Equal(expected, EditDistance.Of(b, a, 2));
    }
}
