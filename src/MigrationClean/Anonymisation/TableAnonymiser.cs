using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation;

/// <summary>Makes the released columns of one table: keys of ours, then every question by its method, sets of choices with their 0/1 columns.</summary>
internal sealed class TableAnonymiser(PrivacyPlan plan, ReleaseSettings settings, ProjectKey key, RowSelection selection)
{
    /// <summary>Columns, and what was done to every column of the input.</summary>
    /// <param name="table">The input table.</param>
    /// <param name="decisions">Its decisions.</param>
    /// <param name="submissionTokens">For each released submission its token.</param>
    /// <param name="parentName">Name of the parent's released table, or <see langword="null"/> for the main part.</param>
    public (ImmutableArray<AnonymisedColumn> Columns, ImmutableArray<ColumnTreatment> Treatments, ImmutableArray<(ColumnDecision Question, AnonymisedColumn Column)> Keys) Run(
        Table table, IEnumerable<ColumnDecision> decisions, ImmutableArray<string> submissionTokens, string? parentName)
    {
        var rows = selection.Of(table);
        var columns = new List<AnonymisedColumn>(OwnKeys(rows, submissionTokens, parentName));
        var treatments = ImmutableArray.CreateBuilder<ColumnTreatment>();
        var keys = ImmutableArray.CreateBuilder<(ColumnDecision, AnonymisedColumn)>();
        foreach (var decision in decisions)
        {
            if (decision.Method is not { } method || Answers(table, decision, rows) is not { } answers)
            {
                treatments.AddRange(decision.Columns.Select(c => new ColumnTreatment(table.Path, c.Name, decision.Role, "drop", "", false, 0)));
                continue;
            }

            var treated = method.Apply(answers, Context(table, decision, rows));
            var made = Columns(decision, treated).ToArray();
            columns.AddRange(made);
            if (decision.Role.HasFlag(PrivacyRole.Quasi)) keys.AddRange((treated.OnlyIndicators ? made : made.Take(1)).Select(c => (decision, c)));
            treatments.AddRange(Treatments(table, decision, treated));
        }

        return (Unique(columns), treatments.ToImmutable(), keys.ToImmutable());
    }

    private IEnumerable<AnonymisedColumn> OwnKeys(ReleasedRows rows, ImmutableArray<string> tokens, string? parentName)
    {
        var kind = settings.Level == ReleaseLevel.Public ? ValueKind.Number : ValueKind.Code;
        yield return Made("_submission", Column.FromTexts(rows.Submissions.Select(s => tokens[s])), kind);
        yield return Made("_index", RowNumber.Numbers(rows.Rows.Length), ValueKind.Number);
        if (parentName is null) yield break;
        yield return Made("_parent_index", Column.FromTexts(rows.Parents.Select(p => (p + 1).ToString(CultureInfo.InvariantCulture))), ValueKind.Number);
        yield return Made("_parent_table_name", Column.FromTexts(Enumerable.Repeat(parentName, rows.Rows.Length)), ValueKind.Code);

        static AnonymisedColumn Made(string name, Column values, ValueKind kind) => new() { Name = name, Values = values, Kind = kind };
    }

