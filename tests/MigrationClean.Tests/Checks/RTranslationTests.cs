using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Ingest;

namespace MigrationClean.Tests.Checks;

/// <summary>Check lists of other tools: conditions in R, translated and never run.</summary>
public sealed class RTranslationTests
{
    [Theory]
    [InlineData("age < 18", "(${age} < 18)")]
    [InlineData("total != men + women * 2", "(${total} != (${men} + (${women} * 2)))")]
    [InlineData("!is.na(men) & men > 10", "(not((${men} = '')) and (${men} > 10))")]
    [InlineData("a == 1 | b == 2 & c == 3", "((${a} = 1) or ((${b} = 2) and (${c} = 3)))")]
    [InlineData("!a == 'x'", "not((${a} = 'x'))")]
    [InlineData("sex %in% c(\"male\", 'female')", "(${sex} != '' and (${sex} = 'male' or ${sex} = 'female'))")]
    [InlineData("!(n %in% c(88, 99.5))", "not(((${n} != '' and (${n} = 88 or ${n} = 99.5))))")]
    [InlineData("-x^2 <= 4L && TRUE", "(((-pow(${x}, 2)) <= 4) and true())")]
    [InlineData("a %% 2 == 1 || `my q` / 2 > 1e3", "(((${a} mod 2) = 1) or ((${my q} div 2) > 1000))")]
    [InlineData("name == \"it's\"", "(${name} = \"it's\")")]
    public void Subset_of_R_becomes_XPath(string r, string xpath) => Assert.Equal(xpath, RTranslation.ToXPath(r, out _));

    [Theory]
    [InlineData("system('rm')", 0, "system")]
    [InlineData("a > 1; b", 5, ";")]
    [InlineData("sum(a, b) > 3", 0, "sum")]
    [InlineData("a == NA", 5, "NA")]
    [InlineData("a %in% b", 7, "b")]
    [InlineData("x <- 3", 2, "<-")]
    [InlineData("a == 'x", 5, "'x")]
    [InlineData("a >", 3, "")]
    [InlineData("df$a > 1", 2, "$")]
    [InlineData("function(x) x", 0, "function")]
    [InlineData("a == 'it\\n'", 5, "'it\\n'")]
    [InlineData("a < b < c", 6, "<")]
    public void Anything_else_is_refused_with_its_place(string r, int position, string text)
    {
        Assert.Null(RTranslation.ToXPath(r, out var refusal));
        Assert.Equal((position, text), refusal);
    }

    [Fact]
    public void Deep_nesting_is_refused_and_not_run_into() =>
        Assert.Null(RTranslation.ToXPath(new string('(', 5000) + "a" + new string(')', 5000), out _));

    [Fact]
    public void List_of_another_tool_is_judged_with_NA_as_unknown()
    {
        var file = CaseFile.Parse("""

            # a list
            ## survey
            | type    | name |
            | integer | men  |
            | text    | who  |
            ## data
            | _uuid | men | who  |
            | a1    | 3   | boss |
            | a2    |     |      |
            | a3    | 30  | aunt |
            """);
        var reader = new RuleReader();
        reader.Read(new Grid("list.csv", null, ["check_id", "description", "check_to_perform", "columns_to_clean"],
        [
            new(2, ["Check_1", "Too many", "men > 10 & !(who %in% c('boss'))", "men, who"]),
            new(3, ["check 2", "Said nothing", "is.na(men)", "men"]),
        ]));
        var report = Checker.Run(CaseSurvey.Submissions(file), new CheckSettings { Select = ["LOG"], Rules = reader });
        Assert.Equal(
            ["a2 check-2 men", "a3 check-1 men", "a3 check-1 who"],
            report.Findings.Select(f => $"{f.SubmissionId} {f.Check.Name} {f.Question}").Order(StringComparer.Ordinal));
        Assert.Equal(["check-1 1"], report.NotJudged.Select(n => $"{n.Check.Name} {n.Submissions}"));
    }
}
