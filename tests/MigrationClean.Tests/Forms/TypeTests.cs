using MigrationClean.Forms;

namespace MigrationClean.Tests.Forms;

/// <summary>Types under all their spellings (xlsform §4).</summary>
public class TypeTests
{
    [Theory]
    [InlineData("text", QuestionType.Text)]
    [InlineData("q string", QuestionType.Text)]
    [InlineData("int", QuestionType.Integer)]
    [InlineData("add integer prompt", QuestionType.Integer)]
    [InlineData("number of days in last six months", QuestionType.Integer)]
    [InlineData("q decimal", QuestionType.Decimal)]
    [InlineData("datetime", QuestionType.DateTime)]
    [InlineData("dateTime", QuestionType.DateTime)]
    [InlineData("add date time prompt", QuestionType.DateTime)]
    [InlineData("gps", QuestionType.Geopoint)]
    [InlineData("location", QuestionType.Geopoint)]
    [InlineData("photo", QuestionType.Image)]
    [InlineData("q picture", QuestionType.Image)]
    [InlineData("trigger", QuestionType.Acknowledge)]
    [InlineData("phone number", QuestionType.PhoneNumberText)]
    [InlineData("phonenumber", QuestionType.PhoneNumber)]
    [InlineData("get phone number", QuestionType.PhoneNumber)]
    [InlineData("imei", QuestionType.DeviceId)]
    [InlineData("end time", QuestionType.End)]
    [InlineData("end", QuestionType.End)]
    [InlineData("start-geopoint", QuestionType.StartGeopoint)]
    [InlineData("background-audio", QuestionType.BackgroundAudio)]
    [InlineData("csv-external", QuestionType.CsvExternal)]
    [InlineData("rank", QuestionType.Rank)]
    [InlineData("select one using", QuestionType.SelectOne)]
    [InlineData("Text", QuestionType.Unknown)]
    [InlineData("txt", QuestionType.Unknown)]
    [InlineData("select_one a b", QuestionType.Unknown)]
    public void Type_without_list_is_understood(string text, QuestionType type) =>
        Assert.Equal(new TypeCell(RowKind.Question, Structure.None, type, null, false), TypeNames.Parse(text));

    [Theory]
    [InlineData("select_one L", QuestionType.SelectOne, "L", false)]
    [InlineData("select1 L", QuestionType.SelectOne, "L", false)]
    [InlineData("select one from L", QuestionType.SelectOne, "L", false)]
    [InlineData("add select one prompt using L", QuestionType.SelectOne, "L", false)]
    [InlineData("select_one L or_other", QuestionType.SelectOne, "L", true)]
    [InlineData("select_one L or specify other", QuestionType.SelectOne, "L", true)]
    [InlineData("select_one_or_other L", QuestionType.SelectOne, "L", true)]
    [InlineData("select all that apply from L or other", QuestionType.SelectMultiple, "L", true)]
    [InlineData("select_many L", QuestionType.SelectMultiple, "L", false)]
    [InlineData("select_one_from_file x.csv", QuestionType.SelectOneFromFile, "x.csv", false)]
    [InlineData("select multiple from file x.geojson", QuestionType.SelectMultipleFromFile, "x.geojson", false)]
    [InlineData("select_one_external L", QuestionType.SelectOneExternal, "L", false)]
    [InlineData("select_one ${name}", QuestionType.SelectOneFromRepeat, "${name}", false)]
    [InlineData("rank L", QuestionType.Rank, "L", false)]
    public void Type_with_list_is_understood(string text, QuestionType type, string list, bool orOther) =>
        Assert.Equal(new TypeCell(RowKind.Question, Structure.None, type, list, orOther), TypeNames.Parse(text));

    [Theory]
    [InlineData("begin group", "Begin", "Group")]
    [InlineData("begin_group", "Begin", "Group")]
    [InlineData("end_repeat", "End", "Repeat")]
    [InlineData("begin lgroup", "Begin", "Repeat")]
    [InlineData("begin looped group", "Begin", "Repeat")]
    [InlineData("begin_kobomatrix", "Begin", "Matrix")]
    [InlineData("begin score", "Begin", "Score")]
    [InlineData("end_rank", "End", "Rank")]
    public void Structure_is_understood(string text, string kind, string structure)
    {
        var cell = TypeNames.Parse(text);

        Assert.Equal((kind, structure), (cell.Kind.ToString(), cell.Structure.ToString()));
    }

    [Fact]
    public void Every_type_but_unknown_has_a_spelling() =>
        Assert.All(Enum.GetValues<QuestionType>().Where(t => t != QuestionType.Unknown), type => Assert.Contains(Spellings, s => TypeNames.Parse(s).Type == type));

    [Fact]
    public void Days_and_percentages_bring_their_condition_along()
    {
        var form = Sheets.Form("type | name | constraint\npercentage | p |\nnumber of days in last month | d | . < 5");

        Assert.Equal([". >= 0 and . <= 100", ". < 5"], form.Questions.Select(q => q.Constraint!.Text));
    }

    private static string[] Spellings =>
    [
        "text", "integer", "decimal", "range", "percentage", "date", "time", "dateTime", "select_one L", "select_multiple L", "select_one_from_file f.csv",
        "select_multiple_from_file f.csv", "select_one_external L", "select_one ${q}", "rank L", "note", "calculate", "hidden", "acknowledge", "geopoint",
        "geotrace", "geoshape", "image", "audio", "video", "file", "barcode", "phone number", "start", "end", "today", "deviceid", "username", "email",
        "phonenumber", "subscriberid", "simserial", "audit", "start-geopoint", "background-geopoint", "background-audio", "csv-external", "xml-external", "osm",
    ];
}
