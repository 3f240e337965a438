using MigrationClean.Cli.Arguments;
using MigrationClean.Cli.Config;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Batch;
using MigrationClean.Files;
using MigrationClean.Forms.Linting;
using MigrationClean.Monitoring;
using MigrationClean.Submissions;
using MigrationClean.Writing;

namespace MigrationClean.Cli;

/// <summary>
/// What the verbs call of the library. <c>Program.cs</c> puts the real ones in; a test that looks at the line alone needs none.
/// </summary>
internal sealed record Stages
{
    /// <summary>Reads, aligns and checks.</summary>
    public Func<ValidateRequest, CancellationToken, ValidateResult> Validate { get; init; } = Pipeline.Validate;

    /// <summary>The whole path.</summary>
    public Func<CleanRequest, CancellationToken, CleanResult> Clean { get; init; } = Pipeline.Clean;

    /// <summary>Writes a report of what was validated.</summary>
    public required Action<ReportOrder, TextWriter> Report { get; init; }

    /// <summary>The summary in Markdown of what was validated.</summary>
    public required Func<ReportOrder, string> Summary { get; init; }

    /// <summary>Holds an output folder against its manifest: the result has no submissions.</summary>
    public required Func<string, ReportOrder, ValidateResult> CheckOutput { get; init; }

    /// <summary>Says what is wrong with forms.</summary>
    public Func<IEnumerable<Files.InputFile>, LintSettings, CancellationToken, IReadOnlyList<LintResult>> Lint { get; init; } =
        (forms, settings, cancellation) => Pipeline.Lint(forms, settings, cancellation);

    /// <summary>Writes a report of what was linted.</summary>
    public required Action<ReportOrder, IReadOnlyList<LintResult>, TextWriter> LintReport { get; init; }

    /// <summary>Reads, checks, and makes the supervisor's view; with second interviews or without.</summary>
    public Func<ValidateRequest, Files.InputFile?, MonitorSettings, CancellationToken, MonitorReport> Monitor { get; init; } = Pipeline.Monitor;

    /// <summary>Writes the supervisor's view.</summary>
    public required Action<ReportOrder, MonitorReport, Stream> MonitorReport { get; init; }

    /// <summary>Reads and aligns, without checking.</summary>
    public Func<ValidateRequest, CancellationToken, SubmissionSet> Read { get; init; } = Pipeline.Read;

    /// <summary>Writes one canonical submission a line.</summary>
    public Action<SubmissionSet, Stream> WriteNdjson { get; init; } = NdjsonWriter.Write;

    /// <summary>Answers JSON lines with expressions; lines with whole forms need an engine that is connected here.</summary>
    public Action<InputFile, InputFile?, EvaluationSettings, TextWriter, CancellationToken> AnswerLines { get; init; } = ExpressionBatch.Run;

    /// <summary>Evaluates an expression on a submission of an export: what was asked, the project's settings, the streams, progress.</summary>
    public Func<EvalChoices, ProjectSettings, EvaluationSettings, Streams, IProgress<Step>?, CancellationToken, IReadOnlyList<EvaluationAnswer>>
        EvaluateSubmission
    { get; init; } = (_, _, _, _, _, _) =>
        throw UsageMistake.Of("later-option", ("option", "--submission"), ("command", $"{ProgramVersion.Name} eval"));

    /// <summary>Says what a log would do.</summary>
    public Func<ValidateRequest, LogRequest, CancellationToken, LogReport> CheckLog { get; init; } = LogPipeline.Check;

    /// <summary>Applies a log to copies of the exports.</summary>
    public Func<ValidateRequest, LogRequest, CorrectedOutput, bool, CancellationToken, LogReport> ApplyLog { get; init; } = LogPipeline.Apply;

    /// <summary>Turns an audit trail back.</summary>
    public Func<ValidateRequest, InputFile, CorrectedOutput, CancellationToken, LogReport> UndoLog { get; init; } = LogPipeline.Undo;

    /// <summary>Writes a report of what a log would do.</summary>
    public required Action<string, LogReport, ReportOrder, TextWriter> LogReport { get; init; }

    /// <summary>Draws up a log of what was found.</summary>
    public Func<LogNewRequest, CancellationToken, LogFile> NewLog { get; init; } = Logs.New;

    /// <summary>Puts several logs together: the logs, the language, the name of their profile.</summary>
    public Func<System.Collections.Immutable.ImmutableArray<InputFile>, Language, string?, LogFile> MergeLogs { get; init; } = Logs.Merge;

    /// <summary>Writes a project folder and returns what is in it.</summary>
    public required Func<InitOrder, CancellationToken, IReadOnlyList<string>> Init { get; init; }
}

/// <summary>Which report is wanted.</summary>
internal sealed record ReportOrder
{
    /// <summary><c>text</c>, <c>json</c>, <c>sarif</c>, <c>junit</c>, <c>github</c>.</summary>
    public required string Format { get; init; }

    /// <summary>What was validated; <see langword="null"/> until it is.</summary>
    public ValidateResult? Result { get; init; }

    /// <summary>Language of labels that the settings ask for.</summary>
    public string? Labels { get; init; }

    /// <summary>Which checks are wanted; of an output folder, FILE-14 alone.</summary>
    public Checks.CheckSettings Checks { get; init; } = new();

    /// <summary>The project's lasting key for the findings' ids; empty = none.</summary>
    public System.Collections.Immutable.ImmutableArray<byte> FindingKey { get; init; } = [];

    /// <summary>Language of its sentences.</summary>
    public required Language Language { get; init; }

    /// <summary>Whether answers are shown.</summary>
    public bool ShowValues { get; init; }

    /// <summary>From which severity on it is not ok; <see langword="null"/> = never.</summary>
    public Severity? FailOn { get; init; }

    /// <summary>Whether it is coloured.</summary>
    public bool Colour { get; init; }
}

/// <summary>Which project folder is wanted.</summary>
internal sealed record InitOrder
{
    /// <summary>The form.</summary>
    public required Files.InputFile Form { get; init; }

    /// <summary>An export whose content tells more about the questions, or <see langword="null"/>.</summary>
    public Files.InputFile? Export { get; init; }

    /// <summary>The folder, not yet there or empty.</summary>
    public required string Folder { get; init; }

    /// <summary>Where the key file is, or is to be made; <see langword="null"/> = no key.</summary>
    public string? KeyFile { get; init; }

    /// <summary>Language of the plan's words.</summary>
    public required Language Language { get; init; }
}
