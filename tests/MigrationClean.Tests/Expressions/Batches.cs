using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Batch;
using MigrationClean.Files;

namespace MigrationClean.Tests.Expressions;

/// <summary>Runs lines as <c>eval --batch</c> does.</summary>
internal static class Batches
{
    public static EvaluationSettings Settings { get; } = new() { Now = new(2024, 3, 5, 9, 0, 0, TimeSpan.Zero) };

    /// <summary>The answers, a JSON object each.</summary>
    public static string[] Answers(string lines, string? fixtures = null, EvaluationSettings? settings = null)
    {
        using var output = new StringWriter();
        ExpressionBatch.Run(File("lines.jsonl", lines), fixtures is null ? null : File("fixtures.json", fixtures), settings ?? Settings, output);
        return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>What is said of lines that cannot be used.</summary>
    public static InputException Refused(string lines, string? fixtures = null) => Assert.Throws<InputException>(() => Answers(lines, fixtures));

    public static InputFile File(string name, string text) => InputFile.FromStream(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
}
