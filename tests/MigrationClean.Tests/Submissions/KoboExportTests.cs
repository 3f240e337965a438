using MigrationClean.Diagnostics;
using MigrationClean.Ingest;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Submissions;

public sealed class KoboExportTests
{
    private const string Survey = """
        type|name|label::English (en)|label::Русский (ru)|label::العربية (ar)
        begin_group|home|Home|Дом|بيت
        select_one oblast|oblast|Province|Область|محافظة
        text|note_a|Comment|Комментарий|تعليق
        end_group||||
        begin_group|work|Work|Работа|عمل
        select_multiple needs or_other|needs|Needs|Потребности|احتياجات
        integer|people|People|Людей|أشخاص
        text|note_b|Comment|Комментарий|تعليق
        geopoint|gps|Place|Место|مكان
        end_group||||
        """;

    private const string Choices = """
        list_name|name|label::English (en)|label::Русский (ru)|label::العربية (ar)
        oblast|01|Osh|Ош|أوش
        oblast|02|Batken|Баткен|باتكين
        needs|water|Water|Вода|ماء
        needs|wash|Water / soap|Вода / мыло|ماء / صابون
        needs|soap|soap|мыло|صابون
        """;

    private static readonly string[] Expected =
    [
        """{"home/oblast":"01","home/note_a":"first","work/needs":"water soap","work/people":"4","work/note_b":"second","work/gps":"40.5 72.8 0 5","_id":1,"_uuid":"u1"}""",
        """{"home/oblast":"02","work/needs":"wash other","work/needs_other":"tent","_id":2,"_uuid":"u2"}""",
    ];

    [Fact]
    public void Xml_names_are_read() => Same("""
        oblast|note_a|needs|needs/water|needs/wash|needs/soap|needs/other|needs_other|people|note_b|gps|_gps_latitude|_gps_longitude|_gps_altitude|_gps_precision|_id|_uuid|_submission_time|_index
        01|first|water soap|1|0|1|0||4|second|40.5 72.8 0 5|40.5|72.8|0|5|1|u1||1
        02||wash other|0|1|0|1|tent||||||||2|u2||2
        """, "_xml", groups: false, "/");

    [Fact]
    public void Labels_with_groups_and_a_long_separator_are_read() => Same("""
        Home > Province|Home > Comment|Work > Needs|Work > Needs > Water|Work > Needs > Water / soap|Work > Needs > soap|Work > Needs/other|Work > needs_other|Work > People|Work > Comment|Place|Work > _Place_latitude|Work > _Place_longitude|Work > _Place_altitude|Work > _Place_precision|_id|_uuid|_submission_time|_index
        Osh|first|Water soap|1|0|1|0||4|second|40.5 72.8 0 5|40.5|72.8|0|5|1|u1||1
        Batken||Water / soap other|0|1|0|1|tent||||||||2|u2||2
        """, "English (en)", groups: true, " > ");

    [Fact]
    public void Labels_in_Cyrillic_that_hold_the_separator_are_read() => Same("""
        Область|Комментарий|Потребности|Потребности/Вода|Потребности/Вода / мыло|Потребности/мыло|Потребности/other|needs_other|Людей|Комментарий|Место|_Место_latitude|_Место_longitude|_Место_altitude|_Место_precision|_id|_uuid|_submission_time|_index
        Ош|first|Вода мыло|1|0|1|0||4|second|40.5 72.8 0 5|40.5|72.8|0|5|1|u1||1
        Баткен||Вода / мыло other|0|1|0|1|tent||||||||2|u2||2
        """, "Русский (ru)", groups: false, "/");

    [Fact]
    public void Separate_columns_alone_in_a_right_to_left_language_give_names_in_list_order() => Same("""
        محافظة|تعليق|احتياجات/ماء|احتياجات/ماء / صابون|احتياجات/صابون|احتياجات/other|needs_other|أشخاص|تعليق|مكان|_مكان_latitude|_مكان_longitude|_مكان_altitude|_مكان_precision|_id|_uuid|_submission_time|_index
        أوش|first|1|0|1|0||4|second|40.5 72.8 0 5|40.5|72.8|0|5|1|u1||1
        باتكين||0|1|0|1|tent||||||||2|u2||2
        """, "العربية (ar)", groups: false, "/");

    [Theory]
    [InlineData(".")]
    [InlineData("_")]
    [InlineData(":")]
    [InlineData("__")]
    public void A_separator_is_found_in_the_data(string separator) => Same("""
        home/oblast|home/note_a|work/needs|work/needs/water|work/needs/wash|work/needs/soap|work/needs~other|work/needs_other|work/people|work/note_b|gps|work/_gps_latitude|work/_gps_longitude|work/_gps_altitude|work/_gps_precision|_id|_uuid|_submission_time|_index
        01|first|water soap|1|0|1|0||4|second|40.5 72.8 0 5|40.5|72.8|0|5|1|u1||1
        02||wash other|0|1|0|1|tent||||||||2|u2||2
        """.Replace("/", separator, StringComparison.Ordinal).Replace('~', '/'), "_xml", groups: true, separator);

    [Fact]
    public void Two_questions_with_one_label_are_told_apart_by_order_and_refused_when_it_was_changed()
    {
        var read = Read("""
            Needs|Comment|Province|Comment|_id|_uuid|_index
            Water|second|Osh|first|1|u1|1
            """);

        Assert.Equal(["""{"home/oblast":"01","work/needs":"water","_id":1,"_uuid":"u1","Comment":"second","Comment (4)":"first"}"""], MadeUp.Lines(read));
        Assert.Equal(["ID-04/several Comment", "ID-04/several Comment"], MadeUp.Found(read, "ID-04"));
    }

