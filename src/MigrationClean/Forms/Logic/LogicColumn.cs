namespace MigrationClean.Forms.Logic;

/// <summary>Which rule of a node an expression is.</summary>
internal enum LogicColumn
{
    /// <summary>Whether it is asked.</summary>
    Relevant,

    /// <summary>Whether an answer is required.</summary>
    Required,

    /// <summary>Whether an answer is valid.</summary>
    Constraint,

    /// <summary>The value of a calculation.</summary>
    Calculation,

    /// <summary>Which rows of its list are offered.</summary>
    ChoiceFilter,

    /// <summary>How many iterations a repeat has.</summary>
    RepeatCount,

    /// <summary>No rule of the form's logic: a rule that a person wrote for checking, at a question or at the rows of a table.</summary>
    Check,
}
