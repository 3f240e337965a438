using System.Collections.Immutable;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Logic;

/// <summary>A question has an answer although its relevance, or that of a group around it, is false.</summary>
/// <remarks>
/// Names the answers that closed it where they are one or two. The form's default left in a question that was not asked is a notice. Source:
/// xlsform §9, cleaning §4.2.
/// </remarks>
internal sealed class AnswerNotRelevant : LogicCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-01", "answer-not-relevant");

    /// <inheritdoc/>
    protected override ViolationKind Kind => ViolationKind.NotRelevant;

    /// <inheritdoc/>
    protected override Finding Tell(CheckContext context, LogicResult result, Violation violation)
    {
        var finding = Found(context, result, violation);
        if (finding.Variant is not null) return finding;
        var isDefault = result.NodeOf(violation) is Question { Default: { Length: > 0 } text } && text.Trim() == finding.Value?.Trim();
        if (isDefault) return finding with { Variant = "default", Severity = Severity.Notice };
        if (violation.ClosedBy is not { } closer) return finding;
        finding = finding with { Variant = "closed", Arguments = [.. finding.Arguments, .. Naming(context, result, violation, closer, "")] };
        return violation.AlsoClosedBy is not { } second
            ? finding
            : finding with { Variant = "closed-by-two", Arguments = [.. finding.Arguments, .. Naming(context, result, violation, second, "2")] };
    }

    private static ImmutableArray<FindingArgument> Naming(CheckContext context, LogicResult result, in Violation violation, Question question, string number)
    {
        var label = context.Naming(question)[1].Value;
        var answer = AnswerOf(result, violation, question) is { } text ? text.Length > 0 ? text : "—" : "…";
        return [new($"closer{number}", question.Name), new($"closerLabel{number}", label), new($"answer{number}", answer, Sensitive: true)];
    }

    /// <summary>The answer in the row or in a row around it; <see langword="null"/> where it has one in every iteration.</summary>
    private static string? AnswerOf(LogicResult result, in Violation violation, Question question)
    {
        var (data, shape, row) = (result.Data, result.Data.Shape, violation.Row);
        var (element, table) = (shape.ElementOf(question), shape.TableOf[violation.Element]);
        for (; table != shape.TableOf[element]; table = shape.ParentTables[table])
        {
            if (table == 0) return null;
            row = data.TableOf(table)!.ParentRows[row];
        }

        return data.Columns[element]?.Value.TextAt(row);
    }
}
