using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>Nothing leaves that must not: the failures of anonymisation §8 as far as this stage meets them.</summary>
public sealed class AnonymiserTests
{
    private const string Survey = """
        type                 | name       | label                     | calculation
        start                | start      |                           |
        deviceid             | deviceid   |                           |
        select_one yesno     | consent    | Do you agree to take part |
        text                 | resp_name  | Name                      |
        integer              | phone      | Phone number              |
        integer              | age        | Age                       |
        select_one sex       | sex        | Sex                       |
        integer              | hh_size    | Household size            |
        select_multiple food | food       | What do you eat           |
        date                 | came       | Date                      |
        geopoint             | gps        | Place                     |
        text                 | story      | Tell me                   |
        calculate            | who        |                           | concat(${resp_name}, ' ', ${phone})
        """;

    private const string Header = "start,deviceid,consent,resp_name,phone,age,sex,hh_size,food,food/bread,food/rice,food/other,came,gps,_gps_latitude,_gps_longitude,_gps_altitude,_gps_precision,story,who,_id,_uuid,_submission_time,_submitted_by,_index";

    [Fact]
    public void Identifiers_devices_media_coordinates_texts_and_server_columns_never_leave()
    {
        var released = Made(20).Release();

        Assert.Equal("_submission _index age sex hh_size food food/bread food/rice food/other came", string.Join(' ', released.Headers));
        foreach (var secret in (string[])["Aibek", "55500", "42.8", "device-", "uuid-", "went away", "enum", "2023-11-0"])
            Assert.DoesNotContain(secret, released.Everything(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Public_ages_are_bands_and_dates_are_quarters()
    {
        var released = Made(20).Release();

        Assert.All(released.Values("age"), age => Assert.Contains(age, (string[])["18-24", "25-34"]));
        Assert.All(released.Values("came"), date => Assert.Equal("2023-Q4", date));
    }

    [Fact]
    public void Unknown_column_is_left_out_of_a_trial_and_stops_a_release()
    {
        var survey = Made(20, extraHeader: "foo", extraCell: "bar");
        var trial = survey.Release();

        Assert.True(trial.IsTrial);
        Assert.DoesNotContain("foo", trial.Headers);
        Assert.Contains(trial.Warnings, w => w.Key == "PRIV-06/trial" && w.In(Language.English).Contains("`foo`", StringComparison.Ordinal));

        var confirmed = Made(20).Confirmed();
        var stop = Assert.Throws<InputException>(() => survey.Release(confirmed));
        Assert.Equal("PRIV-06", stop.Key);
        Assert.Contains("`foo`", stop.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bar", stop.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void New_question_of_a_later_round_stops_a_release()
    {
        var confirmed = Made(20).Confirmed();
        var second = MadeSurvey.Csv($"{Survey}\ninteger | phone_2 | Second phone |", Csv(20, "phone_2", "996555000999"));

        Assert.Equal("PRIV-06", Assert.Throws<InputException>(() => second.Release(confirmed)).Key);
    }

    [Fact]
    public void New_choice_or_label_lets_the_decision_lapse()
    {
        var confirmed = Made(20).Confirmed();
        var choices = MadeSurvey.Choices + "\nsex | other | Other";
        var second = MadeSurvey.Csv(Survey, Csv(20), choices);

        var stop = Assert.Throws<InputException>(() => second.Release(confirmed));
        Assert.Equal("PRIV-07", stop.Key);
        Assert.Contains("`sex`", stop.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Renamed_question_stops_a_release_and_tells_both_names()
    {
        var confirmed = Made(20).Confirmed();
        var renamed = MadeSurvey.Csv(Survey.Replace("resp_name", "q1", StringComparison.Ordinal), Csv(20).Replace("resp_name", "q1", StringComparison.Ordinal));

        var stop = Assert.Throws<InputException>(() => renamed.Release(confirmed));
        string[] all = [stop.Message, .. stop.Others.Select(o => o.Message)];
        Assert.Contains(all, m => m.Contains("`resp_name`", StringComparison.Ordinal));
        Assert.Contains(all, m => m.Contains("`q1`", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_an_explicit_yes_is_released()
    {
        var csv = Csv(6).Split('\n');
        string[] answers = ["yes", "no", "", "YES?", "yes", "dk"];
        var lines = csv.Skip(1).Where(l => l.Length > 0).Select((l, i) => l.Replace(",yes,", $",{answers[i]},", StringComparison.Ordinal));
        var survey = MadeSurvey.Csv(Survey, string.Join('\n', lines.Prepend(csv[0])));

        var released = survey.Release();

        Assert.Equal(2, released.Tables[0].RowCount);
        Assert.Equal(6, released.SubmissionsIn);
    }

    [Fact]
    public void No_consent_question_stops_unless_it_is_declared_not_to_be_needed()
    {
        var survey = MadeSurvey.Csv("type | name | label\ninteger | age | Age", "age,_id,_uuid\n20,1,u1\n30,2,u2\n");

        Assert.Equal("PRIV-08", Assert.Throws<InputException>(() => survey.Release()).Key);
        Assert.Equal(2, survey.WithoutConsent().Release().Tables[0].RowCount);
    }

    [Fact]
    public void Rows_stand_in_an_order_that_says_nothing_about_collection()
    {
        var survey = MadeSurvey.Csv("type | name | label\ninteger | n | Number of rooms", $"n,_id,_uuid\n{string.Join('\n', Enumerable.Range(0, 400).Select(i => $"{i / 4},{i},u{i}"))}\n").WithoutConsent();
        var released = survey.Release();
        var order = released.Values("n").Select(v => int.Parse(v, CultureInfo.InvariantCulture)).ToArray();

        // Rank correlation with the order of collection: three standard errors of 400 rows are 0.15.
        var mean = order.Average();
        var rows = order.Select((v, i) => (X: i - 199.5, Y: v - mean)).ToArray();
        Assert.InRange(rows.Sum(p => p.X * p.Y) / Math.Sqrt(rows.Sum(p => p.X * p.X) * rows.Sum(p => p.Y * p.Y)), -0.15, 0.15);
    }

    [Fact]
    public void Same_key_gives_the_same_release_and_another_key_another_order()
    {
        var survey = Made(60);

        Assert.Equal(Print(survey.Release(key: Keys.Fixed(1))), Print(survey.Release(key: Keys.Fixed(1))));
        Assert.NotEqual(Print(survey.Release(key: Keys.Fixed(1))), Print(survey.Release(key: Keys.Fixed(2))));
    }

    [Fact]
    public void Inside_the_team_a_submission_has_a_pseudonym_and_outside_a_number()
    {
        var survey = Made(20);
        var settings = new ReleaseSettings { ProjectName = "p", Controller = "c", Basis = "b", Purpose = "u" };

        var tokens = survey.Release(level: ReleaseLevel.Internal, settings: settings).Values("_submission");
        Assert.All(tokens, t => Assert.Matches("^[a-z2-7]{20}$", t));
        Assert.Equal(20, tokens.Distinct().Count());
        Assert.Equal(Enumerable.Range(1, 20).Select(i => $"{i}"), survey.Release(settings: settings).Values("_submission"));
        Assert.NotEqual(tokens.Order(), survey.Release(level: ReleaseLevel.Internal, settings: settings with { Round = "r2" }).Values("_submission").Order());
    }

    [Fact]
    public void Phone_typed_into_a_number_is_never_released()
    {
        var survey = MadeSurvey.Csv("type | name | label\ninteger | rooms | Rooms", "rooms,_id,_uuid\n2,1,u1\n2,2,u2\n996555000111,3,u3\n2,4,u4\n2,5,u5\n").WithoutConsent();
        var plan = survey.Confirmed(r => r.Question == "rooms" ? r with { Role = PrivacyRole.Analytic, Public = "keep", Internal = "keep", Partner = "keep" } : r);
        var released = survey.Release(plan);

        Assert.Equal(["", "2", "2", "2", "2"], released.Values("rooms").Order(StringComparer.Ordinal));
        Assert.Equal(1, released.Treatments.Single(t => t.Column == "rooms").Blanked);
    }

    [Fact]
    public void Sets_of_choices_and_their_columns_say_the_same()
    {
        var released = Made(20).Release();
        var sets = released.Values("food");

        foreach (var choice in (string[])["bread", "rice"])
            Assert.Equal(sets.Select(s => s.Length == 0 ? "" : s.Split(' ').Contains(choice) ? "1" : "0"), released.Values($"food/{choice}"));
    }

    [Fact]
    public void Weaker_method_than_the_role_allows_stops()
    {
        var survey = Made(20);
        foreach (var (question, method) in (ReadOnlySpan<(string, string)>)[("resp_name", "keep"), ("story", "keep"), ("gps", "keep"), ("who", "merge-small"), ("_uuid", "pseudonym")])
        {
            var plan = survey.Confirmed(r => r.Question == question ? r with { Public = method } : r);
            Assert.Equal("PRIV-04", Assert.Throws<InputException>(() => survey.Release(plan)).Code);
        }

        var analytic = survey.Confirmed(r => r.Question == "story" ? r with { Role = PrivacyRole.Analytic, Public = "keep" } : r);
        Assert.Equal("PRIV-04", Assert.Throws<InputException>(() => survey.Release(analytic)).Code);
    }

    [Theory, InlineData("redact", "PRIV-05/redact"), InlineData("noise", "PRIV-05")]
    public void Method_that_is_not_there_yet_stops(string method, string key)
    {
        var survey = Made(20);
        var plan = survey.Confirmed(r => r.Question == "story" ? r with { Public = method } : r);

        Assert.Equal(key, Assert.Throws<InputException>(() => survey.Release(plan)).Key);
    }

    [Fact]
    public void Release_needs_controller_basis_and_purpose_and_a_trial_says_so()
    {
        var survey = Made(20);
        var stop = Assert.Throws<InputException>(() => survey.Release(survey.Confirmed(), settings: new() { Basis = "law" }));

        Assert.Equal("PRIV-10", stop.Key);
        Assert.Contains("`project.controller`, `project.purpose`", stop.Message, StringComparison.Ordinal);
        Assert.Contains(survey.Release(settings: new()).Warnings, w => w.Key == "PRIV-10/trial");
    }

    [Fact]
    public void Partner_needs_a_plan_a_recipient_and_a_valid_agreement()
    {
        var survey = Made(20);
        var settings = new ReleaseSettings { Controller = "c", Basis = "b", Purpose = "p", Today = new DateOnly(2024, 1, 1) };
        var recipient = new Recipient("ministry", "government", "MoU", new DateOnly(2025, 1, 1), "planning", "annex");
        string Key(PrivacyPlan plan, ReleaseSettings s) => Assert.Throws<InputException>(() => survey.Release(plan, ReleaseLevel.Partner, settings: s)).Key;

        Assert.Equal("PRIV-11/trial", Key(survey.Draft(), settings));
        Assert.Equal("PRIV-11", Key(survey.Confirmed(), settings));
        Assert.Equal("PRIV-11/not-declared", Key(survey.Confirmed(), settings with { Recipient = "x" }));
        Assert.Equal("PRIV-11/expired", Key(survey.Confirmed(), settings with { Recipient = "ministry", Recipients = [recipient with { Expires = new DateOnly(2023, 1, 1) }] }));
        Assert.Equal("PRIV-11/incomplete", Key(survey.Confirmed(), settings with { Recipient = "ministry", Recipients = [recipient with { Safeguards = "" }] }));
        Assert.Equal("PRIV-11/not-partner", Assert.Throws<InputException>(() => survey.Release(settings: settings with { Recipient = "ministry" })).Key);
        Assert.Equal(20, survey.Release(survey.Confirmed(), ReleaseLevel.Partner, settings: settings with { Recipient = "ministry", Recipients = [recipient] }).Tables[0].RowCount);
    }

    [Fact]
    public void Data_past_its_retention_date_are_not_read()
    {
        var settings = new ReleaseSettings { RetainUntil = new DateOnly(2023, 12, 31), Today = new DateOnly(2024, 1, 1) };
        Assert.Equal("PRIV-12", Assert.Throws<InputException>(() => Made(20).Release(settings: settings)).Key);
    }

    [Fact]
    public void No_identifier_is_ever_in_the_output() =>
        Prop.ForAll(ArbMap.Default.ArbFor<NonEmptyString>(), name =>
        {
            var typed = $"Zx{string.Concat(name.Get.Where(char.IsLetterOrDigit))}q";
            var released = MadeSurvey.Csv(Survey, Csv(12).Replace("Aibek", typed, StringComparison.Ordinal)).Release();
            return !released.Everything().Contains(typed, StringComparison.OrdinalIgnoreCase);
        }).QuickCheckThrowOnFailure();

    private static MadeSurvey Made(int rows, string? extraHeader = null, string extraCell = "") => MadeSurvey.Csv(Survey, Csv(rows, extraHeader, extraCell));

    private static string Csv(int rows, string? extraHeader = null, string extraCell = "") => string.Join('\n', Enumerable.Range(0, rows)
        .Select(i => string.Create(CultureInfo.InvariantCulture,
            $"2023-11-0{1 + (i % 9)}T09:00:00.000+06:00,device-{i % 3},yes,Aibek {i},99655500{i:0000},{20 + (i % 10)},{(i % 2 == 0 ? "female" : "male")},{3 + (i % 2)},bread rice,1,1,0,2023-11-0{1 + (i % 9)},42.8{i} 74.5 700 5,42.8{i},74.5,700,5,he went away,Aibek 99655500{i:0000},{900 + i},uuid-{i:00000},2023-11-09T10:00:00,enum{i % 3},{i + 1}{(extraHeader is null ? "" : $",{extraCell}")}"))
        .Prepend(extraHeader is null ? Header : $"{Header},{extraHeader}")) + "\n";

    private static string Print(AnonymisedSubmissions released) =>
        string.Join('\n', released.Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}/{c.Name}: {string.Join(',', Enumerable.Range(0, t.RowCount).Select(c.Values.TextAt))}")));
}
