using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>A key that should be a submission's alone (household, telephone number) is held by several.</summary>
/// <remarks>
/// Components are compared one by one. A key that is blank in all parts is none; one that is blank in some counts only with <c>partial</c>. Copies of one
/// submission are ID-02's. All holders are listed. Where several submissions may share a key (two informants of one place), <c>must_agree</c> names the
/// questions in which they have to agree. Source: cleaning §4.1.
/// </remarks>
internal sealed class SharedKey : SubmissionCheck
{
    private const string Partial = "partial";
    private const string MustAgree = "must_agree";
    private const int MostNamed = 10;

    /// <inheritdoc/>
    public override CheckId Id => new("ID-03", "shared-key");

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Partial, ParameterKind.Boolean, "false"), new(MustAgree, ParameterKind.Map)];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        foreach (var key in context.Settings.Columns.Keys)
        {
            TableColumn[] columns = [.. key.Select(name => Named(context, name))];
            foreach (var rows in Holders(context, columns))
                foreach (var row in rows)
                {
                    var other = rows.First(r => r != row);
                    var differing = Differing(context, row, other);
                    yield return context.At(
                        this, main, row, columns[0],
                        new("key", string.Join(", ", key)),
                        new("n", rows.Count.ToString(CultureInfo.InvariantCulture)),
                        new("others", string.Join(", ", rows.Where(r => r != row).Take(MostNamed).Select(r => $"{main.LocationOf(r).Row}"))),
                        new("differ", differing.Count.ToString(CultureInfo.InvariantCulture)),
                        new("questions", string.Join(", ", differing.Take(MostNamed)))) with
                    {
                        Group = $"{string.Join('+', key)}:{main.SubmissionIdOf(rows[0]) ?? rows[0].ToString(CultureInfo.InvariantCulture)}",
                        RelatedSubmission = main.SubmissionIdOf(other),
                    };
                }
        }

        foreach (var (key, questions) in context.Of(this).Pairs(MustAgree))
            foreach (var finding in Disagreements(context, key, questions.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries))) yield return finding;
    }

    // Told at each side of each question, as nobody knows which side is right.
    private IEnumerable<Finding> Disagreements(CheckContext context, string key, string[] questions)
    {
        var main = context.Submissions.Main;
        var column = Named(context, key);
        var judged = questions.Select(q => (Column: Named(context, q), Codes: FoldedCodes(context, Named(context, q)))).ToList();
        foreach (var rows in Holders(context, [column]))
            foreach (var (question, codes) in judged)
            {
                if (rows.Where(r => codes[r] != 0).Select(r => codes[r]).Distinct().Count() < 2) continue;
                foreach (var row in rows.Where(r => codes[r] != 0))
                {
                    var other = rows.First(r => codes[r] != 0 && codes[r] != codes[row]);
                    yield return context.At(this, main, row, question, new("key", key), new("question", question.Name), new("row", $"{main.LocationOf(other).Row}")) with
                    {
                        Variant = "disagree",
                        Severity = Severity.Warning,
                        Group = $"{key}:{main.SubmissionIdOf(rows[0]) ?? rows[0].ToString(CultureInfo.InvariantCulture)}",
                        RelatedSubmission = main.SubmissionIdOf(other),
                    };
                }
            }
    }

    // Rows of one submission count once: its copies are another check's.
    private List<List<int>> Holders(CheckContext context, TableColumn[] columns)
    {
        var main = context.Submissions.Main;
        var (codes, isPartial) = (columns.Select(c => FoldedCodes(context, c)).ToArray(), context.Of(this).Flag(Partial));
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var row = 0; row < main.RowCount; row++)
        {
            var parts = codes.Select(c => c[row]).ToArray();
            if (isPartial ? parts.All(p => p == 0) : parts.Contains(0)) continue;
            var key = string.Join(' ', parts.Select(p => p.ToString(CultureInfo.InvariantCulture)));
            if (!groups.TryGetValue(key, out var rows)) groups.Add(key, rows = []);
            rows.Add(row);
        }

        return [.. groups.Values.Select(rows => rows.DistinctBy(r => main.SubmissionIdOf(r) ?? $"#{r}").ToList()).Where(rows => rows.Count > 1)];
    }

    // Outer blanks make no other value.
    private static int[] FoldedCodes(CheckContext context, TableColumn column)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal) { [""] = 0 };
        var byCode = new int[column.Value.ValueCount];
        for (var code = 1; code < byCode.Length; code++)
        {
            var text = context.IsBlank(column.Value.Utf8(code)) ? "" : column.Value.Text(code).Trim();
            if (!numbers.TryGetValue(text, out byCode[code])) numbers.Add(text, byCode[code] = numbers.Count);
        }

        return [.. column.Value.CodesOfAllRows().Select(code => byCode[code])];
    }

    private static List<string> Differing(CheckContext context, int a, int b) =>
    [
        .. context.Submissions.Main.Columns
            .Where(c => c is { Role: ColumnRole.Answer, Question.HoldsAnswer: true }
                && c.Value.CodeAt(a) != c.Value.CodeAt(b) && !c.Value.Utf8(c.Value.CodeAt(a)).SequenceEqual(c.Value.Utf8(c.Value.CodeAt(b))))
            .Select(c => c.Name),
    ];

    private static TableColumn Named(CheckContext context, string name)
    {
        var main = context.Submissions.Main;
        var column = main.Find(name) ?? main.Columns.FirstOrDefault(c => c.Question?.Path == name || c.Header == name);
        return column ?? throw UnknownName.Of("question", "columns.keys", name, main.Columns.Select(c => c.Name));
    }
}
