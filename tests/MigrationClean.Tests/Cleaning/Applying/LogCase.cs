using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Cleaning.Applying;
using MigrationClean.Cleaning.Log;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;
using MigrationClean.Tests.Submissions;

namespace MigrationClean.Tests.Cleaning.Applying;

/// <summary>A small survey of households with a cleaning log: <c>uuid | table | row_path | question | old | new | change</c>, with <c>key=value</c> behind.</summary>
internal static class LogCase
{
    public static readonly Form Household = MadeUp.Form(
        """
        type|name|label|relevant|constraint|calculation|required
        text|village|Village||||
        select_one yn|left|Has anybody left?||||yes
        select_one why|reason|Why?|${left} = 'yes'|||
        text|reason_other|Other reason|${reason} = 'other'|||
        select_multiple need|needs|Needs||||
        integer|adults|Adults||. <= 20||
        integer|children|Children||. >= 0||
        calculate|size|Size|||${adults} + ${children}|
        calculate|big|Big?|||if(${size} > 5, 'yes', 'no')|
        text|help|Who helps?|${big} = 'yes'|||
        begin_repeat|member|Member||||
        text|first|Name||||
        integer|age|Age||. < 120||
        calculate|adult|Adult?|||if(${age} >= 18, 1, 0)|
        end_repeat||||||
        calculate|n_adults|Adults of the list|||sum(${adult})|
        """,
        """
        list_name|name|label
        yn|yes|Yes
        yn|no|No
        why|work|Work
        why|study|Study
        why|other|Other
        need|food|Food
        need|need|Need
        need|basic_need|Basic need
        need|a.b|Dots
        """);

    private const string Main =
        """
        village|left|reason|reason_other|needs|needs/food|needs/need|needs/basic_need|needs/a.b|adults|children|size|big|help|n_adults|_id|_uuid|_submission_time|_index
        Osh|yes|other|weather|food basic_need|1|0|1|0|2|1|3|no||1|901|u1|2026-03-01T10:00:00|1
        Naryn|no|||food|1|0|0|0|4|3|7|yes|aunt|0|902|u2|2026-03-01T11:00:00|2
        007|yes|work|||||||1|||||0|903|u3|2026-03-01T12:00:00|3
        """;

    private const string Members =
        """
        first|age|adult|_index|_parent_table_name|_parent_index|_submission__id|_submission__uuid
        Ulan|40|1|1|household|1|901|u1
        Aida|9|0|2|household|1|901|u1
        Bek|15|0|3|household|2|902|u2
        """;

    public static SubmissionSet Raw => SubmissionReader.Read([MadeUp.Book(ContainerKind.Workbook, ("household", Main), ("member", Members))], [Household]);

    public static LogOutcome Apply(string lines, LogOptions? options = null, SubmissionSet? raw = null) => Apply(Log(lines), options, raw);

    public static LogOutcome Apply(ReadLog log, LogOptions? options = null, SubmissionSet? raw = null)
    {
        raw ??= Raw;
        var outcome = LogApplier.Apply(raw, [log], options ?? new(), new() { Threads = 1 }, []);
        if (!outcome.IsRefused) Reconciliation.Check(outcome);
        return outcome;
    }

    public static ReadLog Log(string lines, string file = "log.csv") => new()
    {
        File = file,
        Sha256 = new('0', 64),
        Profile = "migrationclean",
        Entries = [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => Entry(line, i + 2, file))],
    };

    /// <summary>The changed cells: <c>u1 member/2 age 9→10 log</c>.</summary>
    public static string[] Changes(LogOutcome outcome)
    {
        ImmutableArray<Table> tables = [.. outcome.Raw.Tables];
        return
        [
            .. outcome.Cells.Select(c =>
            {
                var (place, table) = (c.Change.Place, tables[c.Change.Place.Table]);
                var row = table.RowPathOf(place.Row) is { } path ? $" {table.Repeat!.Name}/{path}" : "";
                return $"{table.SubmissionIdOf(place.Row)}{row} {table.Columns[place.Column].Name} {c.OldRaw}→{c.NewRaw} {c.Change.Cause}".ToLowerInvariant();
            }),
        ];
    }

    public static string[] Found(LogOutcome outcome) =>
        [.. outcome.Findings.Select(f => $"{f.MessageKey} {f.Location.Row}{(f.RelatedRows.IsEmpty ? "" : $" with {string.Join(",", f.RelatedRows)}")}")];

    private static LogEntry Entry(string line, int row, string file)
    {
        var parts = line.Trim().Split('|');
        var extra = parts.Skip(7).Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => p[1], StringComparer.Ordinal);
        static string? Text(string part) => part.Length == 0 ? null : part;
        return new()
        {
            EntryId = extra.GetValueOrDefault("id", $"e{parts[0]}{parts[3]}{parts[2]}"),
            Submission = parts[0],
            SubmissionIndex = extra.GetValueOrDefault("index"),
            Table = Text(parts[1]),
            RowPath = Text(parts[2]),
            RowKey = extra.GetValueOrDefault("key"),
            Question = parts[3],
            OldValue = Text(parts[4]),
            NewValue = Text(parts[5]),
            ChangeType = Enum.Parse<ChangeType>(parts[6]),
            IsException = extra.ContainsKey("exception"),
            Explanation = extra.GetValueOrDefault("exception"),
            ReviewedAt = extra.GetValueOrDefault("at"),
            GroupKey = extra.GetValueOrDefault("group"),
            Reason = extra.GetValueOrDefault("reason"),
            Location = new() { File = file, Row = row },
        };
    }
}
