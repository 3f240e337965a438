using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Rules;

/// <summary>The key <c>where</c> of the settings' checks: rows where it is not true are not judged.</summary>
internal sealed class WhereConditions
{
    private readonly FrozenDictionary<string, RowExpression> _byCheck;

    private WhereConditions(FrozenDictionary<string, RowExpression> byCheck) => _byCheck = byCheck;

    /// <summary>No condition.</summary>
    public static WhereConditions None { get; } = new(FrozenDictionary<string, RowExpression>.Empty);

    /// <summary>All of them.</summary>
    public IEnumerable<RowExpression> All => _byCheck.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Value);

    /// <summary>The condition of a check: of a user's rule by its id, else by the code.</summary>
    public RowExpression? Find(CheckId check) => check.Code == UserRule.Code && _byCheck.TryGetValue(check.Name, out var own) ? own : _byCheck.GetValueOrDefault(check.Code);

    /// <summary>Binds the conditions.</summary>
    /// <exception cref="InputException"><c>settings/expression</c>: all that do not fit the forms.</exception>
    public static WhereConditions Of(IEnumerable<KeyValuePair<string, CheckOptions>> options, ImmutableArray<Form> forms, Language reader)
    {
        var (bound, mistakes) = (new Dictionary<string, RowExpression>(StringComparer.Ordinal), new List<InputException>());
        foreach (var (check, option) in options.OrderBy(o => o.Key, StringComparer.Ordinal))
        {
            if (string.IsNullOrWhiteSpace(option.Where)) continue;
            if (RowExpression.AtRows(forms, option.Where, null, isNumber: false, out var faults) is { } condition) bound.Add(check, condition);
            mistakes.AddRange(faults.Select(fault => Mistake($"{check}: where", fault, reader)));
        }

        if (mistakes is [var first, ..]) throw new InputException(first.Key, null, first.Arguments) { Others = [.. mistakes.Skip(1)] };
        return bound.Count == 0 ? None : new(bound.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>What is wrong with an expression of the settings.</summary>
    public static InputException Mistake(string key, ExpressionError fault, Language reader) => new(
        "settings/expression", null, new("key", key), new("place", $"{fault.Position + 1}"), new("text", Messages.For(reader).Text(fault.Key, "message", fault.Arguments)));

    /// <summary>Leaves out findings in rows where the condition of their check is not true. O(rows) once a table, then O(findings).</summary>
    public IEnumerable<Finding> Filter(IEnumerable<Finding> findings, CheckContext context)
    {
        if (_byCheck.Count == 0) return findings;
        var places = new Lazy<Dictionary<(string? Table, string File, string? Sheet, int Row), (Table Table, int Row)>>(() => PlacesOf(context.Submissions));
        var masks = new Dictionary<(RowExpression, Table), bool[]>();
        return findings.Where(finding =>
        {
            if (Find(finding.Check) is not { } condition || finding.Location.Row is not { } number) return true;
            if (!places.Value.TryGetValue((finding.Table, finding.Location.File, finding.Location.Sheet, number), out var place)) return true;
            if (!masks.TryGetValue((condition, place.Table), out var mask)) masks.Add((condition, place.Table), mask = context.Expressions.MaskOf(condition, place.Table));
            return mask[place.Row];
        });
    }

    private static Dictionary<(string? Table, string File, string? Sheet, int Row), (Table Table, int Row)> PlacesOf(SubmissionSet submissions)
    {
        var places = new Dictionary<(string? Table, string File, string? Sheet, int Row), (Table Table, int Row)>();
        foreach (var table in submissions.Tables)
            foreach (var segment in table.Segments)
                for (var row = 0; row < segment.RowCount; row++)
                    places.TryAdd((table.Path, segment.Sheet.File, segment.Sheet.Name, segment.Sheet.Places.RowNumber(row)), (table, segment.FirstRow + row));
        return places;
    }
}
