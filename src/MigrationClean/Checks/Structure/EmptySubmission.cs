using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>A submission without any answer: only what the device fills in by itself.</summary>
/// <remarks>Calculations are no answers. Source: cleaning §4.1.</remarks>
internal sealed class EmptySubmission : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("ID-11", "empty-submission");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var submissions = context.Submissions;
        if (submissions.Main.RowCount == 0 || !submissions.Tables.SelectMany(t => t.Columns).Any(IsAnswer)) yield break;
        var hasAnswer = new bool[submissions.Main.RowCount];
        foreach (var table in submissions.Tables)
            foreach (var column in table.Columns)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (!IsAnswer(column) || column.Value.IsBlank) continue;
                var says = new bool[column.Value.ValueCount];
                // A choice that was not made is a 0 of the export, no answer.
                for (var code = 1; code < says.Length; code++)
                    says[code] = !context.IsBlank(column.Value.Utf8(code)) && !(column.Role == ColumnRole.Chosen && column.Value.Utf8(code).SequenceEqual("0"u8));
                for (var row = 0; row < table.RowCount; row++)
                    if (says[column.Value.CodeAt(row)] && table.RootRow(row) is >= 0 and var root) hasAnswer[root] = true;
                if (Array.TrueForAll(hasAnswer, h => h)) yield break;
            }

        for (var row = 0; row < hasAnswer.Length; row++)
            if (!hasAnswer[row]) yield return context.At(this, submissions.Main, row, null);
    }

    private static bool IsAnswer(TableColumn column) => column.Role switch
    {
        ColumnRole.Answer => column.Question is { HoldsAnswer: true, Calculation: null, Type: not (QuestionType.Calculate or QuestionType.Hidden) },
        ColumnRole.Chosen or ColumnRole.GeoPart => true,
        _ => false,
    };
}
