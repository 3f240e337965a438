using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

public class FormulaGuardTests
{
    private static readonly char[] Alphabet = ['\'', '=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '1', '.', ',', 'a', 'ү', ' ', '"'];

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@cmd", "'@cmd")]
    [InlineData("-", "'-")]
    [InlineData("\tx", "'\tx")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("'=1", "''=1")]
    [InlineData("''-5", "'''-5")]
    [InlineData("+996 555", "'+996 555")]
    [InlineData("-5", "-5")]
    [InlineData("+5,25", "+5,25")]
    [InlineData("-5.", "'-5.")]
    [InlineData("-5.1.2", "'-5.1.2")]
    [InlineData("'abc", "'abc")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    [InlineData("'", "'")]
    public void A_text_that_a_spreadsheet_would_run_gets_one_more_apostrophe(string text, string written) =>
        Assert.Equal(written, FormulaGuard.Apply(text, CsvGuard.On));

    [Theory]
    [InlineData("-5", "'-5")]
    [InlineData("+5.25", "'+5.25")]
    [InlineData("5", "5")]
    public void Strict_touches_signed_numbers_too(string text, string written) => Assert.Equal(written, FormulaGuard.Apply(text, CsvGuard.Strict));

    [Fact]
    public void Off_touches_nothing() => Assert.Equal("=1+1", FormulaGuard.Apply("=1+1", CsvGuard.Off));

    [Theory]
    [InlineData(CsvGuard.On)]
    [InlineData(CsvGuard.Strict)]
    public void Undoing_gives_every_text_back(CsvGuard guard)
    {
        var texts = Gen.Elements(Alphabet).ArrayOf().Select(chars => new string(chars)).ToArbitrary();
        Prop.ForAll(texts, text => FormulaGuard.Undo(FormulaGuard.Apply(text, guard)) == text).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text => FormulaGuard.Undo(FormulaGuard.Apply(text.Get, guard)) == text.Get).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_written_never_starts_with_a_trigger()
    {
        var texts = Gen.Elements(Alphabet).NonEmptyListOf().Select(chars => new string([.. chars])).ToArbitrary();
        Prop.ForAll(texts, text => FormulaGuard.Apply(text, CsvGuard.Strict)[0] is not ('=' or '+' or '-' or '@' or '\t' or '\r' or '\n' or '＝' or '＋' or '－' or '＠'))
            .QuickCheckThrowOnFailure();
    }
}
