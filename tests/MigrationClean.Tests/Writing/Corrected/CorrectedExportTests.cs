using System.IO.Compression;
using System.Text;
using ClosedXML.Excel;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Tests.Ingest;
using MigrationClean.Writing.Corrected;
using static MigrationClean.Tests.Writing.Corrected.Correcting;
using static MigrationClean.Tests.Writing.Corrected.WorkbookParts;

namespace MigrationClean.Tests.Writing.Corrected;

public sealed class CorrectedExportTests
{
    [Fact]
    public void Each_export_is_written_as_its_own_file_for_its_owner()
    {
        using var folder = new TemporaryFolder();
        var (first, second) = (folder.Text("a.csv", "_uuid,a\nu1,1\n"), folder.Text("b.csv", "_uuid,a\nu2,2\n"));
        var outputs = new[] { Beside(first, "a-corrected.csv"), Beside(second, "b-corrected.csv") };
        CorrectedExport.WriteFiles(
            [
                new() { Input = first, Output = new() { Path = outputs[0] }, Edits = [new(null, 2, 2, "3")] },
                new() { Input = second, Output = new() { Path = outputs[1] }, Removed = [new(null, 2)] },
            ],
            new());
        Assert.Equal(["_uuid,a\nu1,3\n", "_uuid,a\n"], outputs.Select(File.ReadAllText));
        Assert.Equal("_uuid,a\nu1,1\n", File.ReadAllText(first.FullPath!));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(outputs[0]));
    }

    [Fact]
    public void Nothing_is_left_of_a_file_that_could_not_be_corrected_or_where_another_is_in_the_way()
    {
        using var folder = new TemporaryFolder();
        var input = folder.Text("a.csv", "_uuid,a\nu1,1\n");
        var (output, other) = (Beside(input, "out.csv"), Beside(input, "other.csv"));
        Assert.Throws<InvalidOperationException>(() => CorrectedExport.WriteFiles([new() { Input = input, Output = new() { Path = output }, Edits = [new(null, 9, 2, "3")] }], new()));
        File.WriteAllText(other, "kept");
        Assert.Equal("FILE-13/exists", Assert.Throws<InputException>(() => CorrectedExport.WriteFiles(
            [
                new() { Input = input, Output = new() { Path = output }, Edits = [new(null, 2, 2, "3")] },
                new() { Input = input, Output = new() { Path = other } },
            ],
            new())).Key);
        Assert.Equal(["a.csv", "other.csv"], Directory.GetFiles(Path.GetDirectoryName(output)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void In_an_archive_only_the_edited_tables_change()
    {
        var archive = Archive(("form.csv", "KEY,a\nk1,\"1\"\n"), ("form-grp.csv", "b,PARENT_KEY\nx,k1\ny,k1\n"), ("media/p.jpg", "\u0001\u0002"));
        var corrected = Correct(archive, [new("form", 2, 2, "2")], [new("form-grp", 2)]);
        Assert.Equal(["form.csv", "form-grp.csv", "media/p.jpg"], Names(corrected));
        Assert.Equal(("KEY,a\nk1,\"2\"\n", "b,PARENT_KEY\ny,k1\n", "\u0001\u0002"), (Part(corrected, "form.csv"), Part(corrected, "form-grp.csv"), Part(corrected, "media/p.jpg")));
        Assert.Throws<InvalidOperationException>(() => Correct(archive, [new("media", 2, 1, "x")]));
    }

    [Fact]
    public void A_workbook_of_a_spreadsheet_program_stays_one()
    {
        var corrected = Correct(
            Spreadsheet(),
            [new("data", 3, 1, "new"), new("data", 4, 2, "12"), new("data", 4, 3, "2026-03-04"), new("data", 6, 5, "put in")],
            [new("data", 5), new("data", 7)]);
        Assert.Empty(Workbooks.Problems(corrected));
        using var workbook = new XLWorkbook(new MemoryStream(corrected));
        var sheet = workbook.Worksheet("data");
        Assert.Equal(("new", 12.0, new DateTime(2026, 3, 4), "put in"), (sheet.Cell("A3").GetString(), sheet.Cell("B4").GetDouble(), sheet.Cell("C4").GetDateTime(), sheet.Cell("E5").GetString()));
        Assert.Equal(["u2", "new", "u4", "u6", "u8", "u9"], Enumerable.Range(2, 6).Select(r => sheet.Cell(r, 1).GetString()));
        Assert.Equal("A1:D7", sheet.Tables.Single().RangeAddress.ToString());
        Assert.Equal("G5:H5", sheet.MergedRanges.Single().RangeAddress.ToString());
        Assert.Equal("a comment", sheet.Cell("A5").Comment.Text);
    }

    [Fact]
    public void Other_files_are_refused_as_they_are_when_read() =>
        Assert.Equal("FILE-02/html", Assert.Throws<InputException>(() => Correct(Encoding.UTF8.GetBytes("<html>"), [new(null, 2, 1, "x")])).Key);

    private static byte[] Spreadsheet()
    {
        using var workbook = new XLWorkbook();
        var sheet = workbook.AddWorksheet("data");
        for (var row = 1; row <= 9; row++)
        {
            sheet.Cell(row, 1).Value = row == 1 ? "_uuid" : $"u{row}";
            if (row == 1) sheet.Cell(row, 2).Value = "age";
            else sheet.Cell(row, 2).Value = row * 10;
            if (row == 1) sheet.Cell(row, 3).Value = "day";
            else sheet.Cell(row, 3).Value = new DateTime(2026, 1, row);
            sheet.Cell(row, 4).Value = row == 1 ? "note" : "text";
        }

        sheet.Cell("E1").Value = "more";
        sheet.Range("A1:D9").CreateTable();
        sheet.Range("G6:H6").Merge();
        sheet.Cell("A6").Comment.AddText("a comment");
        sheet.Range("B2:B9").SetDataValidation().WholeNumber.Between(0, 120);
        sheet.Range("A5:A5").SetDataValidation().WholeNumber.Between(0, 120);
        using var bytes = new MemoryStream();
        workbook.SaveAs(bytes);
        return bytes.ToArray();
    }

    private static string Beside(InputFile input, string name) => Path.Combine(Path.GetDirectoryName(input.FullPath!)!, name);

    private static byte[] Archive(params (string Name, string Text)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
