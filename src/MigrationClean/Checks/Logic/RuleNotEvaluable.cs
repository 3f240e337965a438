using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Forms.Logic;

namespace MigrationClean.Checks.Logic;

/// <summary>An expression of the form cannot be evaluated: its own rule is not judged, the others are.</summary>
/// <remarks>Once per expression. Source: cleaning §4.2.</remarks>
internal sealed class RuleNotEvaluable : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-13", "rule-not-evaluable");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Info;

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var result in context.Logic)
        {
            var logic = result.Data.Shape.Logic;
            foreach (var rule in logic.Rules.Where(r => !r.Faults.IsEmpty)) yield return About(context, result, rule, rule.Faults[0]);
            foreach (var (rule, error) in result.Failures) yield return About(context, result, rule, error);
            foreach (var ring in logic.Cycles)
            {
                var rule = logic.Find(ring[0], LogicColumn.Calculation) ?? logic.Find(ring[0], LogicColumn.Relevant);
                if (rule is null) continue;
                var names = string.Join("` → `", ring.Append(ring[0]).Select(n => n.Name));
                yield return About(context, result, rule, new("EXPR-06/cycle", 0)) with
                {
                    Variant = "cycle",
                    Arguments = [.. context.Naming(rule.Node), new("expression", rule.Written.Text), new("ring", names)],
                };
            }
        }
    }

    private Finding About(CheckContext context, LogicResult result, BoundExpression rule, ExpressionError error) => new()
    {
        Check = Id,
        Severity = Severity,
        Evidence = Evidence,
        Location = new()
        {
            File = result.Data.Form.Source,
            Sheet = rule.Written.Place.Sheet,
            Row = rule.Written.Place.Row,
            Column = rule.Written.Place.Column,
        },
        Question = rule.Node.Name,
        Table = rule.Node.Repeat?.Path,
        Variant = error.Code switch
        {
            "EXPR-01" => "syntax",
            "EXPR-02" => "function",
            "EXPR-03" => "arguments",
            "EXPR-05" => "limit",
            "EXPR-06" => "reference",
            _ => null,
        },
        Arguments =
        [
            .. context.Naming(rule.Node),
            new("expression", rule.Written.Text),
            new("place", $"{error.Position + 1}"),
            new("text", error.Arguments.FirstOrDefault(a => a.Name is "name" or "text").Value ?? ""),
        ],
    };
}
