using MigrationClean.Diagnostics;
using MigrationClean.Reporting;

namespace MigrationClean.Tests.Reporting;

public sealed class TextReportTests
{
    [Fact]
    public void A_finding_says_what_where_why_and_how() => Assert.Equal(
        """
        error[FORM-05] choice-not-in-list: ‹hidden› is not a choice of `sex` (list `sex`)
          --> export.csv, row 3, column `sex` (submission 00000000-0000-4000-8000-000000000002)
          question: Sex
          why: the answer is none of the choices that the form offers: it was typed into the data, or the form was changed after collection began
          fix: correct the answer in the cleaning log, give the form version that has the choice, or add it to the form

        3 submissions, 1 finding (1 error)

        """,
        Reports.Write("text", Reports.Of(Reports.Misspelt)));

    [Fact]
    public void Answers_are_shown_only_when_asked_for()
    {
        Assert.DoesNotContain("femle", Reports.Write("text", Reports.Of(Reports.Misspelt)), StringComparison.Ordinal);
        Assert.Contains("`femle` is not a choice", Reports.Write("text", Reports.Of(Reports.Misspelt), showValues: true), StringComparison.Ordinal);
    }

    [Fact]
    public void Many_findings_alike_are_one_heading_and_ten_places()
    {
        var text = Reports.Write("text", Reports.Many(1224));
        Assert.Contains("(1,224 places)", text, StringComparison.Ordinal);
        Assert.Contains("  … and 1,214 more (see --format json)\n", text, StringComparison.Ordinal);
        Assert.Equal(10, text.Split("-->").Length - 1);
    }

    [Fact]
    public void Different_answers_shown_stand_at_their_places()
    {
        var text = Reports.Write("text", Reports.Many(2, (i, f) => f with { Arguments = [new("value", $"x{i}", Sensitive: true), .. f.Arguments[1..]] }), showValues: true);
        Assert.Contains("‹hidden› is not a choice of `sex` (list `sex`) (2 places)", text, StringComparison.Ordinal);
        Assert.Contains("): `x0` is not a choice of `sex`", text, StringComparison.Ordinal);
        Assert.Contains("): `x1` is not a choice of `sex`", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_that_say_different_things_have_the_checks_title_as_heading()
    {
        var text = Reports.Write("text", Reports.Of("duplicate-submission: every copy is listed, with what it is to the copy that stays"));
        Assert.Contains("error[ID-02] duplicate-submission: Submission stands in several rows (3 places)\n", text, StringComparison.Ordinal);
        Assert.Contains("): the submission stands in 2 rows with the same answers: here and in row 4\n", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Split("  why: ").Length - 1);
    }

    [Fact]
    public void Words_and_labels_are_in_the_readers_language()
    {
        var russian = Reports.Write("text", Reports.Of(Reports.Misspelt), language: Language.Russian);
        Assert.StartsWith("ошибка[FORM-05] choice-not-in-list: ‹hidden› нет среди вариантов ответа на `sex`", russian, StringComparison.Ordinal);
        Assert.Contains("вопрос: Пол\n", russian, StringComparison.Ordinal);
        Assert.EndsWith("3 анкеты, 1 замечание (1 ошибка)\n", russian, StringComparison.Ordinal);
        Assert.StartsWith("ката[FORM-05]", Reports.Write("text", Reports.Of(Reports.Misspelt), language: Language.Kyrgyz), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_not_judged_is_said_by_reason()
    {
        var text = Reports.Write("text", Reports.Of("calculation-differs: a stored calculation that the answers do not give, and what follows from it"));
        Assert.Contains("FORM-04 calculation-differs `asked`, 4 submissions: `asked` is calculated only when its trigger changes", text, StringComparison.Ordinal);
        Assert.EndsWith("4 submissions, 4 findings (4 warnings); 3 rules not judged\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_is_one_line() => Assert.Equal("3 submissions, no findings\n", Reports.Write("text", Reports.Many(0)));

    [Fact]
    public void Colours_come_from_the_caller_and_change_no_word()
    {
        using var plain = new StringWriter();
        using var coloured = new StringWriter();
        ValidateReport.Write("text", Reports.Of(Reports.Misspelt), new() { ToolVersion = "1.0.0" }, plain);
        ValidateReport.Write("text", Reports.Of(Reports.Misspelt), new() { ToolVersion = "1.0.0", Colour = new Brackets() }, coloured);
        Assert.StartsWith("<Error:error[FORM-05]>", coloured.ToString(), StringComparison.Ordinal);
        Assert.Equal(plain.ToString(), coloured.ToString().Replace("<Error:", "").Replace("<Place:", "").Replace("<Hint:", "").Replace(">", "").Replace("  -- ", "  --> "));
    }

    private sealed class Brackets : IStyle
    {
        public string Paint(TextRole role, string text) => $"<{role}:{text.Replace(">", "")}>";
    }
}
