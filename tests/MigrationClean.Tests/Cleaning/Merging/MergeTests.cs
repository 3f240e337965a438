using System.Collections.Immutable;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Cleaning.Merging;
using MigrationClean.Cleaning.Reading;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Tests.Cleaning.Reading;
using MigrationClean.Tests.Ingest;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Cleaning.Merging;

/// <summary>Several logs as one.</summary>
public sealed class MergeTests
{
    private const string Header = "entry_id,uuid,table,row_path,question,old_value,new_value,change_type,issue,check_id,finding_id,explanation,reviewed_by,reviewed_at\n";

    [Fact]
    public void Lines_of_two_people_are_put_together_in_an_order_of_their_own_and_repeated_ones_once()
    {
        const string First = "e2,u2,,,age,5,6,change_response,x,OUT-01,f2,typing error,A,\ne1,u1,,,age,7,,,x,OUT-01,f1,,,\n";
        const string Second = "e1,u1,,,age,7,7,no_action,x,OUT-01,f1,she is,B,\ne2,u2,,,age,5,6,change_response,икс,OUT-01,f2,typing error,A,\n";
        var merged = Merge(Header + First, Header + Second);

        Assert.Empty(merged.Findings);
        Assert.Equal(["u1 age no_action", "u2 age change_response"], Rows(merged).Select(r => $"{r[1]} {r[4]} {r[8]}"));
        Assert.Equal(Text(merged), Text(Merge(Header + Second, Header + First)));
    }

    [Fact]
    public void A_pending_line_stays_where_nobody_has_decided_or_somebody_has_written_into_it()
    {
        var merged = Merge(
            Header + "e1,u1,,,age,7,,,x,OUT-01,f1,,,\ne2,u1,,,age,7,,,y,LOG-01,f2,,,\ne3,u2,,,age,8,,,x,OUT-01,f3,ask again,,\n",
            Header + "e1,u1,,,age,7,,no_action,x,OUT-01,f1,,A,\ne3,u2,,,age,8,,no_action,x,OUT-01,f3,,A,\n");

        Assert.Equal(["u1 f2 ", "u1 f1 no_action", "u2 f3 ", "u2 f3 no_action"], Rows(merged).Select(r => $"{r[1]} {r[11]} {r[8]}"));
    }

