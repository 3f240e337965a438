using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A row has parameters, and its type has none: every tool passes over them.</summary>
internal sealed class ParamIgnored : LintRule
{
    public override CheckId Id => new("LINT-95", "param-ignored");

    public override Severity Severity => Severity.Notice;

    internal override IEnumerable<Finding> Run(LintContext form) =>
        from row in form.Rows
        where IsKnown(row.Type) && ParameterKeys.Of(row.Type.Type).IsEmpty
        where row["parameters"] is { } text && Parameters.AreWellFormed(text)
        select Found(row, form.PlaceOf(row, "parameters"), row["parameters"], new FindingArgument("type", row.TypeText));

    // An unknown type may be one that KoBo has and we don't.
    private static bool IsKnown(TypeCell type) => type.Kind != RowKind.Question
        ? type.Structure is Structure.Group or Structure.Repeat or Structure.Loop
        : type.Type != QuestionType.Unknown;
}
