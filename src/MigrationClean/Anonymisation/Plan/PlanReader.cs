using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>Reads the privacy plan from its table, CSV or workbook. All mistakes are told at once, each with its place.</summary>
public sealed class PlanReader
{
    private readonly Grid _grid;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly List<int> _others = [];
    private readonly List<InputException> _mistakes = [];
    private readonly List<ReleaseWarning> _notices = [];

    private PlanReader(Grid grid) => _grid = grid;

    /// <summary>Reads a plan.</summary>
    /// <param name="table">The table as texts.</param>
    /// <param name="hierarchies">Opens a hierarchy by the name that the plan gives it.</param>
    /// <exception cref="InputException">PRIV-01, PRIV-02, PRIV-13: the first mistake, the others in <see cref="InputException.Others"/>.</exception>
    public static PrivacyPlan Read(Grid table, Func<string, Grid> hierarchies)
    {
        var reader = new PlanReader(table);
        reader.ReadHeaders();
        ImmutableArray<PlanRow> rows = reader._mistakes.Count > 0 ? [] : [.. table.Rows.Select(reader.ReadRow)];
        reader.RefuseTwice(rows);
        reader.Throw();

        var names = rows.Select(r => r.Hierarchy).Where(h => h.Length > 0).Distinct(StringComparer.Ordinal);
        return new(rows)
        {
            File = table.File,
            OtherHeaders = [.. reader._others.Select(i => table.Headers[i])],
            Notices = [.. reader._notices],
            Hierarchies = names.ToFrozenDictionary(name => name, name => Hierarchy.Read(hierarchies(name)), StringComparer.Ordinal),
        };
    }

    private void ReadHeaders()
    {
        var known = PlanColumns.All.ToFrozenDictionary(c => Plain(c.Name), c => c.Name, StringComparer.Ordinal);
        for (var i = 0; i < _grid.Headers.Length; i++)
        {
            var header = _grid.Headers[i];
            if (header.Length == 0) continue;
            if (!known.TryGetValue(Plain(header), out var name))
            {
                _others.Add(i);
                var near = Nearest.To(header, PlanColumns.All.Select(c => c.Name));
                _notices.Add(new(near is null ? "PRIV-23" : "PRIV-23/near", new FindingArgument("column", header), new FindingArgument("near", near ?? "")));
            }
            else if (!_columns.TryAdd(name, i))
            {
                Mistake("PRIV-01/twice", 1, header, new FindingArgument("column", header));
            }
        }

        foreach (var required in (string[])["question", "role"])
            if (!_columns.ContainsKey(required)) Mistake("PRIV-01", 1, null, new FindingArgument("column", required));
    }

    private PlanRow ReadRow(GridRow row)
    {
        var question = Cell(row, "question");
        if (question.Length == 0) Mistake("PRIV-02/question", row.Number, "question");

        var parameters = PlanParameters.Read(Cell(row, "parameters"));
        if (parameters is null) Mistake("PRIV-02/parameters", row.Number, "parameters", new FindingArgument("text", Cell(row, "parameters")));

        var plan = new PlanRow
        {
            Table = Cell(row, "table") is { Length: > 0 } table ? table : null,
            Question = question,
            Type = Cell(row, "type"),
            Label = Cell(row, "label"),
            Role = ReadRole(row),
            Internal = ReadMethod(row, "internal"),
            Partner = ReadMethod(row, "partner"),
            Public = ReadMethod(row, "public"),
            Parameters = parameters ?? PlanParameters.None,
            Importance = ReadImportance(row),
            Hierarchy = Cell(row, "hierarchy"),
            Domain = Cell(row, "domain"),
            DependsOn = Cell(row, "depends_on"),
            Evidence = Cell(row, "evidence"),
            Confidence = Cell(row, "confidence"),
            Fingerprint = Cell(row, "fingerprint").ToLowerInvariant(),
            ConfirmedBy = Cell(row, "confirmed_by"),
            ConfirmedOn = Cell(row, "confirmed_on"),
            Note = Cell(row, "note"),
            Others = [.. _others.Select(i => row.Cells[i])],
            Number = row.Number,
        };
        CheckParameters(plan);
        return plan;
    }

    private PrivacyRole ReadRole(GridRow row)
    {
        var text = Cell(row, "role");
        if (RoleNames.Read(text) is { } role) return role;
        NotKnown("PRIV-02/role", row, "role", text, RoleNames.All);
        return PrivacyRole.Unknown;
    }

    private string ReadMethod(GridRow row, string level)
    {
        var text = Cell(row, level);
        if (text.Length == 0 || AllMethods.Find(text) is not null || AllMethods.NotYet.Contains(text, StringComparer.OrdinalIgnoreCase)) return text.ToLowerInvariant();
        NotKnown("PRIV-02/method", row, level, text, [.. AllMethods.Names, .. AllMethods.NotYet]);
        return "";
    }

    private int? ReadImportance(GridRow row)
    {
        var text = Cell(row, "importance");
        if (text.Length == 0) return null;
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 99 && number == Math.Floor(number)) return (int)number;
        Mistake("PRIV-02/importance", row.Number, "importance", new FindingArgument("text", text));
        return null;
    }

    private void CheckParameters(PlanRow plan)
    {
        foreach (var level in Levels.All)
        {
            if (AllMethods.Find(plan.MethodAt(level)) is not { } method) continue;
            var own = plan.Parameters.At(level).Only(method.Parameters);
            if (!own.Keys.Any() || method.WrongParameter(own) is not { } wrong) continue;
            Mistake("PRIV-02/parameter", plan.Number, "parameters", new FindingArgument("parameter", wrong), new FindingArgument("method", method.Name));
        }
    }

    private void RefuseTwice(ImmutableArray<PlanRow> rows)
    {
        foreach (var group in rows.Where(r => r.Question.Length > 0).GroupBy(r => (r.Table, r.Question)))
            foreach (var second in group.Skip(1))
                Mistake("PRIV-02/twice", second.Number, "question", new FindingArgument("question", second.Question), new FindingArgument("row", $"{group.First().Number}"));
    }

    private void NotKnown(string key, GridRow row, string column, string text, IEnumerable<string> known)
    {
        var near = Nearest.To(text, known);
        Mistake(near is null ? key : $"{key}-near", row.Number, column, new FindingArgument("text", text), new FindingArgument("near", near ?? ""));
    }

    private void Mistake(string key, int row, string? column, params ImmutableArray<FindingArgument> arguments) => _mistakes.Add(new(
        key,
        new()
        {
            File = _grid.File,
            Sheet = _grid.Name,
            Row = row,
            Column = column,
            ColumnNumber = column is not null && _columns.TryGetValue(column, out var at) ? at + 1 : null,
        },
        arguments));

    private void Throw()
    {
        if (_mistakes.Count == 0) return;
        var first = _mistakes[0];
        throw new InputException(first.Key, first.Location, first.Arguments) { Others = [.. _mistakes.Skip(1)] };
    }

    private string Cell(GridRow row, string column) => _columns.TryGetValue(column, out var at) ? row.Cells[at].Trim() : "";

    private static string Plain(string header) => header.Replace(" ", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).ToLowerInvariant();
}
