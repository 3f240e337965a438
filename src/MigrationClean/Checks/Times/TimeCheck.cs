using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Times;

/// <summary>A check of when and how long people were interviewed.</summary>
internal abstract class TimeCheck : SubmissionCheck
{
    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Run(CheckContext context)
    {
        if (context.Submissions.Main.RowCount == 0) return [];
        if (context.Interviews.Times.StartColumn is null || (NeedsEnd && context.Interviews.Times.EndColumn is null))
        {
            context.NotJudged(Id, null, "no-times", context.Submissions.Main.RowCount);
            return [];
        }

        return Judge(context, context.Interviews.Timed);
    }

    /// <summary>Whether it cannot be judged without the end.</summary>
    protected virtual bool NeedsEnd => true;

    /// <summary>What is to be said.</summary>
    protected abstract IEnumerable<Finding> Judge(CheckContext context, Interviews interviews);

    /// <summary>A finding about the end (or the beginning) of a row.</summary>
    protected Finding Said(CheckContext context, int row, TableColumn? column, params FindingArgument[] arguments) =>
        context.At(this, context.Submissions.Main, row, column, arguments);

    /// <summary>Minutes with one decimal at most.</summary>
    protected static string Minutes(double minutes) => Math.Round(minutes, 1).ToString("0.#", CultureInfo.InvariantCulture);
}
