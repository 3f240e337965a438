using System.Collections.Immutable;

namespace MigrationClean.Cleaning;

/// <summary>The columns of the sheet of others (cleaning §5.4).</summary>
internal static class OthersSheet
{
    /// <summary>The columns, in order.</summary>
    public static readonly ImmutableArray<string> Columns =
    [
        "uuid", "table", "row_path", "question", "parent_question", "text", "translation", "options", "true_other", "existing_other", "invalid_other",
        "elsewhere",
    ];

    /// <summary>The columns that a person fills.</summary>
    public static readonly ImmutableArray<string> ToFill = ["translation", "true_other", "existing_other", "invalid_other", "elsewhere"];
}
