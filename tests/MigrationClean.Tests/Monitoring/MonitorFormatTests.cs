using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Tests.Monitoring;

/// <summary>Text, JSON, workbook and page of the supervisor's view.</summary>
public sealed partial class MonitorFormatTests
{
    public static TheoryData<Language> Languages => [Language.English, Language.Russian, Language.Kyrgyz];

    [Theory, MemberData(nameof(Languages))]
    public void Text_fits_a_narrow_terminal(Language language)
    {
        var text = SampleMonitor.Text("text", language);

        Assert.DoesNotContain(text.Split('\n'), line => line.Length > 80);
        Assert.DoesNotContain("monitor/", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_an_enumerator_says_what_stands_out()
    {
        var text = SampleMonitor.Text("text");

        Assert.Contains("  03 - act: facts per interview", text, StringComparison.Ordinal);
        Assert.Matches(@"\n15 +46 +9 +5\.1 ", text);
        Assert.Contains("Chuy oblast", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_fields_of_the_contract_in_order()
    {
        using var json = JsonDocument.Parse(SampleMonitor.Text("json"));
        var root = json.RootElement;
        var unit = root.GetProperty("units")[0];
        var stratum = root.GetProperty("sample")[0];

        Assert.Equal(["version", "tool", "units", "sample"], root.EnumerateObject().Select(p => p.Name).Take(4));
        Assert.Equal(["by", "name", "interviews", "days", "metrics"], unit.EnumerateObject().Select(p => p.Name));
        Assert.Equal(["metric", "value", "n", "mark"], unit.GetProperty("metrics")[0].EnumerateObject().Select(p => p.Name));
        Assert.Equal(["stratum", "target", "collected"], stratum.EnumerateObject().Select(p => p.Name).Take(3));
        Assert.Equal(("KG-B", 144), (stratum.GetProperty("stratum").GetProperty("region").GetString(), stratum.GetProperty("target").GetInt32()));
        Assert.Equal("migrationclean 1.0.0", root.GetProperty("tool").GetString());
        var marks = root.GetProperty("units").EnumerateArray().SelectMany(u => u.GetProperty("metrics").EnumerateArray()).Select(m => m.GetProperty("mark").GetString());
        Assert.Empty(marks.Except(["none", "watch", "act", "small"]));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("xlsx")]
    [InlineData("html")]
    public void The_same_figures_give_the_same_bytes(string format) => Assert.Equal(SampleMonitor.Bytes(format), SampleMonitor.Bytes(format));

    [Fact]
    public void Workbook_can_be_read_and_has_its_sheets()
    {
        var bytes = SampleMonitor.Bytes("xlsx");
        var sheets = GridReader.Read(InputFile.FromStream("monitor.xlsx", () => new MemoryStream(bytes)));

        Assert.Equal(["today", "enumerator", "team", "enumerator today", "trend", "questions", "sample", "legend"], sheets.Select(s => s.Name));
        var enumerators = sheets[1];
        Assert.Equal("interviews", enumerators.Headers[1]);
        Assert.Equal("46", enumerators.Rows.Single(r => r.Cells[0] == "15").Cells[1]);
        Assert.Contains("busiest_day", SampleMonitor.Text("json"), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Languages))]
    public void Page_is_well_formed_and_asks_for_nothing(Language language)
    {
        var text = SampleMonitor.Text("html", language);
        using var reader = XmlReader.Create(new StringReader(text), new() { DtdProcessing = DtdProcessing.Ignore });
        var page = XDocument.Load(reader).Root!;

        Assert.Equal(language switch { Language.Russian => "ru", Language.Kyrgyz => "ky", _ => "en" }, page.Attribute("lang")!.Value);
        Assert.Empty(page.Descendants("script"));
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "src" or "onclick" or "style" or "srcset");
        Assert.All(page.Descendants("a").Attributes("href"), a => Assert.StartsWith("#", a.Value));
        Assert.DoesNotMatch(Address, text.Replace("http://www.w3.org/2000/svg", ""));
        Assert.All(page.Descendants().Where(e => e.Name.LocalName == "svg"), svg => Assert.NotNull(svg.Elements().First(e => e.Name.LocalName == "desc")));
        Assert.All(page.Descendants("thead").Descendants("th"), th => Assert.Equal("col", th.Attribute("scope")!.Value));
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Distinct().Count(), ids.Count);
        Assert.All(page.Descendants("a").Attributes("href"), a => Assert.Contains(a.Value[1..], ids));
        Assert.True(text.Length < 300_000);
    }

    [GeneratedRegex("https?://|url\\(|@import", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Address { get; }
}
