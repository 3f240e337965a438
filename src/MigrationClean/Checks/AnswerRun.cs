using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>
/// Runs the checks of single answers: each distinct answer once, under each form version of the rows that hold it; what is found fans out
/// to rows by code.
/// </summary>
internal static class AnswerRun
{
    private const int BlockRows = 4096;

    /// <summary>Adds to <paramref name="findings"/> what the checks find. Rows are only looked at where something was found.</summary>
    public static void Run(CheckContext context, IReadOnlyList<AnswerCheck> checks, List<Finding> findings, CancellationToken cancellation)
    {
        foreach (var table in context.Submissions.Tables)
            foreach (var column in table.Columns)
            {
                cancellation.ThrowIfCancellationRequested();
                if (column.Role != ColumnRole.Answer || column.Question is null || column.Value.IsBlank) continue;

                foreach (var (question, forms) in VersionsOf(context.Submissions, column))
                {
                    var judging = checks.Where(c => c.Judges(question)).ToList();
                    foreach (var check in judging) TellNotJudged(context, check, table, column, question, forms);
                    judging.RemoveAll(c => c.WhyNotJudged(question) is not null);
                    if (judging.Count > 0 && Judge(context, judging, question, column) is { } found)
                        FanOut(context.Submissions, table, column, forms, found, findings);
                }
            }
    }

    /// <summary>
    /// The question as each form version has it, with the versions. A version that lacks it is judged by the newest that has it.
    /// </summary>
    private static List<(Question Question, bool[] Forms)> VersionsOf(SubmissionSet submissions, TableColumn column)
    {
        var versions = new List<(Question Question, bool[] Forms)>();
        for (var form = 0; form < submissions.Forms.Length; form++)
        {
            var question = form < column.ByForm.Length ? column.ByForm[form] ?? column.Question! : column.Question!;
            var at = versions.FindIndex(v => v.Question == question);
            if (at < 0)
            {
                at = versions.Count;
                versions.Add((question, new bool[submissions.Forms.Length]));
            }

            versions[at].Forms[form] = true;
            if (submissions.Main.FormOfRow.IsEmpty) break;
        }

        return versions;
    }

    private static void TellNotJudged(CheckContext context, AnswerCheck check, Table table, TableColumn column, Question question, bool[] forms)
    {
        if (check.WhyNotJudged(question) is not { } reason) return;
        var rows = 0;
        for (var row = 0; row < table.RowCount; row++)
            if (column.Value.CodeAt(row) != 0 && forms[FormIndex(context.Submissions, table, row)]) rows++;
        if (rows > 0) context.NotJudged(check.Id, question.Name, reason, rows, new FindingArgument("list", question.ListName ?? ""));
    }

    private static List<Finding>?[]? Judge(CheckContext context, List<AnswerCheck> checks, Question question, TableColumn column)
    {
        List<Finding>?[]? found = null;
        for (var code = 1; code < column.Value.ValueCount; code++)
        {
            var answer = new Answer(question, column, code);
            if (context.IsNaLiteral(answer.Utf8)) continue;
            foreach (var check in checks)
                foreach (var finding in check.Run(answer))
                {
                    found ??= new List<Finding>?[column.Value.ValueCount];
                    (found[code] ??= []).Add(finding);
                }
        }

        return found;
    }

    private static void FanOut(
        SubmissionSet submissions, Table table, TableColumn column, bool[] forms, List<Finding>?[] found, List<Finding> findings)
    {
        var codes = new int[Math.Min(BlockRows, table.RowCount)];
        for (var first = 0; first < table.RowCount; first += codes.Length)
        {
            var part = codes.AsSpan(0, Math.Min(codes.Length, table.RowCount - first));
            column.Value.CopyCodes(first, part);
            for (var i = 0; i < part.Length; i++)
            {
                var row = first + i;
                if (found[part[i]] is not { } here || !forms[FormIndex(submissions, table, row)]) continue;
                foreach (var finding in here) findings.Add(Placed(finding, submissions, table, row, column));
            }
        }
    }

    private static int FormIndex(SubmissionSet submissions, Table table, int row)
    {
        if (submissions.Main.FormOfRow.IsEmpty) return 0;
        var root = table.RootRow(row);
        return root < 0 ? 0 : submissions.Main.FormOfRow[root];
    }

    private static Finding Placed(Finding finding, SubmissionSet submissions, Table table, int row, TableColumn column) => finding with
    {
        Location = table.LocationOf(row, column),
        SubmissionId = table.SubmissionIdOf(row),
        Table = table.Path,
        RowPath = table.RowPathOf(row),
        Path = table.PathOf(row, column.Question!, submissions.FormOf(table, row)),
    };
}
