namespace MigrationClean.Forms;

/// <summary>What a row of the survey sheet is.</summary>
internal enum RowKind
{
    /// <summary>A question, of an unknown type perhaps.</summary>
    Question,

    /// <summary>Begins a structure.</summary>
    Begin,

    /// <summary>Ends a structure.</summary>
    End,
}

/// <summary>What is begun or ended.</summary>
internal enum Structure
{
    /// <summary>Nothing: a question.</summary>
    None,

    /// <summary>A group.</summary>
    Group,

    /// <summary>A repeat.</summary>
    Repeat,

    /// <summary>A group written out once per choice of a list.</summary>
    Loop,

    /// <summary>KoBo's matrix: questions for each item of a list.</summary>
    Matrix,

    /// <summary>KoBo's score: several questions with one list.</summary>
    Score,

    /// <summary>KoBo's rank: levels that take choices of one list, each another one.</summary>
    Rank,
}

/// <summary>A cell of the type column, understood.</summary>
/// <param name="Kind">Question, begin or end.</param>
/// <param name="Structure">What is begun or ended.</param>
/// <param name="Type">The question's type.</param>
/// <param name="List">The list or file that it names.</param>
/// <param name="HasOrOther">Whether <c>or_other</c> follows.</param>
internal readonly record struct TypeCell(RowKind Kind, Structure Structure, QuestionType Type, string? List, bool HasOrOther);
