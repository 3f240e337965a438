using System.Security.Cryptography;
using System.Text;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Checks;

public sealed class FindingIdTests
{
    private static readonly Finding Found = new()
    {
        Check = new("FORM-05", "choice-not-in-list"),
        Severity = Severity.Error,
        Location = new() { File = "may.csv", Row = 3 },
        SubmissionId = "5c1e",
        Table = "kids",
        RowPath = "2/1",
        Question = "sex",
        Value = "femle",
    };

    [Fact]
    public void It_is_the_start_of_a_hash_over_check_version_row_key_question_and_value()
    {
        var text = string.Join('\u001F', "FORM-05", "1", "5c1e", "kids", "2/1", "sex", "femle");
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16], FindingId.Of(Found));
    }

    [Fact]
    public void It_stays_when_the_export_is_sorted_and_changes_with_the_value()
    {
        Assert.Equal(FindingId.Of(Found), FindingId.Of(Found with { Location = new() { File = "june.csv", Row = 99 }, Severity = Severity.Info, Arguments = [new("list", "sex")] }));
        Assert.NotEqual(FindingId.Of(Found), FindingId.Of(Found with { Value = "fmale" }));
    }

    [Fact]
    public void With_a_key_it_cannot_be_guessed_back() => Assert.NotEqual(FindingId.Of(Found), FindingId.Of(Found, "key"u8));

    [Fact]
    public void Findings_about_files_are_told_apart_by_their_place()
    {
        var file = Found with { SubmissionId = null, Question = null, Value = null };
        Assert.NotEqual(FindingId.Of(file), FindingId.Of(file with { Location = new() { File = "june.csv", Row = 3 } }));
    }
}
