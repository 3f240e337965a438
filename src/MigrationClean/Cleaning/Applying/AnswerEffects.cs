using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>Turns the effects of lines into changed cells; parents and choices of a select_multiple move together (cleaning §6.2 steps 5 and 6, §6.5).</summary>
internal sealed class AnswerEffects(ImmutableArray<Table> tables, ChangeSet changes)
{
    private readonly List<Finding> _findings = [];

    /// <summary>LOGF-12 of parents and choices that contradict each other; notices of choices without a column.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Makes the changes of lines that do not contradict each other.</summary>
    public void Apply(IEnumerable<ResolvedLine> effects)
    {
        foreach (var answer in effects.GroupBy(e => e.Place).OrderBy(g => g.Key))
        {
            ResolvedLine[] lines = [.. answer];
            var whole = lines.FirstOrDefault(l => l.Option is null);
            ResolvedLine[] parts = [.. lines.Where(l => l.Option is not null)];
            if (whole is not null) Whole(answer.Key, whole, parts);
            else Parts(answer.Key, parts);
        }
    }

    private void Whole(CellPlace place, ResolvedLine whole, ResolvedLine[] parts)
    {
        var names = (whole.Value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var against = parts.Where(p => names.Contains(p.Option, StringComparer.Ordinal) != (p.Value == "1")).ToList();
        if (against.Count > 0)
        {
            _findings.Add(LineGroups.Conflict("LOGF-12/parent-child", [whole, .. against]));
            return;
        }

        changes.SetAnswer(place, whole.Value, ChangeCause.Log, whole);
        if (whole.Question!.Type.IsSelectMultiple())
            foreach (var name in names) TellMissingColumn(place, whole, name);
    }

    private void Parts(CellPlace place, ResolvedLine[] parts)
    {
        var held = changes.RawAt(place);
        var options = parts.ToDictionary(p => p.Option!, p => p.Value == "1", StringComparer.Ordinal);
        var value = SelectMultiple.With(held, parts[0].Question!, options);

        // Other was no answer at all: then nobody answered, and no choice was left out (cleaning §5.4).
        var isInvalid = value.Length == 0 && parts.Any(p => LineResolver.IsOfOthers(p.Entry));
        var only = held.Length > 0 && !isInvalid ? options.Keys.ToHashSet(StringComparer.Ordinal) : null;
        changes.SetAnswer(place, value, ChangeCause.Parent, parts[0], isAnswered: !isInvalid, only);
        foreach (var part in parts)
        {
            var column = tables[place.Table].Columns[place.Column];
            if (SelectMultiple.ChildOf(tables[place.Table], column, part.Option!) is not { } child) TellMissingColumn(place, part, part.Option!);
            else if (!isInvalid) changes.Set(place with { Column = tables[place.Table].Columns.IndexOf(child) }, part.Value, ChangeCause.Log, part);
        }
    }

    private void TellMissingColumn(CellPlace place, ResolvedLine line, string option)
    {
        var (table, column) = (tables[place.Table], tables[place.Table].Columns[place.Column]);
        if (table.ChosenColumnsOf(column.Question!).IsEmpty || SelectMultiple.ChildOf(table, column, option) is not null) return;
        _findings.Add(LogFindings.About("LOGF-08/no-column", Severity.Notice, line.Entry, "new_value", new("question", line.Question!.Name), new("choice", option)));
    }
}
