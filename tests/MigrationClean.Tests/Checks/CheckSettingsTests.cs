using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Logic;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Tests.Checks;

/// <summary>Settings of checks that name what no form has, and what a constraint says of choices that stand alone.</summary>
public sealed class CheckSettingsTests
{
    private static CheckSettings With(params (string Code, CheckOptions Options)[] options) =>
        new() { Select = ["FORM-08", "FORM-11", "FORM-12"], Options = options.ToFrozenDictionary(o => o.Code, o => o.Options) };

    private static CheckSettings With(string code, string parameter, string value) =>
        With((code, new() { Parameters = new Dictionary<string, ImmutableArray<string>> { [parameter] = [value] }.ToFrozenDictionary() }));

    [Fact]
    public void Names_that_no_form_has_are_refused_with_the_nearest_name()
    {
        AssertRefused("settings/choice-unknown-near", "dont_know", With("FORM-08", "exclusive_options", "dont_knw"));
        AssertRefused("settings/choice-unknown", null, With("FORM-08", "exclusive_options", "elsewhere"));
        AssertRefused("settings/question-unknown-near", "child_age", With(("FORM-11", new() { Questions = new() { Include = ["child_agee"] } })));
        AssertRefused("settings/question-unknown", null, With(("FORM-12", new() { Questions = new() { Exclude = ["elsewhere"] } })));
        AssertRefused("settings/question-unknown-near", "born", With("FORM-12", "date_pairs", "bron;age"));
    }

    [Theory]
    [InlineData("age", "born")]
    [InlineData("born", "why")]
    [InlineData("born", "child_age")]
    public void Pairs_that_cannot_be_compared_are_refused(string first, string second) =>
        AssertRefused("settings/date-pair", null, With("FORM-12", "date_pairs", $"{first};{second}"));

    [Fact]
    public void Patterns_may_find_nothing()
    {
        var file = Survey("");
        var settings = With(("FORM-12", new() { Questions = new() { Exclude = ["visa_*"] } }), ("FORM-11", new() { Questions = new() { Exclude = ["x*"] } }));
        Assert.Empty(Checker.Run(CaseSurvey.Submissions(file), settings).Findings);
    }

    [Theory]
    [InlineData("not(selected(., 'dont_know') and count-selected(.) > 1)", "dont_know")]
    [InlineData("${why} != '' and not(count-selected(${why}) >= 2 and (selected(., 'dont_know') or selected(., 'c')))", "dont_know c")]
    [InlineData("selected(., 'dont_know') = false() or count-selected(.) = 1", "dont_know")]
    [InlineData("${age} > 17 and not(selected(., 'dont_know') and count-selected(.) > 1)", "dont_know")]
    [InlineData("${age} > 17 or not(selected(., 'dont_know') and count-selected(.) > 1)", "")]
    [InlineData("count-selected(.) = 1", "")]
    [InlineData("count-selected(.) <= 2", "")]
    [InlineData("not(selected(., 'a') and selected(., 'b'))", "")]
    [InlineData("not(selected(., 'dont_know'))", "")]
    [InlineData("not(selected(${other}, 'dont_know') and count-selected(.) > 1)", "")]
    [InlineData("not(selected(., 'gone') and count-selected(.) > 1)", "")]
    [InlineData("not(selected(., 'dont_know'", "")]
    public void Constraint_tells_which_choices_stand_alone(string constraint, string expected)
    {
        var question = CaseSurvey.Submissions(Survey(constraint)).Form.Questions.First(q => q.Name == "why");

        Assert.Equal(expected, string.Join(' ', ExclusiveOptions.Of(question)));
        Assert.Equal(expected.Length > 0, ExclusiveOptions.AreBrokenBy(question, "a dont_know"));
        Assert.False(ExclusiveOptions.AreBrokenBy(question, "dont_know dont_know"));
        Assert.False(ExclusiveOptions.AreBrokenBy(question, "a b"));
    }

    private static void AssertRefused(string key, string? meant, CheckSettings settings)
    {
        var refused = Assert.Throws<InputException>(() => Checker.Run(CaseSurvey.Submissions(Survey("")), settings));

        Assert.Equal(key, refused.Key);
        Assert.Equal(meant, refused.Arguments.FirstOrDefault(a => a.Name == "meant").Value);
    }

    private static CaseFile Survey(string constraint) => CaseFile.Parse($"""
        # survey

        ## survey
        | type                | name      | label | constraint   |
        | ------------------- | --------- | ----- | ------------ |
        | date                | born      | Born  |              |
        | integer             | age       | Age   |              |
        | select_multiple why | why       | Why   | {constraint} |
        | begin_repeat        | kids      | Kids  |              |
        | integer             | child_age | Age   |              |
        | end_repeat          |           |       |              |

        ## choices
        | list_name | name      | label      |
        | --------- | --------- | ---------- |
        | why       | a         | A          |
        | why       | b         | B          |
        | why       | c         | C          |
        | why       | dont_know | Don't know |

        ## data
        | born       | age | why |
        | ---------- | --- | --- |
        | 1990-01-01 |     | a b |
        """);
}
