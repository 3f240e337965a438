using System.IO.Compression;
using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;
using MigrationClean.Tests.Ingest.Xlsx;

namespace MigrationClean.Tests.Ingest;

public sealed class ExportReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, byte[]> OtherFiles => new()
    {
        { "FILE-02/empty", [] },
        { "FILE-02/empty", "\uFEFF \n"u8.ToArray() },
        { "FILE-02/html", "\n<!DOCTYPE html><html><body>Log in</body></html>"u8.ToArray() },
        { "FILE-02/html", "<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\"/>"u8.ToArray() },
        { "FILE-02/xml", "<?xml version=\"1.0\"?><kml/>"u8.ToArray() },
        { "FILE-02/pdf", "%PDF-1.7"u8.ToArray() },
        { "FILE-02/gzip", [0x1F, 0x8B, 8, 0] },
        { "FILE-02/pointer", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"u8.ToArray() },
        { "FILE-02/media", [0xFF, 0xD8, 0xFF, 0xE0] },
        { "FILE-02/statistics", "$FL2@(#) SPSS"u8.ToArray() },
        { "FILE-02/xls", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "FILE-03", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")] },
        { "FILE-02/document", Zip(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")) },
        { "FILE-02/ods", Zip(("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", "<x/>")) },
        { "FILE-02/xlsb", Zip(("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", "x")) },
        { "FILE-02/spss-labels", Zip(("Survey - English - SPSS labels.sps", "VARIABLE LABELS")) },
        { "FILE-02/media", Zip(("a/1.jpg", "x"), ("a/2.mp3", "y")) },
        { "FILE-02/packed", Zip(("export.xlsx", "x")) },
        { "FILE-02/zip", Zip(("readme.txt", "x")) },
        { "FILE-02/form", new MadeUpWorkbook().Add("survey", "").Add(" Choices", "").Bytes() },
        { "FILE-04/archive", [.. new MadeUpWorkbook().Add("s", "").Bytes().Take(900)] },
    };

    [Theory]
    [MemberData(nameof(OtherFiles))]
    public void File_that_is_no_export_is_refused_by_what_it_is(string key, byte[] bytes)
    {
        // The name claims to be a workbook: it decides nothing.
        var refusal = Assert.Throws<InputException>(() => TemporaryFolder.Export(_folder.Bytes("export.xlsx", bytes)));
        Assert.Equal(key, refusal.Key);
        Assert.Equal("export.xlsx", refusal.Location!.File);
        foreach (var language in Enum.GetValues<Language>()) Assert.NotEmpty(Messages.For(language).Text(key, "fix"));
    }

    [Fact]
    public void Archive_of_tables_is_read_without_its_media()
    {
        var bytes = Zip(("form.csv", "SubmissionDate,KEY\n2026-01-01,uuid:1\n"), ("form-kid.csv", "age,PARENT_KEY,KEY\n3,uuid:1,uuid:1/kid[1]\n"), ("media/list.csv", "no,data\n"), ("__MACOSX/form.csv", "x"));
        var export = TemporaryFolder.Export(_folder.Bytes("form.zip", bytes));
        Assert.Equal(ContainerKind.CsvArchive, export.Kind);
        Assert.Equal(["form", "form-kid"], export.Sheets.Select(s => s.Name));
        Assert.Equal(["3", "uuid:1", "uuid:1/kid[1]"], export.Sheets[1].Row(0));
    }

    [Fact]
    public void Flipped_bytes_are_refused_or_change_nothing()
    {
        var rows = string.Concat(Enumerable.Range(1, 200).Select(i => $"<row r=\"{i}\"><c r=\"A{i}\" t=\"str\"><v>answer {i * 7919 % 1000}</v></c></row>"));
        var whole = new MadeUpWorkbook().Add("s", rows).Bytes();
        var expected = TemporaryFolder.Export(_folder.Bytes("a.xlsx", whole)).Sheets[0].Rows();
        for (var at = 0; at < whole.Length; at += 13)
        {
            var bytes = (byte[])whole.Clone();
            bytes[at] ^= 0x10;
            var file = InputFile.FromStream("a.xlsx", () => new MemoryStream(bytes));
            try
            {
                var export = TemporaryFolder.Export(file);
                if (export.Kind == ContainerKind.Workbook && export.Sheets[0].RowCount > 0) Assert.Equal(expected, export.Sheets[0].Rows());
            }
            catch (InputException refusal)
            {
                Assert.Equal("FILE", refusal.Code[..4]);
            }
        }
    }

    [Fact]
    public void Cut_off_files_are_refused()
    {
        var whole = new MadeUpWorkbook().Add("s", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>").Bytes();
        for (var length = 4; length < whole.Length; length += 29)
            Assert.Equal("FILE-04/archive", Assert.Throws<InputException>(() => TemporaryFolder.Export(_folder.Bytes("a.xlsx", whole[..length]))).Key);
    }

    [Fact]
    public void Standard_input_is_read_forward_only()
    {
        foreach (var bytes in new[] { "_id,a\n1,2\n"u8.ToArray(), Zip(("t.csv", "_id,a\n1,2\n")), """[{"_id": 1, "a": "2"}]"""u8.ToArray() })
        {
            var export = TemporaryFolder.Export(InputFile.FromStream("-", () => new Forward(bytes)));
            Assert.Equal(["1", "2"], export.Sheets[0].Row(0));
            Assert.Equal(bytes.Length, export.Length);
        }
    }

    [Fact]
    public void Archives_that_grow_too_much_are_refused()
    {
        var bomb = Zip(("t.csv", new string('a', 30 << 20)));
        Assert.Equal("FILE-05/ratio", Assert.Throws<InputException>(() => TemporaryFolder.Export(_folder.Bytes("a.zip", bomb))).Key);
    }

    [Fact]
    public void Workbook_with_more_cells_than_allowed_is_refused()
    {
        var row = string.Concat(Enumerable.Repeat("<c/>", 1000));
        var bytes = new MadeUpWorkbook().Add("s", "<row><c><v>1</v></c></row>" + string.Concat(Enumerable.Repeat($"<row>{row}</row>", 1001))).Bytes();
        var limits = new InputLimits { CellsMillion = 1 };
        var refusal = Assert.Throws<InputException>(() => ExportReader.Read(_folder.Bytes("a.xlsx", bytes), new() { Limits = limits }));
        Assert.Equal("FILE-05/cells", refusal.Key);
    }

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(text));
            }

        return memory.ToArray();
    }

    private sealed class Forward(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;

        public override long Position
        {
            get => base.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(7, buffer.Length)]);
    }

    [Fact]
    public void Limit_says_how_it_is_raised_where_it_can_be()
    {
        string Fix(Func<object> read)
        {
            var refusal = Assert.Throws<InputException>(() => read());
            return Messages.For(Language.English).Text(refusal.Key, "fix", refusal.Arguments);
        }

        var large = _folder.Text("long.csv", "_id,a\n" + string.Concat(Enumerable.Range(0, 150_000).Select(i => $"{i},abc\n")));
        Assert.EndsWith("`limits: csv_mb` in the settings", Fix(() => ExportReader.Read(large, new() { Limits = new() { CsvMegabytes = 1 } })), StringComparison.Ordinal);
        var wide = _folder.Text("wide.csv", string.Join(',', Enumerable.Range(0, 16_385)) + "\n");
        Assert.EndsWith("this limit is fixed", Fix(() => ExportReader.Read(wide, new())), StringComparison.Ordinal);
    }
}