    [Fact]
    public void Lines_that_disagree_are_told_with_both_places()
    {
        var merged = Merge(Header + "e1,u1,,,age,7,8,change_response,x,,f1,,A,\n", Header + "e0,u0,,,age,7,8,change,x,,f0,,A,\ne1,U1,,,age,7,9,change_response,x,,f1,,B,\n");

        var conflict = Assert.Single(merged.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(("LOGF-12", "log1.csv", 2, "log2.csv:3"), (conflict.Check.Code, conflict.Location.File, conflict.Location.Row, conflict.Arguments[0].Value));
        Assert.True(merged.IsRefused);
    }

    [Theory]
    [InlineData("5,6,change_response,x,,f1,,A,2024-03-01T10:00:00+06:00", "6,7,change_response,x,,f1,,B,2024-03-02T10:00:00+06:00", false)]
    [InlineData("5,6,change_response,x,,f1,,A,", "6,7,change_response,x,,f1,,B,2024-03-02T10:00:00+06:00", true)]
    [InlineData("5,6,change_response,x,,f1,,A,2024-03-01T10:00:00+06:00", "5,7,change_response,x,,f1,,B,2024-03-02T10:00:00+06:00", true)]
    [InlineData("5,,no_action,x,,f1,,A,", "5,,blank_response,x,,f1,,B,", true)]
    [InlineData("5,6,change_response,x,,f1,,A,", "5,6,modifier,x,,f1,,B,", false)]
    public void A_chain_in_the_order_of_its_times_is_no_contradiction(string first, string second, bool isRefused) =>
        Assert.Equal(isRefused, Merge(Header + $"e1,u1,,,age,{first}\n", Header + $"e1,u1,,,age,{second}\n").IsRefused);

    [Fact]
    public void Logs_of_other_tools_and_their_columns_are_kept()
    {
        var merged = Merge("uuid,loop_index,variable,old.value,new.value,issue,team\nuuid:u1,loop_3,child_age,80,8,too old,T1\nu2,,age,NA,7,was blank,\n", Header);

        Assert.DoesNotContain(merged.Findings, f => f.Severity == Severity.Error);
        var text = Text(merged);
        Assert.Equal("loop_index,team", string.Join(',', text.Split('\n')[0].Split(',')[^2..]));
        using var folder = new TemporaryFolder();
        var again = LogReader.Read(folder.Text("m.csv", text), new(), [MadeLog.Form]);
        Assert.Equal("2 u1 <loop_3> child_age: ChangeResponse 80 → 8\n3 u2 age: ChangeResponse ∅ → 7", again.Print());
        Assert.Equal("2 u1 <loop_3> child_age: ChangeResponse 80 → 8\n3 u2 age: ChangeResponse ∅ → 7", LogReader.Read(folder.Bytes("m.xlsx", Workbook(merged)), new(), [MadeLog.Form]).Print());
    }

    [Fact]
    public void A_log_that_can_not_be_read_is_not_merged() =>
        Assert.Equal(["LOGF-05", "LOGF-14"], Merge(Header + "e1,u1,,,age,5,6,chnage,x,,,,,\n", "a,b\n1,2\n").Findings.Where(f => f.Severity == Severity.Error).Select(f => f.Check.Code));

    [Fact]
    public void Others_and_deletions_of_workbooks_are_merged_too()
    {
        var merged = MergeFiles(
            folder => folder.Bytes("1.xlsx", MadeLog.Workbook(w =>
            {
                w.Sheet("cleaning_log", Header.TrimEnd());
                w.Sheet("others", "uuid,question,parent_question,text,true_other,existing_other,invalid_other", "u1,work_other,work,selling,,,", "u2,work_other,work,x,,,yes");
                w.Sheet("deletion_log", "uuid,reason,decided_by,status", "u9,test,DM1,", "u8,too short,,proposed");
            })),
            folder => folder.Bytes("2.xlsx", MadeLog.Workbook(w =>
            {
                w.Sheet("others", "uuid,question,parent_question,text,true_other,existing_other,invalid_other", "u1,work_other,work,selling,,trade,", "u2,work_other,work,x,,farm,");
                w.Sheet("deletion_log", "uuid,reason,decided_by,status", "u8,too short,DM2,");
            })));

        Assert.Equal((0, 3, 2), (merged.Lines, merged.Others, merged.Deletions));
        var conflict = Assert.Single(merged.Findings, f => f.Severity == Severity.Error);
        Assert.Equal(("LOGF-12", "2.xlsx", "others", 3), (conflict.Check.Code, conflict.Location.File, conflict.Location.Sheet, conflict.Location.Row));
    }

    [Fact]
    public void Merging_is_associative_commutative_and_idempotent() =>
        Prop.ForAll(Logs().Three().ToArbitrary(), logs =>
        {
            var (a, b, c) = logs;
            var left = Print(LogMerge.Of([.. LogMerge.Of([.. a, .. b]), .. c]));
            return left == Print(LogMerge.Of([.. a, .. LogMerge.Of([.. b, .. c])]))
                && left == Print(LogMerge.Of([.. c, .. b, .. a, .. b]))
                && left == Print(LogMerge.Of(LogMerge.Of([.. a, .. b, .. c])))
                && LogMerge.Conflicts(LogMerge.Of([.. a, .. b])).Length == LogMerge.Conflicts(LogMerge.Of([.. b, .. a])).Length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_that_somebody_decided_is_lost() =>
        Prop.ForAll(Logs().Two().ToArbitrary(), logs =>
        {
            var merged = LogMerge.Of([.. logs.Item1, .. logs.Item2]).Select(line => line.Content).ToHashSet(StringComparer.Ordinal);
            return logs.Item1.Concat(logs.Item2).Where(line => line.IsDecided).All(line => merged.Contains(line.Content));
        }).QuickCheckThrowOnFailure();

    private static Gen<MergedLine[]> Logs()
    {
        var texts = Gen.Elements("", "1", "2");
        var line = from uuid in Gen.Elements("u1", "u2")
                   from question in Gen.Elements("age", "sex")
                   from oldValue in texts
                   from newValue in texts
                   from type in Gen.Elements("", "change_response", "no_action", "remove_survey")
                   from finding in Gen.Elements("", "f1", "f2")
                   from label in texts
                   from note in texts
                   from extra in texts
                   select Line(new()
                   {
                       ["uuid"] = uuid,
                       ["question"] = question,
                       ["old_value"] = oldValue,
                       ["new_value"] = newValue,
                       ["change_type"] = type,
                       ["finding_id"] = finding,
                       ["label"] = label,
                       ["explanation"] = note,
                   }, extra);
        return line.ArrayOf();
    }

    private static MergedLine Line(Dictionary<string, string> cells, string extra) => new()
    {
        Kind = LogSheetKind.Log,
        Cells = [.. MergedLine.ColumnsOf(LogSheetKind.Log).Select(column => cells.GetValueOrDefault(column, ""))],
        Extra = extra.Length == 0 ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add("team", extra),
        Location = new() { File = "log.csv" },
    };

    private static string Print(IEnumerable<MergedLine> lines) => string.Join('\n', lines.Select(line => string.Join('|', [.. line.Cells, .. line.Extra.Values])));

    private static LogFile Merge(params string[] logs) => MergeFiles([.. logs.Select((text, i) => (Func<TemporaryFolder, InputFile>)(folder => folder.Text($"log{i + 1}.csv", text)))]);

    private static LogFile MergeFiles(params Func<TemporaryFolder, InputFile>[] files)
    {
        using var folder = new TemporaryFolder();
        return MigrationClean.Logs.Merge([.. files.Select(file => file(folder))], Language.English);
    }

    private static string Text(LogFile log)
    {
        using var stream = new MemoryStream();
        log.WriteCsv(stream, new());
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static IEnumerable<string[]> Rows(LogFile log) => Text(log).TrimEnd('\n').Split('\n').Skip(1).Select(line => line.Split(','));

    private static byte[] Workbook(LogFile log)
    {
        using var stream = new MemoryStream();
        log.WriteWorkbook(stream);
        return stream.ToArray();
    }
}
