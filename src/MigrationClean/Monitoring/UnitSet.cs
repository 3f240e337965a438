using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks;
using MigrationClean.Checks.Logic;
using MigrationClean.Submissions;

namespace MigrationClean.Monitoring;

/// <summary>The submissions by who or where or when: each unit's rows of the main table, each submission once.</summary>
internal sealed class UnitSet
{
    private UnitSet(string by, ImmutableArray<string> names, int[] unitOf, int[] rows, CheckContext context)
    {
        (By, Names, UnitOf) = (by, names, unitOf);
        var submitted = names.Select(_ => new List<int>()).ToArray();
        var interviews = names.Select(_ => new List<int>()).ToArray();
        foreach (var row in rows)
        {
            if (unitOf[row] < 0) continue;
            submitted[unitOf[row]].Add(row);
            if (context.Consent.Question is null || context.Consent.Passes(row)) interviews[unitOf[row]].Add(row);
        }

        (Submitted, Interviews) = ([.. submitted.Select(u => u.ToArray())], [.. interviews.Select(u => u.ToArray())]);
        var counted = new bool[unitOf.Length];
        foreach (var row in Interviews.SelectMany(u => u)) counted[row] = true;
        InterviewOf = [.. unitOf.Select((unit, row) => counted[row] ? unit : -1)];
    }

    /// <summary>What the units are: <c>enumerator</c> …, or a question.</summary>
    public string By { get; }

    /// <summary>Their names as in the data, in ordinal order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>The unit of each row of the main table, −1 = none.</summary>
    public int[] UnitOf { get; }

    /// <summary>The unit of each row that is a consented interview, −1 for others.</summary>
    public int[] InterviewOf { get; }

    /// <summary>Rows of each unit, in the order of the export.</summary>
    public int[][] Submitted { get; }

    /// <summary>Those of them that are consented interviews.</summary>
    public int[][] Interviews { get; }

    /// <summary>The units of a kind; <see langword="null"/> where the data have no such column.</summary>
    /// <param name="context">The submissions.</param>
    /// <param name="by">The kind.</param>
    /// <param name="rows">Rows that count, each submission once.</param>
    public static UnitSet? Of(CheckContext context, string by, int[] rows)
    {
        if (TextsOf(context, by) is not { } texts) return null;
        ImmutableArray<string> names = [.. rows.Select(r => texts[r]).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var numbers = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        var unitOf = new int[texts.Length];
        Array.Fill(unitOf, -1);
        foreach (var row in rows) unitOf[row] = numbers.GetValueOrDefault(texts[row], -1);
        return new(by, names, unitOf, rows, context);
    }

    /// <summary>What each row of the main table belongs to, "" = nothing; <see langword="null"/> where there is no such column. O(rows).</summary>
    public static string[]? TextsOf(CheckContext context, string by)
    {
        if (by == MonitorSettings.Day)
            return [.. InterviewDays.Of(context).Select(d => d == 0 ? "" : DateOnly.FromDayNumber(d).ToString("O", CultureInfo.InvariantCulture))];
        if (ColumnOf(context, by) is not { } column) return null;
        var texts = new string[column.Value.ValueCount];
        for (var code = 0; code < texts.Length; code++) texts[code] = context.IsBlank(column.Value.Utf8(code)) ? "" : column.Value.Text(code).Trim();
        return [.. column.Value.CodesOfAllRows().Select(code => texts[code])];
    }

    private static TableColumn? ColumnOf(CheckContext context, string by)
    {
        var (main, fieldwork) = (context.Submissions.Main, context.Interviews.Fieldwork);
        var name = by switch
        {
            MonitorSettings.Enumerator => fieldwork.Enumerator,
            MonitorSettings.Team => fieldwork.Team ?? (main.Find("team") is null ? null : "team"),
            MonitorSettings.Device => fieldwork.Device,
            MonitorSettings.Site => fieldwork.Site,
            _ => by,
        };
        return name is null ? null : main.Find(name) ?? main.Columns.FirstOrDefault(c => c.Question?.Path == name || c.Header == name);
    }
}
