using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Checks.Rules;

/// <summary>Reads tables of users' rules, and the lists of other tools, into drafts. All mistakes are kept, each with its place.</summary>
/// <remarks>Source: tables-and-settings §3.</remarks>
internal sealed partial class RuleReader
{
    /// <summary>The columns, in the order in which we write them.</summary>
    public static readonly string[] Columns =
        ["id", "expression", "message", "severity", "questions", "where", "table", "on_unknown", "on", "enabled", "why", "source"];

    private static readonly string[] Severities = ["error", "warning", "notice", "info"];
    private static readonly string[] Moments = ["both", "raw", "clean"];
    private static readonly string[] Yes = ["yes", "true", "1", "да", "ооба"];
    private static readonly string[] No = ["no", "false", "0", "нет", "жок"];

    private readonly List<RuleDraft> _drafts = [];
    private readonly List<InputException> _mistakes = [];
    private readonly List<Finding> _findings = [];

    /// <summary>What could be read.</summary>
    public IReadOnlyList<RuleDraft> Drafts => _drafts;

    /// <summary>What is wrong.</summary>
    public List<InputException> Mistakes => _mistakes;

    /// <summary>What is to be noticed: unknown columns.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>Reads tables.</summary>
    /// <exception cref="InputException">FILE-01 … FILE-06: one of them is no table.</exception>
    public static RuleReader Of(IEnumerable<InputFile> tables)
    {
        var reader = new RuleReader();
        foreach (var table in tables) reader.Read(table);
        return reader;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="InputException">FILE-01 … FILE-06: it is no table.</exception>
    public void Read(InputFile table) => Read(RuleGrid.SheetOf(GridReader.Read(table), "logical-checks"));

    /// <summary>Reads a table.</summary>
    public void Read(Grid table)
    {
        if (ForeignList.IsOne(table))
        {
            ForeignList.Read(table, _drafts, _mistakes);
            return;
        }

        var grid = new RuleGrid(table, Columns, "message");
        _mistakes.AddRange(grid.Mistakes);
        foreach (var at in grid.Unknown) Notice(table.Headers[at], grid.At(1, at));
        foreach (var required in (string[])["id", "expression", "message"])
            if (!grid.Has(required)) _mistakes.Add(new("LOG-02/column-missing", grid.At(1, -1), new FindingArgument("column", required)));
        if (!grid.Has("id") || !grid.Has("expression")) return;
        foreach (var row in grid.Rows)
            if (Draft(grid, row) is { } draft) _drafts.Add(draft);
    }

    private RuleDraft? Draft(RuleGrid grid, GridRow row)
    {
        var isOff = Word(grid, row, "enabled", [.. Yes, .. No]) is { } word && No.Contains(word);
        var id = grid.Cell(row, "id").ToLowerInvariant();
        if (!Id.IsMatch(id)) Mistake(grid, row, "id", "id", new FindingArgument("id", grid.Cell(row, "id")));
        var expression = grid.Cell(row, "expression");
        if (expression.Length == 0) Mistake(grid, row, "expression", "no-expression", new FindingArgument("rule", id));
        var message = grid.Texts(row, "message");
        if (message.IsEmpty && grid.Has("message")) Mistake(grid, row, "message", "no-message", new FindingArgument("rule", id));
        var draft = new RuleDraft
        {
            Id = id,
            Expression = expression,
            Written = expression,
            Message = message,
            Severity = Word(grid, row, "severity", Severities) is { } severity ? Enum.Parse<Severity>(severity, ignoreCase: true) : null,
            Questions = [.. grid.Cell(row, "questions").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Where = grid.Cell(row, "where"),
            Table = grid.Cell(row, "table"),
            ReportsUnknown = Word(grid, row, "on_unknown", ["silent", "report"]) == "report",
            On = Word(grid, row, "on", Moments) is { } on ? Enum.Parse<RuleMoment>(on, ignoreCase: true) : RuleMoment.Both,
            Why = grid.Cell(row, "why"),
            Source = grid.Cell(row, "source"),
            Place = column => grid.Place(row, column),
        };
        return isOff || id.Length == 0 || expression.Length == 0 ? null : draft;
    }

    private string? Word(RuleGrid grid, GridRow row, string column, string[] known)
    {
        var text = grid.Cell(row, column).ToLowerInvariant();
        if (text.Length == 0) return null;
        if (known.Contains(text)) return text;
        Mistake(grid, row, column, "word", new("column", column), new("text", grid.Cell(row, column)), new("known", string.Join(", ", known)));
        return null;
    }

    private void Mistake(RuleGrid grid, GridRow row, string column, string variant, params ImmutableArray<FindingArgument> arguments) =>
        _mistakes.Add(new($"LOG-02/{variant}", grid.Place(row, column), arguments));

    private void Notice(string header, Location place)
    {
        var near = Nearest.To(header, Columns);
        _findings.Add(new()
        {
            Check = RuleBinding.Mistakes,
            Severity = Severity.Notice,
            Evidence = Evidence.Information,
            Location = place,
            Variant = near is null ? "column" : "column-near",
            Arguments = near is null ? [new("column", header)] : [new("column", header), new("near", near)],
        });
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Id { get; }
}
