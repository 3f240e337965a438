using System.Collections.Immutable;
using MigrationClean.Checks.Sample;

namespace MigrationClean.Monitoring;

/// <summary>The supervisor's view: figures and submission keys, no answers.</summary>
public sealed record MonitorReport
{
    /// <summary>Submissions, each once.</summary>
    public required int Submissions { get; init; }

    /// <summary>Consented interviews among them.</summary>
    public required int Interviews { get; init; }

    /// <summary>How many figures of the first kind of units call for action.</summary>
    public int Acts => Units.Where(u => u.By == By[0]).Sum(u => u.Acts);

    /// <summary>The kinds of units, in the order asked for.</summary>
    internal ImmutableArray<string> By { get; init; } = [];

    /// <summary>Kinds that were asked for and that the data do not have.</summary>
    internal ImmutableArray<string> Absent { get; init; } = [];

    /// <summary>The units of the whole period: by kind, then by number of figures that call for action, then by name; days by date.</summary>
    internal ImmutableArray<MonitorUnit> Units { get; init; } = [];

    /// <summary>The day that is today; <see langword="null"/> where no interview tells its day.</summary>
    internal DateOnly? Today { get; init; }

    /// <summary>The units of the first kind on that day.</summary>
    internal ImmutableArray<MonitorUnit> TodayUnits { get; init; } = [];

    /// <summary>What contradicts the form or itself in that day's submissions.</summary>
    internal ImmutableArray<FactToFix> Facts { get; init; } = [];

    /// <summary>Interviews of that day to be checked by a call or by listening.</summary>
    internal ImmutableArray<Drawn> Drawn { get; init; } = [];

    /// <summary>Each day of each unit of the first kind, by day and name.</summary>
    internal ImmutableArray<TrendCell> Trend { get; init; } = [];

    /// <summary>The questions, in form order.</summary>
    internal ImmutableArray<QuestionFigures> Questions { get; init; } = [];

    /// <summary>The rows of the planned sample.</summary>
    internal ImmutableArray<SampleLine> Sample { get; init; } = [];

    /// <summary>The comparison with second interviews: by enumerator, back-checker and question.</summary>
    internal ImmutableArray<BackCheckLine> BackCheck { get; init; } = [];

    /// <summary>Myers' blended index of all ages from 10 to 89; <see langword="null"/> without such ages.</summary>
    internal double? Myers { get; init; }

    /// <summary>How many ages it is made of.</summary>
    internal int MyersN { get; init; }

    /// <summary>How many marks of the first kind of units chance alone would make.</summary>
    internal double FalseAlarms { get; init; }
}

/// <summary>A finding that the data contradict.</summary>
/// <param name="Code">Its check.</param>
/// <param name="Submission">The submission.</param>
/// <param name="Question">The question, or "".</param>
/// <param name="Unit">Who made it, by the first kind of units.</param>
internal readonly record struct FactToFix(string Code, string Submission, string Question, string Unit);

/// <summary>An interview that was drawn to be checked.</summary>
/// <param name="Unit">Who made it.</param>
/// <param name="Submission">The submission.</param>
/// <param name="Kind"><c>call</c> or <c>listen</c>.</param>
internal readonly record struct Drawn(string Unit, string Submission, string Kind);

/// <summary>What a unit did on a day.</summary>
internal readonly record struct TrendCell(DateOnly Day, string Unit, int Interviews, double? MedianMinutes, int Findings);

/// <summary>How a question is answered: shows one that is badly worded.</summary>
/// <param name="Question">Its name.</param>
/// <param name="Label">Its label.</param>
/// <param name="Asked">How often it was asked.</param>
/// <param name="Missing">How often it was left blank.</param>
/// <param name="DontKnow">Answers "don't know"; <see langword="null"/> where it offers none.</param>
/// <param name="Refused">Refusals; <see langword="null"/> where it offers none.</param>
/// <param name="Other">Answers "other"; <see langword="null"/> where it offers none.</param>
/// <param name="Outliers">Numbers far from the others (OUT-01); <see langword="null"/> where it is no number.</param>
internal sealed record QuestionFigures(string Question, string Label, int Asked, int Missing, int? DontKnow, int? Refused, int? Other, int? Outliers);

/// <summary>A row of the planned sample and how far it is.</summary>
/// <param name="Stratum">Question and value; a point under <c>point</c>.</param>
/// <param name="Progress">How far it is.</param>
internal sealed record SampleLine(ImmutableArray<(string Question, string Value)> Stratum, StratumProgress Progress);

/// <summary>How the second interviews agree.</summary>
/// <param name="By"><c>enumerator</c>, <c>back_checker</c> or <c>question</c>.</param>
/// <param name="Name">Of whom or what.</param>
/// <param name="Kind">The questions' type, 1 to 3.</param>
/// <param name="Pairs">Interviews with a second one.</param>
/// <param name="Compared">Answers compared.</param>
/// <param name="Differing">Those that differ.</param>
/// <param name="Figures">Of a question of numbers or two choices: paired test and reliability.</param>
/// <param name="Mark">Of type 1 alone.</param>
internal sealed record BackCheckLine(string By, string Name, int Kind, int Pairs, int Compared, int Differing, Checks.BackCheck.PairedFigures? Figures, Mark Mark)
{
    /// <summary>The error rate.</summary>
    public double Rate => Compared == 0 ? 0 : (double)Differing / Compared;
}
