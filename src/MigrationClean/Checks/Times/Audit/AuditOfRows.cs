using System.Collections.Immutable;

namespace MigrationClean.Checks.Times.Audit;

/// <summary>The figures of each submission's audit log, made when first asked for.</summary>
internal sealed class AuditOfRows(CheckContext context)
{
    private static readonly ImmutableArray<string> Identifiers = ["_uuid", "meta/instanceID", "KEY"];

    private readonly Dictionary<string, int> _order = context.Submissions.Form.Questions.Select((q, i) => (q.Path, i)).DistinctBy(q => q.Path).ToDictionary(q => q.Path, q => q.i, StringComparer.Ordinal);
    private readonly double _capMinutes = context.Settings.Of(TooShort.Check).Number(TooShort.Cap);
    private readonly (bool IsMade, AuditFigures? Figures)[] _made = new (bool, AuditFigures?)[context.Submissions.Main.RowCount];

    /// <summary>The figures of a row of the main table, or <see langword="null"/> where there is no log.</summary>
    public AuditFigures? Of(int row)
    {
        if (!_made[row].IsMade) _made[row] = (true, Log(row) is { } events ? AuditFigures.Of(events, _capMinutes, _order) : null);
        return _made[row].Figures;
    }

    // The folder has the name of the revision, or of the submission itself.
    private IReadOnlyList<AuditEvent>? Log(int row)
    {
        var main = context.Submissions.Main;
        var names = Identifiers.Select(name => main.Find(name)?.Value.TextAt(row)).Prepend(main.SubmissionIdOf(row));
        foreach (var name in names)
        {
            if (string.IsNullOrEmpty(name)) continue;
            var folder = name.Trim().ToLowerInvariant();
            if (folder.StartsWith("uuid:", StringComparison.Ordinal)) folder = folder[5..];
            if (context.Settings.Audit!.BySubmission.TryGetValue(folder, out var events)) return events;
        }

        return null;
    }
}
