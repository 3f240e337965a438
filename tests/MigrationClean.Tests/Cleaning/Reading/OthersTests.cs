using MigrationClean.Cleaning.Log;

namespace MigrationClean.Tests.Cleaning.Reading;

/// <summary>The sheet of others and the deletion log become ordinary entries.</summary>
public sealed class OthersTests
{
    private const string Header = "uuid,question,parent_question,text,translation,options,true_other,existing_other,invalid_other,elsewhere";

    [Theory]
    [InlineData("u1,work_other,work,selling,,,commerce,,,", "2 u1 work_other: ChangeResponse selling → commerce")]
    [InlineData("u1,work_other,work,selling,,,selling,,,", "2 u1 work_other: NoAction selling → ∅")]
    [InlineData("u1,work_other,work,selling,,,,Торговля,,", "2 u1 work: ChangeResponse other → trade\n2 u1 work_other: BlankResponse selling → ∅")]
    [InlineData("u1,work_other,,selling,,,,trade,,", "2 u1 work: ChangeResponse other → trade\n2 u1 work_other: BlankResponse selling → ∅")]
    [InlineData("u1,work_other,,xx,,,,,yes,", "2 u1 work: BlankResponse other → ∅\n2 u1 work_other: BlankResponse xx → ∅")]
    [InlineData("u1,need_other,,bread money,,,,food;Cash,,",
        "2 u1 need: RemoveOption ∅ → other\n2 u1 need: AddOption ∅ → food\n2 u1 need: AddOption ∅ → cash\n2 u1 need_other: BlankResponse bread money → ∅")]
    [InlineData("u1,need_other,,xx,,,,,x,", "2 u1 need: RemoveOption ∅ → other\n2 u1 need_other: BlankResponse xx → ∅")]
    [InlineData("u1,need_other,,0555 11,,,,,,phone=055511", "2 u1 need: RemoveOption ∅ → other\n2 u1 phone: ChangeResponse ∅ → 055511\n2 u1 need_other: BlankResponse 0555 11 → ∅")]
    [InlineData("u1,work_other,work,selling,,,,,,", "2 u1 work_other: Pending selling → ∅")]
    [InlineData("u1,work_other,work,selling,,,,,no,", "2 u1 work_other: Pending selling → ∅")]
    public void A_line_is_written_out(string line, string entries)
    {
        var log = MadeLog.Csv($"{Header}\n{line}\n");

        Assert.Equal(("", entries), (log.Findings(), log.Print()));
    }

    [Theory]
    [InlineData("u1,work_other,work,x,,,a,trade,,", "2 existing_other | LOGF-15 Error | `true_other` and `existing_other` are both filled; a text has one meaning")]
    [InlineData("u1,work_other,work,x,,,,trade;farm,,", "2 existing_other | LOGF-15 Error | `work` takes one choice, and several are written")]
    [InlineData("u1,work_other,work,x,,,,trad,,", "2 existing_other | LOGF-15 Error | trad is neither a name nor a label of the list `work`; did you mean `trade`?")]
    [InlineData("u1,work_other,work,x,,,,selling flowers,,", "2 existing_other | LOGF-15 Error | selling flowers is neither a name nor a label of the list `work`")]
    [InlineData("u1,phone,,x,,,,trade,,", "2 parent_question | LOGF-15 Error | it is not known to which question the text `phone` belongs")]
    [InlineData("u1,phone2,,x,,,,trade,,", "2 question | LOGF-15 Error | the form has no question `phone2`")]
    [InlineData("u1,work_other,,x,,,,,,phon", "2 elsewhere | LOGF-15 Error | `elsewhere` takes `question=value`")]
    [InlineData("u1,work_other,,x,,,,,,phon=1", "2 elsewhere | LOGF-15 Error | the form has no question `phon` (nearest: phone)")]
    public void A_line_that_can_not_be_followed_is_refused(string line, string finding)
    {
        var log = MadeLog.Csv($"{Header}\n{line}\n");

        Assert.Equal((finding, ""), (log.Findings(), log.Print()));
    }

    [Fact]
    public void Without_the_form_a_recode_is_refused_and_a_corrected_wording_is_not()
    {
        var log = MadeLog.Csv($"{Header}\nu1,work_other,work,x,,,,trade,,\nu2,work_other,work,x,,,y,,,\n", withForm: false);

        Assert.Equal("3 u2 work_other: ChangeResponse x → y", log.Print());
        Assert.Contains("LOGF-15 Error | what `existing_other`, `invalid_other` and `elsewhere` do", log.Findings(), StringComparison.Ordinal);
    }

    [Fact]
    public void Deletions_have_a_reason_of_the_closed_list_and_proposals_wait_for_a_person()
    {
        var log = MadeLog.Csv(
            """
            uuid,table,row_path,reason,decided_by,replaced_by,status
            u1,,,Duplicate,DM1,uuid:u7,
            u2,,,too short,,,proposed
            u3,,,other: training day,DM1,,
            u4,child,2,test,DM1,,
            u5,,,no consent,rule,,removed
            u6,,,boring,DM1,,
            u8,,,,DM1,,
            """);

        Assert.Equal(
            """
            2 u1 : RemoveSurvey ? → ∅ (duplicate)
            3 u2 : Pending ? → ∅ (too short)
            4 u3 : RemoveSurvey ? → ∅ (other: training day)
            5 u4 child[2] : RemoveRow ? → ∅ (test)
            7 u6 : RemoveSurvey ? → ∅ (boring)
            8 u8 : RemoveSurvey ? → ∅
            """.ReplaceLineEndings("\n"),
            log.Print());
        Assert.Equal("u7", log.Entries[0].ReplacedBy);
        Assert.Equal(["7 reason | LOGF-05 Error", "8 reason | LOGF-05 Error"], log.Findings().Split('\n').Select(f => f[..f.LastIndexOf(" | ", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Ids_of_a_deletion_log_are_read_for_the_next_run()
    {
        using var folder = new Ingest.TemporaryFolder();
        var removed = MigrationClean.Cleaning.Reading.LogReader.RemovedIn(folder.Text("deletion-log.csv", "uuid,row_path,reason,status\nuuid:U1,,test,removed\nu2,1,test,removed\nu3,,test,proposed\n"));

        Assert.Equal(["u1"], removed);
    }

    [Fact]
    public void The_change_types_have_all_a_word() => Assert.All(
        Enum.GetValues<ChangeType>().Where(t => t != ChangeType.Pending),
        type => Assert.Equal(type, MigrationClean.Cleaning.Reading.ChangeWords.Of(MigrationClean.Cleaning.Reading.ChangeWords.Canon(type))));
}
