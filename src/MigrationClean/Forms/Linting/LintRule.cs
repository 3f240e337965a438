using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>
/// A rule that looks for one thing that is wrong with a form. Named for it; listed in <see cref="AllLintRules"/>; its texts are in the message files.
/// </summary>
/// <remarks>Rules, names and severities: xlsform §12.</remarks>
public abstract class LintRule
{
    /// <summary>No place in particular: the form as a whole.</summary>
    private protected static readonly FormPlace WholeForm = new("", 0, "");

    private protected LintRule()
    {
    }

    /// <summary>Code and name.</summary>
    public abstract CheckId Id { get; }

    /// <summary>Severity of its findings unless the settings or the case say otherwise: errors and warnings are the tools' own, notices are advice.</summary>
    public virtual Severity Severity => Severity.Error;

    /// <summary>Where the trouble shows if nobody lints; <see langword="null"/> for advice.</summary>
    public virtual LintStage? Stage => Severity >= Severity.Warning ? LintStage.Convert : null;

    /// <summary>Everything that is wrong, in any order. The place's file is filled in by <see cref="Linter"/>.</summary>
    internal abstract IEnumerable<Finding> Run(LintContext form);

    /// <summary>A finding at a place of the form; "" and 0 in it mean that sheet, row or column does not apply.</summary>
    /// <param name="place">Where.</param>
    /// <param name="text">The offending text, <see langword="null"/> if something is missing.</param>
    /// <param name="arguments">The message's named places.</param>
    private protected Finding Found(FormPlace place, string? text, params ReadOnlySpan<FindingArgument> arguments) => new()
    {
        Check = Id,
        Severity = Severity,
        Location = new()
        {
            File = "",
            Sheet = place.Sheet.Length > 0 ? place.Sheet : null,
            Row = place.Row > 0 ? place.Row : null,
            Column = place.Column.Length > 0 ? place.Column : null,
        },
        Value = text,
        Arguments = [.. arguments],
    };

    /// <summary>The same about a header.</summary>
    private protected Finding FoundAt(FormSheet sheet, int position, params ReadOnlySpan<FindingArgument> arguments)
    {
        var text = sheet.Headers[position].Text;
        var finding = Found(new(sheet.Name, 1, text), text, arguments);
        return finding with { Location = finding.Location with { ColumnNumber = position + 1 } };
    }

    /// <summary>The same about a row of the survey, which has a name.</summary>
    private protected Finding Found(SurveyRow row, FormPlace place, string? text, params ReadOnlySpan<FindingArgument> arguments) =>
        Found(place, text, arguments) with { Question = row.Name.Length > 0 ? row.Name : null };

    /// <summary>The same about a part of an expression.</summary>
    private protected Finding FoundIn(ParsedExpression expression, string text, params ReadOnlySpan<FindingArgument> arguments) =>
        Found(expression.Placed.Expression.Place, text, arguments) with { Question = expression.Node is { Name.Length: > 0 } node ? node.Name : null };
}
