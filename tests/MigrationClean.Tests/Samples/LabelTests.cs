using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Samples;

/// <summary>Findings of the form's logic name a question by its label in the reader's language.</summary>
public sealed class LabelTests
{
    [Theory]
    [InlineData(Language.English, null, "Age in full years")]
    [InlineData(Language.Russian, null, "Возраст")]
    [InlineData(Language.English, "ru", "Возраст")]
    public void A_finding_names_the_question_by_its_label(Language reader, string? labels, string begins)
    {
        var folder = Path.Combine(Repository.Root, "samples", "returnees");
        var report = Pipeline.Validate(new()
        {
            Exports = [InputFile.FromPath(Path.Combine(folder, "export.xlsx"))],
            Forms = [InputFile.FromPath(Path.Combine(folder, "form.xlsx"))],
            Checks = new() { Select = ["FORM-01"], Reader = reader, Labels = labels },
        }).Report;

        var finding = report.Findings.First(f => f.Question == "age");
        Assert.StartsWith(begins, finding.Arguments.Single(a => a.Name == "label").Value, StringComparison.Ordinal);
    }
}
