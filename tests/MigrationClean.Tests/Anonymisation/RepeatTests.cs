using System.Globalization;
using MigrationClean.Anonymisation;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>Repeats at any depth: keys are ours, server keys stay behind, rows leave with their submission (anonymisation §8, number 13).</summary>
public sealed class RepeatTests
{
    private const string Survey = """
        type             | name      | label
        select_one yesno | consent   | Do you agree to take part
        begin_repeat     | hh        | Household
        integer          | rooms     | Rooms
        begin_repeat     | person    | Person
        text             | nick      | Nickname
        select_one sex   | sex       | Sex
        end_repeat       |           |
        end_repeat       |           |
        """;

    [Fact]
    public void Repeat_rows_join_to_their_parents_by_our_own_keys()
    {
        var released = Made(30).Release(level: ReleaseLevel.Internal);
        Assert.Equal(["main", "hh", "person"], released.Tables.Select(t => t.Name));
        Assert.Equal(["_submission", "_index", "_parent_index", "_parent_table_name", "rooms"], released.Tables[1].Columns.Select(c => c.Name));
        Assert.Equal(["_submission", "_index", "_parent_index", "_parent_table_name", "sex"], released.Tables[2].Columns.Select(c => c.Name));
        Assert.All(released.Values("_parent_table_name", 2), name => Assert.Equal("hh", name));

        // The rooms are the number of the submission: what a person's household says must be what the submission says.
        var submissions = released.Values("_submission", 0);
        var ofHousehold = released.Values("_submission", 1);
        var parents = released.Values("_parent_index", 1);
        for (var i = 0; i < ofHousehold.Length; i++) Assert.Equal(submissions[int.Parse(parents[i], CultureInfo.InvariantCulture) - 1], ofHousehold[i]);
        var ofPerson = released.Values("_submission", 2);
        var households = released.Values("_parent_index", 2);
        for (var i = 0; i < ofPerson.Length; i++) Assert.Equal(ofHousehold[int.Parse(households[i], CultureInfo.InvariantCulture) - 1], ofPerson[i]);
    }

    [Fact]
    public void Key_that_joins_a_repeat_is_no_key_of_the_server_at_any_level()
    {
        foreach (var level in Enum.GetValues<ReleaseLevel>())
        {
            if (level == ReleaseLevel.Partner) continue; // asks for a recipient, and joins as the others
            var released = Made(30).Release(level: level);
            var keys = released.Values("_submission", 0);

            Assert.Equal(30, keys.Distinct().Count());
            Assert.All(released.Values("_submission", 1).Concat(released.Values("_submission", 2)), key => Assert.Contains(key, keys));
        }
    }

    [Fact]
    public void Rows_of_a_submission_without_consent_leave_with_it()
    {
        var all = Made(30).Release();
        var some = Made(30, refusing: 10).Release();

        Assert.Equal(20, some.Tables[0].RowCount);
        Assert.Equal(all.Tables[1].RowCount - 20, some.Tables[1].RowCount);
        Assert.Equal(all.Tables[2].RowCount - 40, some.Tables[2].RowCount);
    }

    [Fact]
    public void No_key_of_the_server_is_in_a_repeat()
    {
        var text = Made(30).Release().Everything();

        Assert.DoesNotContain("uuid", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Baike", text, StringComparison.OrdinalIgnoreCase);
    }

    private static MadeSurvey Made(int submissions, int refusing = 0) => MadeSurvey.Json(Survey, $"[{string.Join(',', Enumerable.Range(0, submissions).Select(i =>
        $$"""{"_id":{{i}},"_uuid":"uuid-{{i}}","consent":"{{(i < refusing ? "no" : "yes")}}","hh":[{{Household(i)}},{{Household(i)}}]}"""))}]");

    private static string Household(int i) =>
        $$"""{"hh/rooms":"{{i}}","hh/person":[{"hh/person/nick":"Baike{{i}}","hh/person/sex":"male"},{"hh/person/nick":"Baike{{i}}b","hh/person/sex":"female"}]}""";
}
