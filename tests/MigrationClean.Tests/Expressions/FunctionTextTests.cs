using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Tests.Expressions;

/// <summary>Every function is described, and errors of syntax tell how it is written right.</summary>
public sealed class FunctionTextTests
{
    private static readonly Messages English = Messages.For(Language.English);

    [Fact]
    public void Every_function_has_a_summary_and_no_other_name_has() =>
        Assert.Equal(
            AllFunctions.List.Select(f => f.Name).Order(StringComparer.Ordinal),
            English.Keys.Where(k => k.StartsWith("FUNC/", StringComparison.Ordinal) && English.Has(k, "summary")).Select(k => k[5..]).Order(StringComparer.Ordinal));

    [Fact]
    public void Functions_of_web_forms_alone_are_known() =>
        Assert.Equal(
            ["substring", "floor", "ceiling", "last", "name", "local-name", "namespace-uri", "id", "lang"],
            AllFunctions.List.Where(f => f.OfferedBy == Clients.WebForms).Select(f => f.Name));

    [Theory]
    [InlineData("1 == 1", "double-equals")]
    [InlineData("1 => 1", "at-least")]
    [InlineData("1 =< 1", "at-most")]
    [InlineData("1 <> 1", "not-equal")]
    [InlineData("a || b", "double-bar")]
    [InlineData("a && b", "ampersand")]
    [InlineData("not x", "not-call")]
    [InlineData("{q} = 1", "brace")]
    [InlineData("1 2", "operator")]
    [InlineData(". > 0 and <= 30", "operand")]
    [InlineData("f(1; 2)", "semicolon")]
    [InlineData("'a", "unclosed-quote")]
    [InlineData("(1", "unclosed")]
    [InlineData("1 +", "ends")]
    public void An_error_of_syntax_tells_its_remedy(string expression, string variant)
    {
        Assert.Null(Parser.Parse(expression, out var error));
        Assert.Equal($"EXPR-01/{variant}", error!.Key);
        Assert.True(English.Has(error.Key, "message"));
    }
}
