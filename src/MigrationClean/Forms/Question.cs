using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace MigrationClean.Forms;

/// <summary>A question of the form: anything that holds an answer, calculations, notes and metadata included.</summary>
public sealed partial class Question : FormNode
{
    internal Question(string name, Group parent)
        : base(name, parent)
    {
    }

    /// <summary>The type, aliases resolved.</summary>
    public required QuestionType Type { get; init; }

    /// <summary>The type column as written: <c>select_one sex or_other</c>.</summary>
    public required string TypeText { get; init; }

    /// <summary>The choice list of a select or rank; <see langword="null"/> elsewhere, and where the list is in a file or missing.</summary>
    public ChoiceList? Choices { get; init; }

    /// <summary>Name of the list or file that the type names; <see langword="null"/> where it names none.</summary>
    public string? ListName { get; init; }

    /// <summary>
    /// Whether the appearance fills the list by <c>search(…)</c>: <see cref="Choices"/> then holds the rows of the sheet, which give headers, but an
    /// answer may be any row of a file that the form does not hold.
    /// </summary>
    public bool HasSearchedChoices => IsSearch(Appearance);

    /// <summary>Whether it was written with <c>or_other</c>: <c>other</c> is a valid choice and a text question follows.</summary>
    public bool HasOrOther { get; init; }

    /// <summary>For the text question that <c>or_other</c> made: the select it belongs to.</summary>
    public Question? OtherOf { get; init; }

    /// <summary>Condition under which an answer is required, or <see langword="null"/>.</summary>
    public FormExpression? Required { get; init; }

    /// <summary>Condition on a non-blank answer, or <see langword="null"/>.</summary>
    public FormExpression? Constraint { get; init; }

    /// <summary>The calculation, also of a visible question, or <see langword="null"/>.</summary>
    public FormExpression? Calculation { get; init; }

    /// <summary>Predicate on the rows of the list, or <see langword="null"/>.</summary>
    public FormExpression? ChoiceFilter { get; init; }

    /// <summary>Hint.</summary>
    public LocalText Hint { get; init; } = LocalText.Empty;

    /// <summary>What the client says when the constraint fails.</summary>
    public LocalText ConstraintMessage { get; init; } = LocalText.Empty;

    /// <summary>What the client says when an answer is missing.</summary>
    public LocalText RequiredMessage { get; init; } = LocalText.Empty;

    /// <summary>The parameters column: keys in lower case.</summary>
    public FrozenDictionary<string, string> Parameters { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The default as written, or <see langword="null"/>.</summary>
    public string? Default { get; init; }

    /// <summary>The trigger column as written, or <see langword="null"/>.</summary>
    public string? Trigger { get; init; }

    /// <summary>HXL tag as KoBo prints it (<c>#need+code</c>), or <see langword="null"/>.</summary>
    public string? HxlTag { get; init; }

    /// <summary>Whether the row has <c>read_only</c>.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>All other columns of its row, by header as written: hints for checks and the privacy plan.</summary>
    public FrozenDictionary<string, string> ExtraColumns { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>Whether it holds an answer of a person (no note, no metadata, no external file).</summary>
    public bool HoldsAnswer => Type != QuestionType.Note && !Type.IsMetadata() && !Type.IsExternal();

    /// <summary>Whether an appearance fills a list by <c>search(…)</c>.</summary>
    internal static bool IsSearch(string? appearance) => appearance is not null && Search.IsMatch(appearance);

    [GeneratedRegex(@"(^|\s)search\s*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Search { get; }
}
