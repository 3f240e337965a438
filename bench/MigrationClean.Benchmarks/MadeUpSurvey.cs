using MigrationClean.Benchmarks.Generation;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;

namespace MigrationClean.Benchmarks;

/// <summary>The made-up survey of the whole-program measurements in a small size, read.</summary>
internal static class MadeUpSurvey
{
    /// <summary>Submissions of 250 columns.</summary>
    public static SubmissionSet Of(int rows)
    {
        var folder = Directory.CreateTempSubdirectory("bench").FullName;
        try
        {
            LargeSurvey.Write(folder, rows, 250);
            var form = FormReader.Read(InputFile.FromPath(Path.Combine(folder, "form.xlsx")));
            return SubmissionReader.Read([ExportReader.Read(InputFile.FromPath(Path.Combine(folder, "export.csv")), new())], [form]);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
