using System.Text;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Submissions;

public sealed class VersionTests
{
    private static readonly Form Old = MadeUp.Form("""
        type|name|label
        begin_group|who|Who
        select_one sex|sex|Sex
        text|village|Village
        end_group||
        select_one plan|plan|Plan
        select_multiple why|why|Why
        """, """
        list_name|name|label
        sex|1|Male
        sex|2|Female
        plan|go|Go
        plan|stay|Stay
        why|job|Work
        why|house|House
        """, "1");

    private static readonly Form New = MadeUp.Form("""
        type|name|label
        begin_group|who|Who
        select_one sex|sex|Sex
        end_group||
        begin_group|place|Place
        text|village|Village of origin
        end_group||
        select_multiple plan|plan|Plan
        select_multiple why|why|Why?
        text|remark|Remark
        """, """
        list_name|name|label
        sex|1|Female
        sex|2|Male
        plan|go|Go
        plan|stay|Stay
        why|job|Job
        why|school|School
        """, "2");

    [Fact]
    public void Rows_are_read_by_their_own_version_even_where_labels_were_swapped()
    {
        var read = Read("""
            Sex|Village of origin|Plan|Plan/Go|Plan/Stay|Why?|Why?/Job|Why?/House|Why?/School|Remark|_uuid|_submission_time|__version__
            Male|A|Go|||Work House|1|1|||u1|2026-01-01T00:00:00|1
            Male|B|Go Stay|1|1|Job School|1||1|r|u2|2026-02-01T00:00:00|2
            """);
        Assert.Equal(
        [
            """{"who/sex":"1","who/village":"A","plan":"go","why":"job house","_uuid":"u1","_submission_time":"2026-01-01T00:00:00","__version__":"1"}""",
            """{"who/sex":"2","place/village":"B","plan":"go stay","why":"job school","remark":"r","_uuid":"u2","_submission_time":"2026-02-01T00:00:00","__version__":"2"}""",
        ], MadeUp.Lines(read));
        Assert.Equal([1, 0], read.Main.FormOfRow.Select(f => (int)f).ToArray());
        Assert.Equal("2", read.Form.Version);
        Assert.Empty(read.Findings);
    }

    [Fact]
    public void In_json_the_paths_of_answers_tell_the_version_that_no_form_names()
    {
        string[] lines =
        [
            """{"who/sex":"1","who/village":"A","plan":"go","_id":1,"_uuid":"u1","__version__":"vOld"}""",
            """{"who/sex":"1","_id":2,"_uuid":"u2","__version__":"vOld"}""",
            """{"who/sex":"2","place/village":"B","remark":"r","_id":3,"_uuid":"u3","__version__":"vNew"}""",
        ];
        var bytes = Encoding.UTF8.GetBytes($$"""{"results":[{{string.Join(',', lines)}}]}""");
        var raw = ExportReader.Read(InputFile.FromStream("data.json", () => new MemoryStream(bytes)), new());

        var read = SubmissionReader.Read([raw], [New, Old]);

        Assert.Equal([1, 1, 0], read.Main.FormOfRow.Select(f => (int)f).ToArray());
        Assert.Equal(lines, MadeUp.Lines(read));
    }

    [Fact]
    public void A_submission_edited_under_a_newer_version_is_of_that_one()
    {
        var read = Read("""
            sex|village|plan|plan/go|plan/stay|why|why/job|why/house|why/school|remark|_uuid|__version__
            1|A|go|||job|1|0|||u1|1
            1|B|go|1|0|job house|1|1|0||u2|1
            """);
        Assert.Equal([1, 0], read.Main.FormOfRow.Select(f => (int)f).ToArray());
        Assert.Contains("\"place/village\":\"B\"", MadeUp.Lines(read)[1], StringComparison.Ordinal);
    }

    [Fact]
    public void An_export_of_the_latest_version_alone_leaves_rows_their_own()
    {
        var read = Read("""
            sex|village|plan|plan/go|plan/stay|why|why/job|why/school|remark|_uuid|__version__
            1||go|1|0|job house|1|0||u1|1
            1|B|go stay|1|1|job|1|0|x|u2|2
            """);
        Assert.Equal([1, 0], read.Main.FormOfRow.Select(f => (int)f).ToArray());
        Assert.StartsWith("""{"who/sex":"1","plan":"go","why":"job house",""", MadeUp.Lines(read)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_that_no_form_holds_are_told_apart_by_what_their_rows_show()
    {
        var read = Read("""
            sex|village|plan|plan/go|plan/stay|why|why/job|why/house|why/school|remark|_uuid|__version__
            1|A|go|||job|1|0|||u1|vOld
            2|C|stay||||||||u3|vOld
            1|B|go|1|0|job|1||0|x|u2|vNew
            """);
        Assert.Equal([1, 1, 0], read.Main.FormOfRow.Select(f => (int)f).ToArray());
    }

    private static SubmissionSet Read(string table) => SubmissionReader.Read([MadeUp.Csv(table)], [Old, New]);
}
