using MigrationClean.Anonymisation;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

public class CodebookTests
{
    private static readonly OutputTable Book = new Codebook(MadeRelease.Small(), labels: null).Columns();

    [Fact]
    public void Columns_are_those_promised() => Assert.Equal(
        "table,name,type,list,label::English (en),label::Кыргызча (ky),choices,asked,asked_xpath,role,method,parameters,n,not_asked,refused,dont_know,suppressed,missing,changed,spss_name,stata_name,old_name",
        string.Join(',', Book.Columns.Select(c => c.Name)));

    [Fact]
    public void A_released_column_has_its_labels_choices_and_treatment()
    {
        var row = Row("sex");
        Assert.Equal(("main", "select_one", "sex", "sex деген суроо"), (row["table"], row["type"], row["list"], row["label::Кыргызча (ky)"]));
        Assert.Equal("female=Female;male=Male", row["choices"]);
        Assert.Equal(("quasi", "keep", ""), (row["role"], row["method"], row["parameters"]));
        Assert.Equal("${consent} = 'yes'", Row("age_band")["asked_xpath"]);
        Assert.Equal(("quasi+sensitive", "band", "width=5"), (Row("age_band")["role"], Row("age_band")["method"], Row("age_band")["parameters"]));
    }

    [Fact]
    public void Choices_are_labelled_in_the_language_asked_for()
    {
        var book = new Codebook(MadeRelease.Small(), "Кыргызча (ky)").Columns();
        Assert.Equal("female=Аял;male=Эркек", book.Columns.Single(c => c.Name == "choices").Values.TextAt(1));
    }

    [Theory]
    [InlineData(ReleaseLevel.Public, "<5", "<5", "12")]
    [InlineData(ReleaseLevel.Partner, "3", "<3", "12")]
    [InlineData(ReleaseLevel.Internal, "3", "1", "12")]
    public void Counts_below_the_threshold_of_the_level_are_not_shown(ReleaseLevel level, string n, string missing, string suppressed)
    {
        var row = Row("age_band", new Codebook(MadeRelease.Small(level), labels: null).Columns());
        Assert.Equal((n, missing, suppressed), (row["n"], row["missing"], row["suppressed"]));
        Assert.Equal("0", Row("_index", new Codebook(MadeRelease.Small(level), labels: null).Columns())["missing"]);
    }

    [Fact]
    public void What_was_withheld_is_told_unless_its_header_is_free_text()
    {
        Assert.Equal(("direct", "drop", ""), (Row("full_name")["role"], Row("full_name")["method"], Row("full_name")["n"]));
        Assert.DoesNotContain("Phone of Aigul!", Names());
        Assert.Equal(["_index", "sex", "age_band", "remark", "income", "day", "full_name", "_parent_index", "born"], Names());
    }

    private static string[] Names() => [.. Enumerable.Range(0, Book.RowCount).Select(Book.Columns[1].Values.TextAt)];

    private static Dictionary<string, string> Row(string name, OutputTable? book = null)
    {
        book ??= Book;
        var row = Enumerable.Range(0, book.RowCount).Single(r => book.Columns[1].Values.TextAt(r) == name);
        return book.Columns.ToDictionary(c => c.Name, c => c.Values.TextAt(row));
    }
}
