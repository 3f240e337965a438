using System.Collections.Frozen;

namespace MigrationClean.Forms;

/// <summary>That a row of the survey needs a list of choices.</summary>
/// <param name="Row">The row: a select, a rank, a loop, or a structure of KoBo's.</param>
/// <param name="Sheet">The sheet that holds the list: <c>choices</c> or <c>external_choices</c>.</param>
/// <param name="List">The list's name; <see langword="null"/> where the row names none.</param>
internal sealed record ListUse(SurveyRow Row, string Sheet, string? List)
{
    /// <summary>The use of a row, or <see langword="null"/> if it needs no list of a sheet.</summary>
    public static ListUse? Of(SurveyRow row) => row.Type switch
    {
        { Kind: RowKind.End } => null,
        { Structure: Structure.Loop } => new(row, "choices", row.Type.List),
        { Structure: Structure.Matrix } => new(row, "choices", row["kobo--matrix_list"]),
        { Structure: Structure.Score } => new(row, "choices", row["kobo--score-choices"]),
        { Structure: Structure.Rank } => new(row, "choices", row["kobo--rank-items"]),
        { List: null } => null,
        { Type: QuestionType.SelectOne or QuestionType.SelectMultiple or QuestionType.Rank } => new(row, "choices", row.Type.List),
        { Type: QuestionType.SelectOneExternal } => new(row, "external_choices", row.Type.List),
        _ => null,
    };

    /// <summary>Whether the list is there.</summary>
    public bool IsIn(FrozenDictionary<string, ChoiceList> choices, FrozenDictionary<string, ChoiceList> external) =>
        List is not null && (Sheet == "choices" ? choices : external).ContainsKey(List);
}
