using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Tests.Writing;

public class OutputFolderTests
{
    [Fact]
    public void A_folder_appears_whole_and_nothing_stays_beside_it()
    {
        using var test = new TestFolder();
        using (var folder = OutputFolder.Open(Options(test)))
        {
            Fill(folder, "new");
            Assert.False(Directory.Exists(test["out"]));
            folder.Commit();
        }

        Assert.Equal(["out", "out/manifest.json", "out/restricted", "out/restricted/log.csv", "out/share", "out/share/main.csv"], test.All());
        Assert.Equal("new", File.ReadAllText(test["out/share/main.csv"]));
    }

    [Fact]
    public void An_existing_output_is_refused_without_force_and_untouched()
    {
        using var test = new TestFolder();
        Make(test, "old");
        Assert.Equal("FILE-13/exists", Assert.Throws<InputException>(() => OutputFolder.Open(Options(test))).Key);
        Assert.Equal("old", File.ReadAllText(test["out/share/main.csv"]));
        Assert.Equal(6, test.All().Length);
    }

    [Fact]
    public void With_force_the_old_output_goes()
    {
        using var test = new TestFolder();
        Make(test, "old");
        File.WriteAllText(test["out/share/stale.csv"], "stale");
        Make(test, "new", force: true);
        Assert.Equal("new", File.ReadAllText(test["out/share/main.csv"]));
        Assert.Equal(6, test.All().Length);
    }

    [Fact]
    public void What_is_not_ours_in_a_replaced_folder_is_kept_aside()
    {
        using var test = new TestFolder();
        Directory.CreateDirectory(test["out/share"]);
        test.Write("out/thesis.docx", "ten years of work");
        using (var folder = OutputFolder.Open(Options(test) with { Force = true }))
        {
            Fill(folder, "new");
            folder.Commit();
            Assert.Equal("out.kept", folder.KeptAside);
        }

        Assert.Equal("ten years of work", File.ReadAllText(test["out.kept/thesis.docx"]));
        Assert.False(Directory.Exists(test["out.kept/share"]));
    }

    [Theory]
    [InlineData("data.csv", "FILE-13/is-input")]
    [InlineData("data", "FILE-13/holds-input")]
    [InlineData("data.csv/out", "FILE-13/within-input")]
    public void An_output_that_meets_an_input_is_refused_even_with_force(string output, string key)
    {
        using var test = new TestFolder();
        Directory.CreateDirectory(test["data"]);
        string[] inputs = [test.Write("data.csv", "a"), test.Write("data/form.xlsx", "b")];
        var options = new OutputOptions { Path = test[output], Force = true, Inputs = [.. inputs] };
        Assert.Equal(key, Assert.Throws<InputException>(() => OutputFolder.Open(options)).Key);
    }

    [Fact]
    public void A_link_to_the_folder_of_an_input_is_seen_through()
    {
        using var test = new TestFolder();
        Directory.CreateDirectory(test["data"]);
        var input = test.Write("data/export.csv", "a");
        Directory.CreateSymbolicLink(test["link"], test["data"]);
        var options = new OutputOptions { Path = test["link"], Force = true, Inputs = [input] };
        Assert.Equal("FILE-13/holds-input", Assert.Throws<InputException>(() => OutputFolder.Open(options)).Key);
    }

    [Fact]
    public void A_link_is_not_replaced_and_what_it_leads_to_stays()
    {
        using var test = new TestFolder();
        Directory.CreateDirectory(test["old"]);
        test.Write("old/a.csv", "old");
        Directory.CreateSymbolicLink(test["link"], test["old"]);
        File.CreateSymbolicLink(test["link.csv"], test["old/a.csv"]);

        var folder = new OutputOptions { Path = test["link"], Force = true };
        Assert.Equal("FILE-13/is-link", Assert.Throws<InputException>(() => OutputFolder.Open(folder)).Key);
        var file = new OutputOptions { Path = test["link.csv"], Force = true };
        Assert.Equal("FILE-13/is-link", Assert.Throws<InputException>(() => AtomicFile.Write(file, _ => { })).Key);
        Assert.Equal("old", File.ReadAllText(test["link.csv"]));
        Assert.Equal("old", File.ReadAllText(test["link/a.csv"]));
    }

    [Fact]
    public void The_working_folder_is_never_replaced()
    {
        var options = new OutputOptions { Path = Environment.CurrentDirectory, Force = true };
        Assert.Equal("FILE-13/is-home", Assert.Throws<InputException>(() => OutputFolder.Open(options)).Key);
    }

    [Fact]
    public void Of_two_runs_into_one_place_the_second_is_refused()
    {
        using var test = new TestFolder();
        using var first = OutputFolder.Open(Options(test));
        Assert.Equal("FILE-13/held", Assert.Throws<InputException>(() => OutputFolder.Open(Options(test))).Key);
        Fill(first, "first");
        first.Commit();
        Assert.Equal("first", File.ReadAllText(test["out/share/main.csv"]));
    }

