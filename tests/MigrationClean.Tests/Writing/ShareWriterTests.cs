using System.Text;
using MigrationClean.Anonymisation;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Files.Xlsx;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

public class ShareWriterTests
{
    [Fact]
    public void Share_holds_tables_workbook_codebook_and_read_me()
    {
        using var test = new TestFolder();
        using var folder = OutputFolder.Open(new() { Path = test["out"] });
        var touched = ShareWriter.Write(MadeRelease.Small(), new(), folder);
        folder.Commit();

        Assert.Equal(1, touched);
        Assert.Equal(
            [("share/README.txt", null), ("share/children.csv", 2), ("share/codebook/codebook.csv", 9), ("share/data.xlsx", null), ("share/main.csv", 4)],
            folder.Files.Select(f => (f.Path, f.Rows)));
        var workbook = File.ReadAllBytes(test["out/share/data.xlsx"]);
        Assert.Equal(["README", "main", "children", "codebook", "choices"], Workbooks.SheetNames(workbook));
        Assert.Empty(Workbooks.Problems(workbook));
    }

    [Fact]
    public void The_workbook_holds_the_values_of_the_csv()
    {
        using var test = new TestFolder();
        using var folder = OutputFolder.Open(new() { Path = test["out"] });
        ShareWriter.Write(MadeRelease.Small(), new(), folder);
        folder.Commit();

        var cells = Workbooks.Cells(File.ReadAllBytes(test["out/share/data.xlsx"]), "main");
        var rows = CsvText.Read(File.ReadAllText(test["out/share/main.csv"]));
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < rows[r].Length - 1; c++)
                Assert.Equal(FormulaGuard.Undo(rows[r][c]), cells.GetValueOrDefault($"{PaperSheetWriter.Letters(c)}{r + 1}", ""));
        }
    }

    [Fact]
    public void Codes_have_drop_down_lists_that_point_at_their_values()
    {
        using var test = new TestFolder();
        using var folder = OutputFolder.Open(new() { Path = test["out"] });
        ShareWriter.Write(MadeRelease.Small(), new(), folder);
        folder.Commit();

        var workbook = File.ReadAllBytes(test["out/share/data.xlsx"]);
        Assert.Contains("sqref=\"B2:B5\"", Workbooks.Xml(workbook, "main"), StringComparison.Ordinal);
        Assert.Contains("choices!$C$2:$C$3", Workbooks.Xml(workbook, "main"), StringComparison.Ordinal);
        var choices = Workbooks.Cells(workbook, "choices");
        Assert.Equal(("female", "male", "Эркек"), (choices["C2"], choices["C3"], choices["E3"]));
    }

    [Fact]
    public void The_same_release_gives_the_same_bytes_with_any_number_of_threads()
    {
        using var test = new TestFolder();
        foreach (var (name, threads) in (ReadOnlySpan<(string, int)>)[("a", 1), ("b", 4)])
        {
            using var folder = OutputFolder.Open(new() { Path = test[name] });
            ShareWriter.Write(MadeRelease.Small(), new() { Threads = threads }, folder);
            folder.Commit();
        }

        foreach (var file in (ReadOnlySpan<string>)["README.txt", "main.csv", "children.csv", "codebook/codebook.csv", "data.xlsx"])
            Assert.Equal(File.ReadAllBytes(test[$"a/share/{file}"]), File.ReadAllBytes(test[$"b/share/{file}"]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Share_and_restricted_are_written_side_by_side_and_a_refusal_comes_through(int threads)
    {
        using var test = new TestFolder();
        using var folder = OutputFolder.Open(new() { Path = test["out"] });
        SideBySide.Run(
            threads, () => ShareWriter.Write(MadeRelease.Small(), new(), folder), () => folder.Write("restricted/log.csv", stream => stream.Write("a"u8)));
        Assert.Equal("restricted/log.csv", folder.Files[0].Path);
        Assert.Equal(6, folder.Files.Count);

        var refusal = Assert.Throws<InputException>(() => SideBySide.Run(
            threads, () => folder.Write("share/b.csv", stream => stream.Write("b"u8)), () => throw new InputException("FILE-13", null)));
        Assert.Equal("FILE-13", refusal.Key);
    }

    [Fact]
    public void Without_a_workbook_none_is_written()
    {
        using var test = new TestFolder();
        using var folder = OutputFolder.Open(new() { Path = test["out"] });
        ShareWriter.Write(MadeRelease.Small(), new() { Workbook = false }, folder);
        Assert.DoesNotContain("share/data.xlsx", folder.Files.Select(f => f.Path));
    }

    [Fact]
    public void The_main_table_alone_is_the_csv_of_the_folder()
    {
        using var stream = new MemoryStream();
        ShareWriter.WriteMain(MadeRelease.Small(), new(), stream, threads: 2);
        Assert.StartsWith("_index,sex,", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "TRIAL", "- main.csv: the submissions, 4 rows", "Submissions received: 26; in this data set: 4.")]
    [InlineData(Language.Russian, "ПРОБНЫЙ ЗАПУСК", "- main.csv: анкеты, 4 строки", "Получено анкет: 26; в этом наборе: 4.")]
    [InlineData(Language.Kyrgyz, "СЫНОО", "- main.csv: анкеталар, 4 сап", "Алынган анкеталар: 26; бул топтомдо: 4.")]
    public void The_read_me_speaks_the_language_of_the_run(Language language, string trial, string main, string counts)
    {
        var description = new ReleaseDescription { Title = "Returnees 2024", Citation = "IOM (2024)", License = "CC-BY-4.0" };
        var text = Encoding.UTF8.GetString(new ReadMe(MadeRelease.Small(), new() { Description = description, Language = language }).File());
        Assert.StartsWith("Returnees 2024\n\n" + trial, text, StringComparison.Ordinal);
        Assert.Contains(main + "\n", text, StringComparison.Ordinal);
        Assert.Contains(counts, text, StringComparison.Ordinal);
        Assert.Contains("IOM (2024)\n", text, StringComparison.Ordinal);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReleaseLevel.Internal, "must not leave")]
    [InlineData(ReleaseLevel.Partner, "Do not pass it on")]
    [InlineData(ReleaseLevel.Public, "given to anyone")]
    public void The_read_me_says_for_whom_the_level_is(ReleaseLevel level, string words)
    {
        var readMe = new ReadMe(MadeRelease.Small(level, isTrial: false), new() { Csv = new() { Guard = CsvGuard.Off } });
        Assert.Contains(readMe.Lines(), l => l.Contains(words, StringComparison.Ordinal));
        Assert.Contains(readMe.Lines(), l => l.StartsWith("RELEASE", StringComparison.Ordinal));
        Assert.DoesNotContain(readMe.Lines(), l => l.Contains("apostrophe", StringComparison.Ordinal));
    }
}
