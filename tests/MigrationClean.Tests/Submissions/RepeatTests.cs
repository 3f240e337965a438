using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Submissions;

public sealed class RepeatTests
{
    private static readonly Form Survey = MadeUp.Form("""
        type|name|label
        text|village|Village
        begin_group|g|People
        begin_repeat|house|House
        text|head|Name
        begin_repeat|person|Person
        integer|age|Age
        select_multiple skill|skills|Skills
        end_repeat||
        begin_repeat|animal|Animal
        text|kind|Name
        end_repeat||
        end_repeat||
        end_group||
        """, """
        list_name|name|label
        skill|a|Sewing
        skill|b|Sewing machines
        skill|c|machines
        """);

    private const string Truth = """{"village":"Kyzyl","g/house":[{"g/house/head":"A","g/house/person":[{"g/house/person/age":"7"},{"g/house/person/age":"9","g/house/person/skills":"b"}]},{"g/house/head":"B"}],"_uuid":"u1"}""";

    private const string Second = """{"village":"Suu","g/house":[{"g/house/head":"C","g/house/person":[{"g/house/person/age":"70","g/house/person/skills":"a c"}]}],"_uuid":"u2"}""";

    [Fact]
    public void Sheets_of_a_workbook_nest_whatever_their_order_and_names()
    {
        var read = SubmissionReader.Read([MadeUp.Book(ContainerKind.Workbook,
            ("person", """
                Age|Skills|Skills/Sewing|Skills/Sewing machines|Skills/machines|_index|_parent_table_name|_parent_index|_submission__uuid
                9|Sewing machines|0|1|0|2|house|1|u1
                70|Sewing machines|1|0|1|3|house|3|u2
                7|||||1|house|1|u1
                """),
            ("Villages of the north, visit...", """
                Village|_uuid|_index
                Kyzyl|u1|1
                Suu|u2|2
                """),
            ("house", """
                Name|_index|_parent_table_name|_parent_index|_submission__uuid
                A|1|Villages of the north, visited in spring|1|u1
                B|2|Villages of the north, visited in spring|1|u1
                C|3|Villages of the north, visited in spring|2|u2
                """))], [Survey]);

        Assert.Equal([Truth, Second], MadeUp.Lines(read));
        var person = read.Find("g/house/person")!;
        Assert.Equal([0, 0, 2], person.ParentRows.ToArray());
        Assert.Equal((4, 2), (person.LocationOf(0).Row, person.LocationOf(1).Row));
        Assert.Equal("1/2", person.RowPathOf(1));
        Assert.Equal(0, read.Find("g/house/animal")!.RowCount);
        Assert.Empty(read.NotExported);
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void Orphans_and_rows_of_another_submission_are_found()
    {
        var read = SubmissionReader.Read([MadeUp.Book(ContainerKind.Workbook,
            ("main", """
                village|_uuid|_index
                Kyzyl|u1|1
                Suu|u2|2
                """),
            ("house", """
                head|_index|_parent_table_name|_parent_index|_submission__uuid
                A|1|main|1|u1
                B|2|main|9|u1
                C|3|main|2|u1
                """))], [Survey]);

        Assert.Equal(["ID-06/other-submission _parent_index", "ID-06/no-parent _parent_index"], MadeUp.Found(read, "ID-06").OrderDescending(StringComparer.Ordinal));
        Assert.Equal([0, 1, -1], read.Find("g/house")!.ParentRows.ToArray());
        Assert.Equal(3, read.Findings.First(f => f.Variant == "no-parent").Location.Row);
    }

    [Fact]
    public void A_missing_parent_sheet_leaves_orphans_and_says_so()
    {
        var read = SubmissionReader.Read([MadeUp.Book(ContainerKind.Workbook,
            ("main", "village|_uuid|_index\nKyzyl|u1|1"),
            ("person", "age|skills|_index|_parent_table_name|_parent_index|_submission__uuid\n5|a|1|house|1|u1"))], [Survey]);
        Assert.Equal("ID-06/table-missing", Assert.Single(MadeUp.Found(read, "ID-06")));
        Assert.Equal([-1], read.Find("g/house/person")!.ParentRows.ToArray());
    }

    [Fact]
    public void A_text_file_of_a_form_with_repeats_says_what_is_missing()
    {
        var read = SubmissionReader.Read([MadeUp.Csv("village|_uuid\nKyzyl|u1")], [Survey]);
        Assert.Equal("FILE-12/repeats-in-csv", Assert.Single(MadeUp.Found(read, "FILE")));
        Assert.Equal(["head", "age", "skills", "kind"], read.NotExported.Select(q => q.Name));
        Assert.Equal("g/house`, `g/house/person`, `g/house/animal", read.Findings[0].Arguments[0].Value);
    }

    [Fact]
    public void The_legacy_text_file_lays_repeats_side_by_side()
    {
        var read = SubmissionReader.Read([MadeUp.Csv("""
            village|g/house[1]/head|g/house[2]/head|g/house[1]/person[1]/age|g/house[1]/person[1]/skills/a|g/house[1]/person[1]/skills/b|g/house[1]/person[1]/skills/c|g/house[1]/person[2]/age|g/house[1]/person[2]/skills/a|g/house[1]/person[2]/skills/b|g/house[1]/person[2]/skills/c|meta/instanceID|g/house/person/skills/a|_uuid|_submission_time
            Kyzyl|A|B|7|n/a|n/a|n/a|9|False|True|False|uuid:u1|n/a|u1|n/a
            Suu|C|n/a|70|True|False|True|n/a|n/a|n/a|n/a|uuid:u2|n/a|u2|n/a
            """, ',')], [Survey]);

        Assert.Equal(
        [
            Truth.Replace("\"_uuid\":\"u1\"", "\"_uuid\":\"u1\",\"meta/instanceID\":\"uuid:u1\"", StringComparison.Ordinal),
            Second.Replace("\"_uuid\":\"u2\"", "\"_uuid\":\"u2\",\"meta/instanceID\":\"uuid:u2\"", StringComparison.Ordinal),
        ], MadeUp.Lines(read));
        Assert.Equal(ExportFamily.L, read.Inputs[0].Family);
        Assert.Equal(3, read.Find("g/house")!.LocationOf(2).Row);
        Assert.Empty(read.Findings);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Tables_of_ODK_Central_join_by_key(bool groups)
    {
        var read = SubmissionReader.Read([MadeUp.Book(ContainerKind.CsvArchive,
            ("f", """
                SubmissionDate|village|meta-instanceID|KEY|SubmitterID|FormVersion
                2026-03-02T06:00:11.250Z|Kyzyl|uuid:u1|uuid:u1|5|v1
                2026-03-02T06:00:11.250Z|Suu|uuid:u9|uuid:u2|5|v1
                """.Replace("meta-", groups ? "meta-" : "", StringComparison.Ordinal)),
            ("f-house", """
                head|PARENT_KEY|KEY
                C|uuid:u2|uuid:u2/g/house[1]
                A|uuid:u1|uuid:u1/g/house[1]
                B|uuid:u1|uuid:u1/g/house[2]
                """),
            ("f-person", """
                age|skills|skills/b|skills/zzz|PARENT_KEY|KEY
                9|b|1|0|uuid:u1/g/house[1]|uuid:u1/g/house[1]/person[2]
                7||0|0|uuid:u1/g/house[1]|uuid:u1/g/house[1]/person[1]
                70|a c|0|0|uuid:u2/g/house[1]|uuid:u2/g/house[1]/person[1]
                """))], [Survey]);

        static string Repeats(string line) => line[..line.LastIndexOf(']')];
        Assert.Equal([Repeats(Truth), Repeats(Second)], MadeUp.Lines(read).Select(Repeats));
        Assert.Equal(["u1", "u2"], [read.Main.SubmissionIdOf(0)!, read.Main.SubmissionIdOf(1)!]);
        Assert.Equal(["ID-04/choice skills/zzz"], MadeUp.Found(read, ""));
    }

    [Fact]
    public void Inputs_of_one_data_set_are_put_together_whatever_their_layout()
    {
        var read = SubmissionReader.Read(
        [
            MadeUp.Book(ContainerKind.Workbook,
                ("main", "village|_uuid|_index\nKyzyl|u1|1"),
                ("house", "head|_index|_parent_table_name|_parent_index|_submission__uuid\nA|1|main|1|u1\nB|2|main|1|u1"),
                ("person", "age|skills|_index|_parent_table_name|_parent_index|_submission__uuid\n7||1|house|1|u1\n9|b|2|house|1|u1")),
            MadeUp.Book(ContainerKind.Workbook,
                ("main", "Village|_uuid|_index\nSuu|u2|1"),
                ("house", "Name|_index|_parent_table_name|_parent_index|_submission__uuid\nC|1|main|1|u2"),
                ("person", "Age|Skills|_index|_parent_table_name|_parent_index|_submission__uuid\n70|Sewing c|1|house|1|u2")),
        ], [Survey]);

        Assert.Equal([Truth, Second], MadeUp.Lines(read));
        Assert.Equal([0, 0, 2], read.Find("g/house/person")!.ParentRows.ToArray());
        Assert.Equal(["_xml", "_default"], read.Inputs.Select(i => i.Language));
    }

    [Fact]
    public void An_export_without_submissions_has_tables_without_rows()
    {
        var read = SubmissionReader.Read([MadeUp.Book(ContainerKind.Workbook, ("Sheet1", ""))], [Survey]);
        Assert.Equal(0, read.Main.RowCount);
        Assert.Empty(MadeUp.Lines(read));
        Assert.DoesNotContain(read.Findings, f => f.Severity == Severity.Error);
    }
}