    [Fact]
    public void What_dead_processes_left_is_swept()
    {
        using var test = new TestFolder();
        Directory.CreateDirectory(test["out.part-1/restricted"]);
        test.Write("out.part-1/restricted/findings.csv", "half");
        test.Write("out.lock", "pid 1");
        Make(test, "new");
        Assert.Equal(6, test.All().Length);
    }

    [Fact]
    public void An_old_output_comes_back_where_a_process_died_between_the_renames()
    {
        using var test = new TestFolder();
        Directory.CreateDirectory(test["out.old-1/share"]);
        test.Write("out.old-1/share/main.csv", "old");
        using (OutputFolder.Open(Options(test) with { Force = true })) Assert.Equal("old", File.ReadAllText(test["out/share/main.csv"]));
        Assert.Equal(["out", "out/share", "out/share/main.csv"], test.All());
    }

    [Fact]
    public void A_run_that_ends_early_leaves_nothing()
    {
        using var test = new TestFolder();
        using (var folder = OutputFolder.Open(Options(test) with { Path = test["a/b/out"] })) Fill(folder, "never");
        Assert.Empty(test.All());
    }

    [Fact]
    public void A_dry_run_tells_what_it_would_write_and_leaves_nothing()
    {
        using var test = new TestFolder();
        Directory.CreateDirectory(test["out/share"]);
        test.Write("out/share/main.csv", "old");
        using (var folder = OutputFolder.Open(Options(test) with { Force = true, DryRun = true }))
        {
            Fill(folder, "new");
            folder.Commit();
            Assert.Equal([new("manifest.json", null, false), new("restricted/log.csv", null, false), new("share/main.csv", 3, true)], folder.Files);
        }

        Assert.Equal(["out", "out/share", "out/share/main.csv"], test.All());
        Assert.Equal("old", File.ReadAllText(test["out/share/main.csv"]));
    }

    [Fact]
    public void Only_the_owner_reads_what_is_restricted()
    {
        if (OperatingSystem.IsWindows()) return;
        using var test = new TestFolder();
        Make(test, "new");
        const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
            | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(test["out/restricted"]) & Others);
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(test["out/restricted/log.csv"]) & Others);
        Assert.Equal(File.GetUnixFileMode(test["out/share"]), File.GetUnixFileMode(test["out"]));
    }

    /// <summary>Lets the first, second, … operation of the disk fail until a run comes through: each time the place holds the old output or the new, whole.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Whatever_operation_fails_the_place_holds_the_old_or_the_new(bool replaces)
    {
        for (var fails = 1; ; fails++)
        {
            using var test = new TestFolder();
            if (replaces) Make(test, "old");
            var disk = new FailingDisk(fails);
            try
            {
                using var folder = OutputFolder.Open(Options(test) with { Force = true, Disk = disk });
                Fill(folder, "new");
                folder.Commit();
            }
            catch (InputException e)
            {
                Assert.StartsWith("FILE-13/", e.Key, StringComparison.Ordinal);
            }

            var isNew = File.Exists(test["out/share/main.csv"]) && File.ReadAllText(test["out/share/main.csv"]) == "new";
            string[] left = [.. test.All().Where(p => !p.StartsWith("out/", StringComparison.Ordinal) && p != "out")];
            if (isNew) Assert.All(left, p => Assert.StartsWith("out.old-", p, StringComparison.Ordinal));
            else Assert.Empty(left);
            Assert.Equal(isNew || replaces, Directory.Exists(test["out"]));
            if (Directory.Exists(test["out"])) Assert.Equal(5, test.All().Count(p => p.StartsWith("out/", StringComparison.Ordinal)));

            // The next run finds its way whatever the last one left.
            Make(test, "next", force: true);
            Assert.Equal(6, test.All().Length);
            if (!disk.HasFailed)
            {
                Assert.True(isNew);
                Assert.True(fails > 10, "too few operations were tried");
                return;
            }
        }
    }

    [Theory]
    [InlineData("Балдар", "Балдар")]
    [InlineData("a/b\\c:d", "a_b_c_d")]
    [InlineData("CON", "_CON")]
    [InlineData("nul.csv", "_nul.csv")]
    [InlineData("-x.", "x")]
    [InlineData("..", "_")]
    [InlineData("a\u202Eb", "a_b")]
    public void Names_become_safe_on_every_system(string name, string safe) => Assert.Equal(safe, OutputPath.SafeName(name));

    [Fact]
    public void Long_names_are_cut_between_characters() => Assert.Equal(100, Encoding.UTF8.GetByteCount(OutputPath.SafeName(new string('ү', 80))));

    private static OutputOptions Options(TestFolder test) => new() { Path = test["out"] };

    private static void Make(TestFolder test, string content, bool force = false)
    {
        using var folder = OutputFolder.Open(Options(test) with { Force = force });
        Fill(folder, content);
        folder.Commit();
    }

    private static void Fill(OutputFolder folder, string content)
    {
        folder.Write("share/main.csv", stream => stream.Write(Encoding.UTF8.GetBytes(content)), rows: 3);
        folder.Write("restricted/log.csv", stream => stream.Write("log"u8));
        folder.Write("manifest.json", stream => stream.Write("{}"u8));
    }
}
