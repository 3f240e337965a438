using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Checks.Texts;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>A submission made to try the form out: it says so itself, or it was made before collection began.</summary>
/// <remarks>
/// An identifier or an enumerator that holds a word of the list, or a text that consists of such words and numbers alone: "driving test" is an answer.
/// Source: cleaning §4.1.
/// </remarks>
internal sealed class TestEntry : SubmissionCheck
{
    private const string Patterns = "test_patterns";

    private static readonly string[] Identifiers = ["_uuid", "KEY", "meta/instanceID", "meta/instanceName", "_id"];

    /// <inheritdoc/>
    public override CheckId Id => new("ID-09", "test-entry");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Patterns, ParameterKind.Texts, "test;essai;тест;prueba")];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var patterns = context.Of(this).Texts(Patterns).Select(ComparableText.Of).ToHashSet(StringComparer.Ordinal);
        var fieldwork = context.Interviews.Fieldwork;
        foreach (var table in context.Submissions.Tables)
            foreach (var column in table.Columns)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                var isName = table.Parent is null && (Identifiers.Contains(column.Name) || column.Name == fieldwork.Enumerator);
                var isText = column.Role == ColumnRole.Answer && column.Question?.Type is QuestionType.Text or QuestionType.Barcode;
                if ((!isName && !isText) || column.Value.IsBlank) continue;
                var tests = new bool[column.Value.ValueCount];
                for (var code = 1; code < tests.Length; code++) tests[code] = IsTest(column.Value.Text(code), patterns, isName);
                if (!tests.Contains(true)) continue;
                for (var row = 0; row < table.RowCount; row++)
                    if (tests[column.Value.CodeAt(row)])
                        yield return context.At(this, table, row, column, new("column", column.Header), new FindingArgument("value", column.Value.TextAt(row), Sensitive: true));
            }

        foreach (var finding in Early(context, fieldwork)) yield return finding;
    }

    private static bool IsTest(string text, HashSet<string> patterns, bool isName)
    {
        if (text.Length > 60) return false;
        var words = ComparableText.WordsOf(text).Select(w => w.TrimEnd("0123456789".ToCharArray())).ToList();
        return isName ? words.Exists(patterns.Contains) : words.Exists(patterns.Contains) && words.TrueForAll(w => w.Length == 0 || patterns.Any(p => w.StartsWith(p, StringComparison.Ordinal)));
    }

    private IEnumerable<Finding> Early(CheckContext context, Fieldwork fieldwork)
    {
        if (context.Settings.Collection?.From is not { } from) yield break;
        var main = context.Submissions.Main;
        for (var row = 0; row < main.RowCount; row++)
        {
            if (!DateOnly.TryParseExact(Fieldwork.DateOf(main, row, fieldwork.Date), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) || day >= from) continue;
            yield return context.At(this, main, row, null, new("day", day.ToString("O", CultureInfo.InvariantCulture)), new FindingArgument("from", from.ToString("O", CultureInfo.InvariantCulture))) with { Variant = "early" };
        }
    }
}
