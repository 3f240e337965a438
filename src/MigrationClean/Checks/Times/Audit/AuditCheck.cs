using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Times.Audit;

/// <summary>A check of the audit logs. Without logs it has nothing to say; submissions without one are not judged.</summary>
internal abstract class AuditCheck : SubmissionCheck
{
    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Run(CheckContext context)
    {
        if (context.Settings.Audit is null) return [];
        var audited = context.Interviews.Timed.Rows.Where(row => context.Interviews.AuditOf(row) is not null).ToArray();
        if (audited.Length < context.Interviews.Timed.Rows.Length) context.NotJudged(Id, null, "no-audit", context.Interviews.Timed.Rows.Length - audited.Length);
        return Judge(context, audited);
    }

    /// <summary>What is to be said of the interviews that have a log.</summary>
    protected abstract IEnumerable<Finding> Judge(CheckContext context, int[] rows);

    /// <summary>A finding about a submission.</summary>
    protected Finding Said(CheckContext context, int row, params FindingArgument[] arguments) => context.At(this, context.Submissions.Main, row, null, arguments);

    /// <summary>A share as a percentage.</summary>
    protected static string Percent(double share) => Math.Round(100 * share).ToString(CultureInfo.InvariantCulture);
}
