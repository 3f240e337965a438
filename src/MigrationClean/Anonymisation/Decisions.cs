using System.Collections.Immutable;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation;

/// <summary>
/// Leads every column of the input to the plan. Whatever the plan does not know, or no longer fits, is left out of a trial and stops a release:
/// no column is released because nobody thought of it. Source: anonymisation §8, numbers 1–3.
/// </summary>
internal sealed class Decisions
{
    private readonly SubmissionSet _submissions;
    private readonly PrivacyPlan _plan;
    private readonly ReleaseLevel _level;
    private readonly ImmutableArray<AskedQuestion> _asked;
    private readonly RoleInference _inference;
    private readonly List<InputException> _mistakes = [];
    private readonly List<string> _unknown = [];
    private readonly List<string> _lapsed = [];

    private Decisions(SubmissionSet submissions, PrivacyPlan plan, ReleaseSettings settings)
    {
        _submissions = submissions;
        _plan = plan;
        _level = settings.Level;
        _asked = AskedQuestion.Of(submissions.Forms);
        _inference = new(_asked, new() { FieldworkColumns = settings.FieldworkColumns }, _ => null);
    }

    /// <summary>One decision per question and other column, in the order of table and form.</summary>
    /// <exception cref="InputException">A cell of the plan asks for too little or for what this version does not have; in a release also an unknown or changed column.</exception>
    public static (ImmutableArray<ColumnDecision> Columns, ImmutableArray<ReleaseWarning> Warnings) Of(
        SubmissionSet submissions, PrivacyPlan plan, ReleaseSettings settings)
    {
        var decisions = new Decisions(submissions, plan, settings);
        ImmutableArray<ColumnDecision> columns = [.. submissions.Tables.SelectMany(decisions.OfTable)];
        decisions.RowsWithoutQuestion();
        return (columns, decisions.Settle());
    }

    private IEnumerable<ColumnDecision> OfTable(Table table)
    {
        var byQuestion = table.Columns.Where(c => c.Question is not null).GroupBy(c => c.Question!).ToArray();
        var order = _submissions.Forms.SelectMany(f => f.Questions).Select((q, i) => (q, i)).DistinctBy(x => x.q).ToDictionary(x => x.q, x => x.i);
        foreach (var group in byQuestion.OrderBy(g => order.GetValueOrDefault(g.Key, int.MaxValue)))
            yield return OfQuestion(table, group.Key, [.. group.OrderBy(c => c.Role == ColumnRole.Answer ? 0 : 1)]);

        foreach (var column in table.Columns.Where(c => c.Question is null)) yield return OfColumn(table, column);
    }

    private ColumnDecision OfQuestion(Table table, Question question, ImmutableArray<TableColumn> columns)
    {
        var asked = _asked.FirstOrDefault(a => a.Versions.Contains(question));
        ImmutableArray<Question> versions = [.. columns[0].ByForm.OfType<Question>().Concat(asked?.Versions ?? []).Prepend(question).Distinct()];
        var name = asked?.Name ?? question.Name;
        var decision = new ColumnDecision { Table = table.Path, Name = name, Versions = versions, Columns = columns };
        if (asked is null) return decision with { Role = PrivacyRole.Paradata }; // a note: it has no answer

        if (_plan.Find(table.Path, name, question) is not { } row) return LeftOut(decision, _unknown);
        decision = decision with { Row = row, Role = row.Role };
        if (row.Fingerprint.Length > 0 && row.Fingerprint != asked.Fingerprint) return LeftOut(decision, _lapsed);
        return row.Role == PrivacyRole.Unknown ? LeftOut(decision, _unknown) : WithMethod(decision, asked, row);
    }

    private ColumnDecision OfColumn(Table table, TableColumn column)
    {
        var row = _plan.Find(table.Path, column.Name, null);
        var reserved = ReservedColumns.RoleOf(column.Name);
        var role = row is { Role: not PrivacyRole.Unknown } ? row.Role : reserved ?? PrivacyRole.Unknown;
        var decision = new ColumnDecision { Table = table.Path, Name = column.Name, Role = role, Row = row, Columns = [column] };
        if (role == PrivacyRole.Unknown || (row is null && reserved is null)) return LeftOut(decision, _unknown);

        var method = row?.MethodAt(_level) ?? "";
        if (row is not null && method.Length > 0 && !method.Equals("drop", StringComparison.OrdinalIgnoreCase))
            Mistake("PRIV-04/column", row, new FindingArgument("column", column.Name), new FindingArgument("method", method));
        return decision;
    }

