using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Methods;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>Tokens, grid cells and date shifts agree with values that two other programs computed from the same key and definitions.</summary>
public sealed class PseudonymTests
{
    private const string Project = "dtm-kgz-returnees";

    [Theory]
    [InlineData("respondent", "r1", IdentifierKind.Plain, "RET-00345", "axtxwjy2fn5t52fdfk4e")]
    [InlineData("respondent", "r2", IdentifierKind.Plain, "RET-00345", "266ht3bfhdx23rwgjqlo")]
    [InlineData("household", "r1", IdentifierKind.Plain, "RET-00345", "isq53psute3pi7e4jqzx")]
    [InlineData("phone", "all", IdentifierKind.Phone, "+996 555 000 111", "mtgfqhvtr6phrezfvzix")]
    [InlineData("phone", "all", IdentifierKind.Phone, "0555 00 01 11", "mtgfqhvtr6phrezfvzix")]
    [InlineData("phone", "all", IdentifierKind.Phone, "996(555)000-111", "mtgfqhvtr6phrezfvzix")]
    [InlineData("national-id", "all", IdentifierKind.Document, "2 0503 1987 00123", "6c5xy3zmt6avxl7es56e")]
    [InlineData("passport", "all", IdentifierKind.Document, "id 0003456", "tcv4nxhetlan6kwgputs")]
    [InlineData("person", "all", IdentifierKind.Name, "Асанова  Гүлнара", "xd2twxcgcc7rryftmkc5")]
    [InlineData("person", "all", IdentifierKind.Name, "АСАНОВА ГҮЛНАРА", "xd2twxcgcc7rryftmkc5")]
    [InlineData("person", "all", IdentifierKind.Name, "Айбек", "6fmslojzmuhtlg3tti3h")]
    [InlineData("enumerator", "all", IdentifierKind.Plain, "enum_07", "idqf5k5wjmbk2vbyggtb")]
    [InlineData("uuid", "all", IdentifierKind.Uuid, "uuid:2f1c0d3e-0000-4000-8000-000000000001", "e53f2nymn7bvxs2rl5mm")]
    internal void Token_is_the_defined_one(string domain, string epoch, IdentifierKind kind, string identifier, string token)
    {
        using var key = Keys.Fixed(0);
        using var pseudonyms = new Pseudonyms(key, Project, domain, epoch, kind);

        Assert.Equal(token, pseudonyms.TokenOf(identifier));
    }

    [Theory]
    [InlineData("АВ 1234567", "AB1234567")]
    [InlineData("ан-0001112", "AH0001112")]
    public void Look_alike_letters_of_a_document_become_latin(string written, string canonical) =>
        Assert.Equal(canonical, CanonicalIdentifier.Of(written, IdentifierKind.Document));

    [Theory]
    [InlineData(42.45, 77.2, 1000, 4720, 6333, 42.452417769616815, 77.19640980056884)]
    [InlineData(42.45, 77.2, 10000, 472, 632, 42.49288718598442, 77.14267171257598)]
    [InlineData(40.53, 72.79, 5000, 901, 1230, 40.53686539488355, 72.8046888096806)]
    [InlineData(41.2, 74.77, 1000, 4581, 6255, 41.20236246403971, 74.77126714635196)]
    public void Grid_cell_is_the_defined_one(double latitude, double longitude, double cell, long row, long column, double centreLatitude, double centreLongitude)
    {
        Assert.Equal((row, column), GridCell.IndexOf((latitude, longitude), cell));
        var centre = GridCell.CentreOf((latitude, longitude), cell);
        Assert.Equal(centreLatitude, centre.Latitude, 1e-9);
        Assert.Equal(centreLongitude, centre.Longitude, 1e-9);
    }

    [Fact]
    public void Another_key_gives_other_tokens()
    {
        using var one = new Pseudonyms(Keys.Fixed(1), Project, "phone", "", IdentifierKind.Phone);
        using var other = new Pseudonyms(Keys.Fixed(2), Project, "phone", "", IdentifierKind.Phone);

        Assert.NotEqual(one.TokenOf("0555000111"), other.TokenOf("0555000111"));
    }
}
