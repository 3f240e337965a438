using System.Collections.Frozen;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A type that XLSForm does not have, in this spelling and case; or a select without its list.</summary>
internal sealed class TypeUnknown : LintRule
{
    public override CheckId Id => new("LINT-25", "type-unknown");

    /// <summary>Old spellings that stand alone, without a list.</summary>
    private static readonly FrozenSet<string> Bare = FrozenSet.Create(
        StringComparer.Ordinal, "q select", "q select1", "select one using", "select multiple using", "select multiple from");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var row in form.Rows)
        {
            var finding = Found(row, row.Place, row.TypeText, new FindingArgument("type", row.TypeText));
            if (NeedsList(row)) yield return finding with { Variant = "list" };
            else if (row.Type is { Kind: RowKind.Question, Type: QuestionType.Unknown } && row.TypeText is not ("score__row" or "rank__level"))
                yield return Near(row.TypeText) is { } near ? finding with { Variant = "near", Arguments = [.. finding.Arguments, new("near", near)] } : finding;
        }
    }

    private static bool NeedsList(SurveyRow row) => row.Type is { Kind: RowKind.Question, List: null } && !Bare.Contains(row.TypeText)
        && (row.Type.Type.IsSelectOne() || row.Type.Type.IsSelectMultiple() || row.Type.Type == QuestionType.Rank);

    private static string? Near(string type)
    {
        var words = type.Split(' ', 2);
        if (Nearest.To(type, TypeNames.All) is { } whole) return whole;
        return words.Length == 2 && Nearest.To(words[0], TypeNames.All) is { } first ? $"{first} {words[1]}" : null;
    }
}