    [Fact]
    public void A_chosen_column_with_the_label_of_two_questions_is_not_guessed()
    {
        var read = Read("""
            Province|Comment|_uuid
            Osh|x|u1
            """);
        Assert.Null(read.Main.Find("note_b"));
        Assert.Null(read.Main.Find("note_a"));
        Assert.Equal(["ID-04/several Comment"], MadeUp.Found(read, "ID-04"));
    }

    [Fact]
    public void Names_that_R_made_and_pandas_numbered_are_undone()
    {
        var read = SubmissionReader.Read([MadeUp.Csv("""
            X|Province|Comment|Needs|Needs.Water|Needs.Water...soap|Needs.soap|Needs.other|needs_other|People|Comment.1|Place|X_Place_latitude|X_Place_longitude|X_Place_altitude|X_Place_precision|X_id|X_uuid|X_submission_time|X_index|X__version__|meta.rootUuid
            1|Osh|first|Water soap|TRUE|FALSE|TRUE|FALSE|NA|4|second|40.5 72.8 0 5|40.5|72.8|0|5|1|u1|NA|1|v1|uuid:U1
            2|Batken|NA|Water / soap other|FALSE|TRUE|FALSE|TRUE|tent|NA|NA|NA|NA|NA|NA|NA|2|u2|NA|2|v1|uuid:U2
            """, ',')], [MadeUp.Form(Survey, Choices)]);

        Assert.Equal(
        [
            Expected[0].Replace("\"_uuid\":\"u1\"", "\"_uuid\":\"u1\",\"__version__\":\"v1\",\"meta/rootUuid\":\"uuid:U1\"", StringComparison.Ordinal),
            Expected[1].Replace("\"_uuid\":\"u2\"", "\"_uuid\":\"u2\",\"__version__\":\"v1\",\"meta/rootUuid\":\"uuid:U2\"", StringComparison.Ordinal),
        ], MadeUp.Lines(read));
        Assert.Equal(ExportFamily.M, read.Inputs[0].Family);
        Assert.Equal("u1", read.Main.SubmissionIdOf(0));
        Assert.Empty(MadeUp.Found(read, "ID-04"));
    }

    [Fact]
    public void Codes_that_lost_their_zeros_and_numbers_that_got_a_fraction_are_restored()
    {
        var read = SubmissionReader.Read([MadeUp.Csv("""
            oblast|note_a|needs|people|_id|_uuid
            1.0|a|water|4.0|1.0|u1
            2|b|soap|5|2|u2
            """, ',')], [MadeUp.Form(Survey, Choices)]);
        Assert.Equal(["""{"home/oblast":"01","home/note_a":"a","work/needs":"water","work/people":"4","_id":1,"_uuid":"u1"}""",
            """{"home/oblast":"02","home/note_a":"b","work/needs":"soap","work/people":"5","_id":2,"_uuid":"u2"}"""], MadeUp.Lines(read));
    }

    [Fact]
    public void A_column_with_zeros_kept_keeps_a_code_without_them()
    {
        var read = Read("""
            oblast|_uuid
            01|u1
            2|u2
            """);
        Assert.Equal(["""{"home/oblast":"01","_uuid":"u1"}""", """{"home/oblast":"2","_uuid":"u2"}"""], MadeUp.Lines(read));
    }

    [Fact]
    public void Unknown_absent_and_changed_headers_are_told()
    {
        var read = Read("""
            oblast|NOTE_A|needs|needs/water|needs/fuel|my notes|people|_id|_uuid|_submission_time|_index
            01|x|fuel|0|1|remember|4|1|u1|2026-03-02T06:00:11|1
            """);
        Assert.Equal(
            ["ID-04/absent gps", "ID-04/absent note_b", "ID-04/case NOTE_A", "ID-04/choice needs/fuel", "ID-04/unknown my notes"],
            MadeUp.Found(read, "ID-04").Order(StringComparer.Ordinal));
        Assert.Equal(ColumnRole.Unknown, read.Main.Find("my notes")!.Role);
        Assert.Equal(["note_b", "gps"], read.NotExported.Where(q => q.OtherOf is null).Select(q => q.Name));
    }

    [Fact]
    public void A_foreign_form_is_refused_with_the_counts()
    {
        var thrown = Assert.Throws<InputException>(() => Read("""
            colour|size|people|_uuid
            red|1|2|u1
            """));
        Assert.Equal("FILE-10", thrown.Code);
        Assert.Equal(["1", "3"], thrown.Arguments.Select(a => a.Value));
    }

    private static SubmissionSet Read(string table) => SubmissionReader.Read([MadeUp.Csv(table)], [MadeUp.Form(Survey, Choices)]);

    private static void Same(string table, string language, bool groups, string separator)
    {
        var read = Read(table);
        Assert.Equal(Expected, MadeUp.Lines(read));
        Assert.Empty(MadeUp.Found(read, "ID-"));
        var layout = read.Inputs[0];
        Assert.Equal((ExportFamily.K, language, groups, separator, false), (layout.Family, layout.Language, layout.Groups, layout.GroupSeparator, layout.Typed));
    }
}