    private ColumnDecision WithMethod(ColumnDecision decision, AskedQuestion asked, PlanRow row)
    {
        var kind = decision.Versions.Any(q => AnswerKinds.Of(q) == AnswerKind.Text) ? AnswerKind.Text : _inference.Of(asked).Kind;
        var otherwise = DefaultMethods.For(row.Role, kind, _level);
        var cell = row.MethodAt(_level);
        var name = cell.Length > 0 ? cell : otherwise.Name;
        if (AllMethods.NotYet.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            Mistake(name.Equals("redact", StringComparison.OrdinalIgnoreCase) ? "PRIV-05/redact" : "PRIV-05", row, new FindingArgument("method", name), new FindingArgument("question", decision.Name));
            return decision;
        }

        var method = AllMethods.Find(name) ?? throw new InvalidOperationException("A method that is none passed the plan's checks.");
        if (!MethodFloor.Allows(row.Role, decision.Versions, method, _level))
        {
            Mistake(
                "PRIV-04",
                row,
                new FindingArgument("question", decision.Name),
                new FindingArgument("role", RoleNames.Of(row.Role)),
                new FindingArgument("method", name),
                new FindingArgument("level", Levels.NameOf(_level)));
            return decision;
        }

        if (method is Drop) return decision;
        var parameters = row.Parameters.At(_level).Only(method.Parameters);
        if (!parameters.Keys.Any() && otherwise.Name == method.Name) parameters = PlanParameters.Read(otherwise.Parameters)!;
        if (method.WrongParameter(parameters) is { } wrong) Mistake("PRIV-02/parameter", row, new FindingArgument("parameter", wrong), new FindingArgument("method", method.Name));
        if (method is Recode) RequireHierarchy(decision, row);
        return decision with { Method = method, Parameters = parameters };
    }

    private void RequireHierarchy(ColumnDecision decision, PlanRow row)
    {
        if (row.Hierarchy.Length == 0 || !_plan.Hierarchies.TryGetValue(row.Hierarchy, out var hierarchy))
        {
            Mistake("PRIV-13/missing", row, new FindingArgument("question", decision.Name));
            return;
        }

        var lacking = decision.Versions.SelectMany(q => q.Choices?.Choices ?? []).Select(c => c.Name).Where(n => !hierarchy.Has(n)).Distinct(StringComparer.Ordinal).ToArray();
        if (lacking.Length > 0) Mistake("PRIV-13/choice", row, new FindingArgument("hierarchy", row.Hierarchy), new FindingArgument("choices", Names(lacking)));
    }

    private void RowsWithoutQuestion()
    {
        foreach (var row in _plan.Rows)
        {
            var isAsked = _asked.Any(a => a.Table == row.Table && (a.Name == row.Question || a.Versions.Any(q => q.Path == row.Question)));
            if (isAsked || ReservedColumns.RoleOf(row.Question) is not null || _submissions.Find(row.Table)?.Find(row.Question) is not null) continue;
            if (!_plan.IsConfirmed) continue;
            var near = Nearest.To(row.Question, _asked.Where(a => a.Table == row.Table).Select(a => a.Name));
            Mistake(near is null ? "PRIV-03" : "PRIV-03/near", row, new FindingArgument("question", row.Question), new FindingArgument("near", near ?? ""));
        }
    }

    private ImmutableArray<ReleaseWarning> Settle()
    {
        if (_plan.IsConfirmed)
        {
            var place = _plan.File is { } file ? new Location { File = file } : null;
            if (_unknown.Count > 0) _mistakes.Add(new("PRIV-06", place, Counted(_unknown)));
            if (_lapsed.Count > 0) _mistakes.Add(new("PRIV-07", place, Counted(_lapsed)));
        }

        if (_mistakes.Count > 0)
            throw new InputException(_mistakes[0].Key, _mistakes[0].Location, _mistakes[0].Arguments) { Others = [.. _mistakes.Skip(1)] };

        var warnings = ImmutableArray.CreateBuilder<ReleaseWarning>();
        if (_unknown.Count > 0) warnings.Add(new("PRIV-06/trial", Counted(_unknown)));
        if (_lapsed.Count > 0) warnings.Add(new("PRIV-07/trial", Counted(_lapsed)));
        var unbound = _plan.Rows.Where(r => r.Fingerprint.Length == 0 && r.Number > 0).Select(r => r.Question).ToList();
        if (_plan.IsConfirmed && unbound.Count > 0) warnings.Add(new("PRIV-07/unbound", Counted(unbound)));
        return warnings.ToImmutable();
    }

    private static ColumnDecision LeftOut(ColumnDecision decision, List<string> list)
    {
        list.Add(decision.Table is null ? decision.Name : $"{decision.Table}/{decision.Name}");
        return decision with { Role = PrivacyRole.Unknown };
    }

    private void Mistake(string key, PlanRow row, params ImmutableArray<FindingArgument> arguments) =>
        _mistakes.Add(new(key, _plan.File is { } file ? new() { File = file, Row = row.Number > 0 ? row.Number : null } : null, arguments));

    private static ImmutableArray<FindingArgument> Counted(List<string> names) => [new("n", $"{names.Count}"), new("columns", Names(names))];

    private static string Names(IReadOnlyList<string> names)
    {
        const int Shown = 20;
        var text = string.Join(", ", names.Take(Shown).Select(n => $"`{n}`"));
        return names.Count > Shown ? $"{text} …" : text;
    }
}
