using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Logic;

/// <summary>A check that tells one kind of what re-running the form's logic found.</summary>
internal abstract class LogicCheck : SubmissionCheck
{
    /// <summary>The kind that it tells.</summary>
    protected abstract ViolationKind Kind { get; }

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var findings = new List<Finding>();
        foreach (var result in context.Logic)
        {
            findings.AddRange(Tell(context, result, result.Violations.Where(v => v.Kind == Kind)));
            foreach (var (rule, rows) in result.Unjudged.Where(u => u.Rule.Kind == Kind)) TellUnjudged(context, result, rule, rows);
        }

        return findings;
    }

    /// <summary>The findings of all violations of the kind in one form version.</summary>
    protected virtual IEnumerable<Finding> Tell(CheckContext context, LogicResult result, IEnumerable<Violation> violations) =>
        violations.Select(v => Tell(context, result, v));

    /// <summary>The finding of one violation.</summary>
    protected virtual Finding Tell(CheckContext context, LogicResult result, Violation violation) => Found(context, result, violation);

    /// <summary>A finding about the answer, with its question's name and label among the arguments.</summary>
    protected Finding Found(CheckContext context, LogicResult result, in Violation violation, params ReadOnlySpan<FindingArgument> arguments)
    {
        var node = result.NodeOf(violation);
        var table = result.Data.TableOf(result.Data.Shape.TableOf[violation.Element])!;
        var column = result.Data.Columns[violation.Element];
        var finding = context.At(this, table, violation.Row, column, [.. context.Naming(node), .. arguments]) with { Question = node.Name };
        if (violation.DependsOnClient) return finding with { Variant = "client", Severity = Severity.Notice };

        // Another version of the form may have asked otherwise: no error.
        return finding.Severity == Severity.Error && context.IsOfAnotherVersion(table, violation.Row) ? finding with { Severity = Severity.Warning } : finding;
    }

    private void TellUnjudged(CheckContext context, LogicResult result, Unjudged rule, int rows)
    {
        var name = result.Data.Shape.Nodes[rule.Element].Name;
        if (rule.Reason is { } reason) context.NotJudged(Id, name, reason.Reason, rows, new FindingArgument(reason.Reason == "external-list" ? "list" : "what", reason.What));
        else context.NotJudged(Id, name, "rule-broken", rows);
    }
}