    private static AnswerColumn? Answers(Table table, ColumnDecision decision, ReleasedRows rows)
    {
        var column = decision.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer);
        var parts = decision.Columns.Where(c => c is { Role: ColumnRole.Chosen, Choice: not null }).ToArray();
        if (column is null && parts.Length == 0) return null;
        return new()
        {
            Name = decision.Name,
            Versions = decision.Versions,
            Values = column is not null
                ? column.Value.SelectRows(rows.Rows.AsSpan())
                : ChosenSets.Of([.. parts.Select(p => (p.Choice!, p.Value.SelectRows(rows.Rows.AsSpan())))], rows.Rows.Length),
            Choices = AnswerColumn.ChoicesOf(decision.Versions),
        };
    }

    private MethodContext Context(Table table, ColumnDecision decision, ReleasedRows rows) => new()
    {
        Level = settings.Level,
        Row = decision.Row!,
        Parameters = decision.Parameters,
        Hierarchy = plan.Hierarchies.GetValueOrDefault(decision.Row!.Hierarchy),
        Settings = settings,
        Key = key,
        Other = name => OtherAnswers(table, name, rows),
    };

    private static Column? OtherAnswers(Table table, string name, ReleasedRows released)
    {
        var rows = released.Rows.ToArray();
        for (var at = table; at is not null; at = at.Parent)
        {
            var column = at.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && (c.Name == name || c.Question?.Name == name || c.Question?.Path == name));
            if (column is not null) return column.Value.SelectRows(rows);
            if (at.Parent is null) return null;
            for (var i = 0; i < rows.Length; i++) rows[i] = rows[i] < 0 ? -1 : at.ParentRows[rows[i]];
        }

        return null;
    }

    private static IEnumerable<AnonymisedColumn> Columns(ColumnDecision decision, TreatedColumn treated)
    {
        var values = OccurringOnly(treated.Values);
        var question = decision.Versions[0];
        var name = treated.Name ?? decision.Name;
        if (!treated.OnlyIndicators)
        {
            yield return new()
            {
                Name = name,
                Values = values,
                Kind = treated.Kind,
                Question = question,
                Label = question.Label,
                ValueLabels = [.. Occurring(values, treated)],
            };
        }

        foreach (var (choice, label) in treated.Indicators)
        {
            yield return new()
            {
                Name = $"{name}/{choice}",
                Values = values.MapValues(text => text.Split(' ').Contains(choice, StringComparer.Ordinal) ? "1" : "0"),
                Kind = ValueKind.Code,
                Question = question,
                Choice = choice,
                Label = label,
            };
        }
    }

    /// <summary>Labels of values that some row holds: a list must not show what was merged away or removed. Source: anonymisation §8, number 27.</summary>
    private static IEnumerable<(string, LocalText)> Occurring(Column values, TreatedColumn treated)
    {
        var held = Enumerable.Range(1, values.ValueCount - 1).Select(values.Text).ToHashSet(StringComparer.Ordinal);
        if (treated.Indicators.Length > 0) held = [.. held.SelectMany(set => set.Split(' '))];
        return treated.Labels.Where(l => held.Contains(l.Value));
    }

    /// <summary>Values of rows that are not released must not stay in the column's dictionary.</summary>
    private static Column OccurringOnly(Column column)
    {
        var counts = column.CountByCode();
        if (!counts.AsSpan(1).Contains(0)) return column;
        var code = 0;
        return column.MapValues(text => counts[++code] > 0 ? text : null);
    }

    private static IEnumerable<ColumnTreatment> Treatments(Table table, ColumnDecision decision, TreatedColumn treated)
    {
        var parameters = string.Join(';', new[] { decision.Parameters.ToString(), treated.Published }.Where(t => t.Length > 0).Distinct(StringComparer.Ordinal));
        foreach (var column in decision.Columns)
        {
            var follows = column.Role is ColumnRole.GeoPart or ColumnRole.MediaUrl;
            yield return follows
                ? new(table.Path, column.Name, decision.Role, "drop", "", false, 0)
                : new(table.Path, column.Name, decision.Role, decision.Method!.Name, parameters, true, column.Role == ColumnRole.Answer ? treated.Blanked : 0);
        }
    }

    private static ImmutableArray<AnonymisedColumn> Unique(List<AnonymisedColumn> columns)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unique = ImmutableArray.CreateBuilder<AnonymisedColumn>(columns.Count);
        foreach (var column in columns)
        {
            var name = column.Name;
            for (var n = 2; !taken.Add(name); n++) name = string.Create(CultureInfo.InvariantCulture, $"{column.Name}_{n}");
            unique.Add(name == column.Name ? column : column with { Name = name });
        }

        return unique.ToImmutable();
    }
}
