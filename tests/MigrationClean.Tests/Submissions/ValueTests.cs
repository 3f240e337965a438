using MigrationClean.Submissions;

namespace MigrationClean.Tests.Submissions;

public sealed class ValueTests
{
    [Fact]
    public void Labels_that_can_be_cut_in_two_ways_are_decided_by_the_separate_columns()
    {
        var form = MadeUp.Form("""
            type|name|label
            select_multiple s|s|Skills
            """, """
            list_name|name|label
            s|a|Sewing
            s|b|Sewing machines
            s|c|machines
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("""
            Skills|Skills/Sewing|Skills/Sewing machines|Skills/machines|_uuid
            Sewing machines|1|0|1|u1
            Sewing machines|0|1|0|u2
            machines Sewing|1|0|1|u3
            Sewing machines||||u4
            """)], [form]);
        Assert.Equal(
            ["""{"s":"a c","_uuid":"u1"}""", """{"s":"b","_uuid":"u2"}""", """{"s":"c a","_uuid":"u3"}""", """{"s":"Sewing machines","_uuid":"u4"}"""],
            MadeUp.Lines(read));
    }

    [Fact]
    public void Choices_with_one_label_are_told_apart_by_the_order_of_their_columns()
    {
        var form = MadeUp.Form("""
            type|name|label
            select_multiple s|s|Shelter
            select_one s|one|Main
            """, """
            list_name|name|label
            s|t1|Tent
            s|house|House
            s|t2|Tent
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("""
            Shelter|Shelter/Tent|Shelter/House|Shelter/Tent|Main|_uuid
            Tent House|0|1|1|Tent|u1
            Tent|1|0|0|House|u2
            """)], [form]);
        Assert.Equal(["""{"s":"t2 house","one":"Tent","_uuid":"u1"}""", """{"s":"t1","one":"house","_uuid":"u2"}"""], MadeUp.Lines(read));
    }

    [Fact]
    public void A_label_that_is_another_choices_name_is_read_as_the_label()
    {
        var form = MadeUp.Form("""
            type|name|label
            select_one n|n|Children
            text|t|Note
            """, """
            list_name|name|label
            n|1|0
            n|2|1
            n|3|2 or more
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("""
            Children|Note|_uuid
            1|x|u1
            0||u2
            3||u3
            """)], [form]);
        Assert.Equal(["2", "1", "3"], Enumerable.Range(0, 3).Select(row => read.Main.Find("n")!.Value.TextAt(row)));
    }

    [Fact]
    public void Equal_headers_in_two_languages_are_decided_by_the_answers()
    {
        var form = MadeUp.Form("""
            type|name
            select_one yn|agrees
            """, """
            list_name|name|label::English (en)|label::Кыргызча (ky)
            yn|y|Yes|Ооба
            yn|n|No|Жок
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("""
            agrees|_uuid
            Ооба|u1
            Жок|u2
            """)], [form]);
        Assert.Equal("Кыргызча (ky)", read.Inputs[0].Language);
        Assert.Equal(["""{"agrees":"y","_uuid":"u1"}""", """{"agrees":"n","_uuid":"u2"}"""], MadeUp.Lines(read));
    }

    [Fact]
    public void A_question_with_the_label_of_a_select_without_single_column_is_kept()
    {
        var form = MadeUp.Form("""
            type|name|label
            integer|people|Other
            select_multiple l|more|Other
            """, """
            list_name|name|label
            l|a|A
            l|b|B
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("""
            Other|Other/A|Other/B|_uuid
            4|1|0|u1
            """)], [form]);
        Assert.Equal(["""{"people":"4","more":"a","_uuid":"u1"}"""], MadeUp.Lines(read));
    }

    [Fact]
    public void Dates_that_Python_wrote_become_iso_and_a_status_its_uid()
    {
        var form = MadeUp.Form("""
            type|name
            start|start
            date|day
            decimal|km
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("""
            start|day|km|_uuid|_submission_time|_validation_status
            2026-03-04 09:10:11.123000+03:00|2025-12-31|5.0|u1|2026-03-04 06:41:00|On Hold
            2026-03-04 09:10:11+03:00|2025-12-31 00:00:00|0.25|u2|2026-03-04 06:41:00|
            """)], [form]);
        Assert.Equal(
        [
            """{"start":"2026-03-04T09:10:11.123+03:00","day":"2025-12-31","km":"5","_uuid":"u1","_submission_time":"2026-03-04T06:41:00","_validation_status":{"uid":"validation_status_on_hold"}}""",
            """{"start":"2026-03-04T09:10:11.000+03:00","day":"2025-12-31","km":"0.25","_uuid":"u2","_submission_time":"2026-03-04T06:41:00","_validation_status":{}}""",
        ], MadeUp.Lines(read));
        Assert.True(read.Inputs[0].Typed);
    }

    [Fact]
    public void Answers_made_from_some_of_the_separate_columns_are_said_to_be_incomplete()
    {
        var form = MadeUp.Form("""
            type|name|label
            select_multiple l|m|M
            """, """
            list_name|name|label
            l|a|A
            l|b|B
            l|c|C
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("m/c|m/a|_uuid\n1|1|u1")], [form]);
        Assert.Equal(["""{"m":"a c","_uuid":"u1"}"""], MadeUp.Lines(read));
        Assert.Equal(["ID-04/choice-absent m"], MadeUp.Found(read, ""));
        Assert.Equal("b", read.Findings[0].Arguments[2].Value);
    }

    [Fact]
    public void Dates_of_ODK_Briefcase_become_iso()
    {
        var form = MadeUp.Form("""
            type|name
            start|start
            date|day
            time|at
            begin_repeat|grp
            text|x
            end_repeat|
            """);
        var read = SubmissionReader.Read(
        [
            MadeUp.Csv("""
                SubmissionDate|start|day|at|SET-OF-grp|meta-instanceID|KEY
                Mar 4, 2026 6:41:00 AM|Mar 4, 2026 9:10:11 PM|Mar 4, 2026|9:10:11 AM|uuid:u1/grp|uuid:u1|uuid:u1
                """, ','),
            MadeUp.Csv("""
                x|PARENT_KEY|KEY|SET-OF-grp
                a|uuid:u1|uuid:u1/grp[1]|uuid:u1/grp
                """, ',', "grp.csv"),
        ], [form]);
        Assert.StartsWith(
            """{"start":"2026-03-04T21:10:11.000","day":"2026-03-04","at":"09:10:11.000","grp":[{"grp/x":"a"}],"meta/instanceID":"uuid:u1",""",
            MadeUp.Lines(read)[0],
            StringComparison.Ordinal);
        Assert.Equal([ExportFamily.B, ExportFamily.B], read.Inputs.Select(i => i.Family));
    }

    [Fact]
    public void Of_two_questions_with_one_name_KoBo_exports_the_last()
    {
        var form = MadeUp.Form("""
            type|name|label
            begin_group|a|A
            text|x|First
            end_group||
            text|y|Y
            begin_group|b|B
            text|x|Last
            end_group||
            """);
        var read = SubmissionReader.Read([MadeUp.Csv("""
            Last|Y|_uuid
            v|w|u1
            """)], [form]);
        Assert.Equal(["""{"y":"w","b/x":"v","_uuid":"u1"}"""], MadeUp.Lines(read));
        Assert.Equal("FILE-12/same-name x", Assert.Single(MadeUp.Found(read, "FILE")));
        Assert.Equal(["a/x"], read.NotExported.Select(q => q.Path));
    }

    [Fact]
    public void Raw_cells_stay_as_they_are_in_the_file()
    {
        var form = MadeUp.Form("""
            type|name|label
            select_one yn|q|Question
            """, """
            list_name|name|label
            yn|y|Yes
            """);
        var column = SubmissionReader.Read([MadeUp.Csv("Question|_uuid\nYes|u1")], [form]).Main.Find("q")!;
        Assert.Equal(("Yes", "y", "Question", 1), (column.Raw.TextAt(0), column.Value.TextAt(0), column.Header, column.Number));
    }
}
