using System.Collections.Frozen;
using MigrationClean.Checks;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Tests.Ingest;

namespace MigrationClean.Tests.Checks;

/// <summary>Tables of the user's rules: what is wrong with them is told at once, each mistake with its place.</summary>
public sealed class RuleTableTests
{
    private static readonly CaseFile Survey = CaseFile.Parse("""

        # a survey
        ## survey
        | type         | name  |
        | integer      | age   |
        | integer      | wage  |
        | begin_repeat | kids  |
        | integer      | years |
        | end_repeat   |       |
        | begin_repeat | trips |
        | text         | place |
        | end_repeat   |       |
        ## data
        | _uuid | age | wage |
        | a1    | 17  | 5    |
        | a2    | 40  |      |
        ## data kids
        | _parent_index | years |
        | 1             | 3     |
        | 1             | 9     |
        """);

    [Fact]
    public void All_mistakes_are_told_at_once_with_their_cells()
    {
        var refusal = Refused("""
            ID;Expression;message;Severity;questions;where;table;on unknown;enabled
            Two words;${age} > 1;m;;;;;;
            far;${aeg} > 1;m;high;wages;;;;
            syntax;${age} >;m;;;age(;kid;maybe;
            syntax;${years} > 1 and ${place} = 'x';;;;;;;perhaps
            ;;;;;;;;
            fine;${age} > 1;a {wagee};;;${years} > 1;;;
            off;${nothing} > 1;m;;;;;;no
            """);
        Assert.Equal(
        [
            "2 ID LOG-02/id", "3 Expression LOG-02/question-near", "3 Severity LOG-02/word", "3 questions LOG-02/question-near",
            "4 table LOG-02/table-near", "4 on unknown LOG-02/word",
            "5 ID LOG-02/id-twice", "5 Expression LOG-02/expression", "5 message LOG-02/no-message", "5 enabled LOG-02/word",
            "7 message LOG-02/place-near", "7 where LOG-02/where-table",
        ],
            refusal.Others.Prepend(refusal).Select(m => $"{m.Location!.Row} {m.Location.Column} {m.Key}"));
        Assert.All(refusal.Others.Prepend(refusal), m => Assert.Equal("rules.csv", m.Location!.File));
    }

    [Fact]
    public void Missing_and_doubled_columns_are_refused()
    {
        Assert.Equal("LOG-02/column-missing", Refused("id,expression\na,1 = 1\n").Key);
        Assert.Equal("LOG-02/column-twice", Refused("id,expression,message,Expres_sion\na,1 = 1,m,2\n").Key);
    }

    [Fact]
    public void Rules_are_chosen_by_their_ids_and_unknown_ids_refused()
    {
        const string Table = "id,expression,message\nminor,${age} < 18,Under age\npoor,${wage} < 10,Poor\n";
        Assert.Equal(["minor", "poor"], Names(Run(Table, new() { Select = ["LOG-01"] })));
        Assert.Equal(["minor"], Names(Run(Table, new() { Select = ["Minor"] })));
        Assert.Equal(["poor"], Names(Run(Table, new() { Select = ["LOG"], Ignore = ["minor"] })));
        Assert.Empty(Names(Run(Table, new() { Select = ["minor"], Ignore = ["LOG-01"] })));
        Assert.Equal(["LOG-01 minor"], Run(Table, new() { Select = ["minor"] }).Checks.Select(c => c.ToString()));
        var refusal = Assert.Throws<InputException>(() => Run(Table, new() { Select = ["minr"] }));
        Assert.Equal(("settings/unknown-check-near", "minor"), (refusal.Key, refusal.Arguments[1].Value));
        Assert.Throws<InputException>(() => Run(Table, new() { Named = ["minr"] }));
    }

    [Fact]
    public void Settings_may_narrow_a_rule()
    {
        const string Table = "id,expression,message\nminor,${age} < 18,Under age\nany,${age} > 0,m\n";
        CheckOptions options = new() { Where = "${age} > 30" };
        var report = Run(Table, new()
        {
            Select = ["LOG-01"],
            Options = new Dictionary<string, CheckOptions> { ["any"] = options }.ToFrozenDictionary(),
            Severities = new Dictionary<string, Severity> { ["any"] = Severity.Error }.ToFrozenDictionary(),
        });
        Assert.Equal(["a1 minor Warning", "a2 any Error"], report.Findings.Select(f => $"{f.SubmissionId} {f.Check.Name} {f.Severity}"));
    }

    [Fact]
    public void Condition_that_no_form_fits_is_refused()
    {
        var options = new Dictionary<string, CheckOptions> { ["FORM-03"] = new() { Where = "${agee} > 1" } }.ToFrozenDictionary();
        Assert.Equal("settings/expression", Assert.Throws<InputException>(() => Run("id,expression,message\n", new() { Options = options })).Key);
    }

    [Fact]
    public void Rules_on_one_cell_have_findings_of_their_own()
    {
        var report = Run("id,expression,message\none,${age} < 18,m\ntwo,${age} < 19,m\n", new() { Select = ["LOG-01"] });
        Assert.Equal(2, report.Findings.Select(f => FindingId.Of(f)).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData(DialectChoice.Auto)]
    [InlineData(DialectChoice.Enketo)]
    [InlineData(DialectChoice.Both)]
    public void Expression_gives_a_number_at_each_row(DialectChoice dialect)
    {
        var submissions = CaseSurvey.Submissions(Survey);
        var context = new CheckContext(submissions, new Consent(), new CheckSettings { Dialect = dialect });
        var perChild = RowExpression.AtRows(submissions.Forms, "${years} + ${age}", null, isNumber: true, out _)!;
        var sum = RowExpression.AtRows(submissions.Forms, "sum(${years}) * 2", null, isNumber: true, out _)!;
        var wage = RowExpression.AtRows(submissions.Forms, "${wage} - 1", null, isNumber: true, out _)!;
        Assert.Equal(("kids", null, null), (perChild.Table, sum.Table, wage.Table));
        foreach (var expression in (RowExpression[])[perChild, sum, wage]) context.Expressions.Ask(expression);
        Assert.Equal([20, 26], Numbers(context.Expressions.AnswersTo(perChild)));
        Assert.Equal([24, 0], Numbers(context.Expressions.AnswersTo(sum)));
        Assert.Equal([4, double.NaN], Numbers(context.Expressions.AnswersTo(wage)));
        Assert.Equal(RowTruth.Unknown, context.Expressions.AnswersTo(wage)[1]);
    }

    private static IEnumerable<double> Numbers(RowAnswers answers) => Enumerable.Range(0, answers.RowCount).Select(answers.NumberAt);

    private static string[] Names(CheckReport report) => [.. report.Findings.Select(f => f.Check.Name).Order(StringComparer.Ordinal)];

    private static InputException Refused(string table) => Assert.Throws<InputException>(() => Run(table, new()));

    private static CheckReport Run(string table, CheckSettings settings)
    {
        using var folder = new TemporaryFolder();
        return Checker.Run(CaseSurvey.Submissions(Survey), settings with { Rules = RuleReader.Of([folder.Text("rules.csv", table)]) });
    }
}
