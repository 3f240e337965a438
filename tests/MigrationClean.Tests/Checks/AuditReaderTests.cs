using System.IO.Compression;
using System.Text;
using MigrationClean.Checks.Times.Audit;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Tests.Checks;

public sealed class AuditReaderTests
{
    [Fact]
    public void Logs_are_found_in_folders_named_after_submissions()
    {
        var logs = AuditReader.Read(Archive(
            ("may/UUID:0A/audit.csv", "event,node,start,end,latitude,longitude,accuracy,old-value,new-value\nform start,,100,,,,,,\nquestion,/data/a,100,2100,42.5,74.5,5,x,y\nquestion,/data/b,2100,,,,,,\n"),
            ("may/0b/photo.jpg", "x"),
            ("0c/audit.csv", "event,node,start,end\nform start,,5,\n")));

        Assert.Equal(["0a", "0c"], logs.BySubmission.Keys.Order());
        Assert.Equal(new AuditEvent("question", "/data/a", 100, 2100, 42.5, 74.5, IsChanged: true), logs.BySubmission["0a"][1]);
        Assert.Null(logs.BySubmission["0a"][2].End);
    }

    [Fact]
    public void A_question_without_an_end_counts_as_unknown()
    {
        var figures = AuditFigures.Of([new("question", "/data/a", 0, 2000), new("question", "/data/a", 3000, null), new("question", "/data/g[1]/b", 4000, 5000)], 10, new Dictionary<string, int>());

        Assert.Equal(3.0 / 60, figures.ActiveMinutes!.Value, 9);
        Assert.Equal((null, 2), figures.Questions["a"]);
        Assert.Equal((1.0, 1), figures.Questions["g/b"]);
    }

    [Fact]
    public void What_is_no_archive_of_logs_is_refused()
    {
        Assert.Equal("FILE-02/audit", Assert.Throws<InputException>(() => AuditReader.Read(InputFile.FromStream("a.zip", () => new MemoryStream("event,node"u8.ToArray())))).Key);
        Assert.Equal("FILE-02/audit", Assert.Throws<InputException>(() => AuditReader.Read(Archive(("a/photo.jpg", "x")))).Key);
        Assert.Equal("FILE-08/audit", Assert.Throws<InputException>(() => AuditReader.Read(Archive(("a/audit.csv", "node,end\n/data/a,1\n")))).Key);
    }

    private static InputFile Archive(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }

        var whole = bytes.ToArray();
        return InputFile.FromStream("audits.zip", () => new MemoryStream(whole));
    }
}
