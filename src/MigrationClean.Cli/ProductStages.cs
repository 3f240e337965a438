using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Checks.Logic.Explaining;
using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Commands;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Batch;
using MigrationClean.Reporting;
using MigrationClean.Submissions;
using MigrationClean.Writing;

namespace MigrationClean.Cli;

/// <summary>The library's stages as the verbs call them.</summary>
internal static class ProductStages
{
    /// <summary>All of them.</summary>
    public static Stages All { get; } = new()
    {
        Report = (order, output) => ValidateReport.Write(order.Format, order.Result!, OptionsOf(order), output),
        Summary = order => ValidateReport.GithubSummaryOf(order.Result!, OptionsOf(order)),
        CheckOutput = CheckOutput,
        LogReport = (format, report, order, output) => LogCheckReport.Write(format, report, OptionsOf(order), output),
        AnswerLines = RecordAnswers.Run,
        EvaluateSubmission = EvaluateSubmission,
        LintReport = (order, forms, output) => LintReport.Write(order.Format, forms, OptionsOf(order), output),
        MonitorReport = (order, report, output) => MonitorFormats.Write(order.Format, report, OptionsOf(order), output),
        Init = (order, cancellation) => ProjectFolder.Write(order, SeenBy(order, cancellation)),
    };

    private static SubmissionSet? SeenBy(InitOrder order, CancellationToken cancellation) =>
        order.Export is null ? null : Pipeline.Read(new() { Exports = [order.Export], Forms = [order.Form] }, cancellation);

    private static ReportOptions OptionsOf(ReportOrder order) => new()
    {
        Language = order.Language,
        Labels = order.Labels,
        ShowValues = order.ShowValues,
        FailOn = order.FailOn,
        FindingKey = order.FindingKey,
        ToolVersion = ProgramVersion.Number,
        Colour = order.Colour ? new ReportStyle() : null,
    };

    private static IReadOnlyList<EvaluationAnswer> EvaluateSubmission(
        EvalChoices asked, ProjectSettings project, EvaluationSettings settings, Streams streams, IProgress<Step>? progress, CancellationToken cancellation)
    {
        var reading = new ReadingChoices
        {
            Exports = asked.Exports,
            Forms = asked.Forms,
            TimeZone = asked.TimeZone,
            Dialect = asked.Dialect,
            Encoding = asked.Encoding,
            Threads = asked.Threads,
        };
        var request = Requests.Validate(reading, null, project, streams) with { Progress = progress };
        var submissions = Pipeline.Read(request, cancellation);
        return SubmissionExpression.Evaluate(submissions, asked.Submission!, asked.Expression!, asked.At, asked.Type, settings, request.Checks with { Labels = asked.Labels ?? project.Labels }, asked.Now);
    }

    private static ValidateResult CheckOutput(string folder, ReportOrder order)
    {
        ImmutableArray<Finding> findings = IsWanted(order.Checks) ? OutputCheck.Run(folder) : [];
        return new(NoSubmissions, new Consent(), new() { Findings = findings, NotJudged = [], Checks = [OutputCheck.Id], Submissions = 0 });
    }

    private static bool IsWanted(CheckSettings checks) => (checks.Select.IsEmpty || checks.Select.Any(Names)) && !checks.Ignore.Any(Names);

    private static bool Names(string word) => new[] { OutputCheck.Id.Code, OutputCheck.Id.Name, OutputCheck.Id.Family }.Contains(word, StringComparer.OrdinalIgnoreCase);

    // An output folder is judged by its manifest: no form, no input, no row.
    private static SubmissionSet NoSubmissions => new() { Forms = [], Inputs = [], Main = new(null, null, [], [], []) };
}
