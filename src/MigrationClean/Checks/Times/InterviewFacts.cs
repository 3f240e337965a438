using MigrationClean.Checks.Times.Audit;

namespace MigrationClean.Checks.Times;

/// <summary>What checks ask about interviews: who held them, when, how long they took, and which submissions count. Each is found when first asked for.</summary>
internal sealed class InterviewFacts(CheckContext context)
{
    private int[]? _once;
    private Fieldwork? _fieldwork;
    private InterviewTimes? _times;
    private Interviews? _timed;
    private AuditOfRows? _audit;

    /// <summary>Rows of the main table, each submission once: of copies (ID-02) the one that stays.</summary>
    public int[] Once => _once ??= OnceEach();

    /// <summary>Who collected a submission, where and when: columns of the settings, or found by their words.</summary>
    public Fieldwork Fieldwork => _fieldwork ??= Fieldwork.Of(context.Submissions, context.Settings.Columns);

    /// <summary>When each submission began, ended and was sent.</summary>
    public InterviewTimes Times => _times ??= InterviewTimes.Of(context);

    /// <summary>The interviews that are judged by their times.</summary>
    public Interviews Timed => _timed ??= Interviews.Of(context);

    /// <summary>What the audit log of a submission says, or <see langword="null"/> where there is none.</summary>
    public AuditFigures? AuditOf(int row) => context.Settings.Audit is null ? null : (_audit ??= new(context)).Of(row);

    /// <summary>Active minutes of a submission, or <see langword="null"/> without an audit log.</summary>
    public double? ActiveMinutesOf(int row) => AuditOf(row)?.ActiveMinutes;

    /// <summary>Length of an interview in minutes: active time, else from start to end; <see langword="null"/> = unknown.</summary>
    public double? DurationOf(int row) => ActiveMinutesOf(row) ?? Times.MinutesOf(row);

    private int[] OnceEach()
    {
        var copies = Structure.Duplicates.Find(context.Submissions).SelectMany(g => g.Copies).Select(c => c.Row).ToHashSet();
        return [.. Enumerable.Range(0, context.Submissions.Main.RowCount).Where(r => !copies.Contains(r))];
    }
}
