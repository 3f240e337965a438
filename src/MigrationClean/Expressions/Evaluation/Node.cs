namespace MigrationClean.Expressions.Evaluation;

/// <summary>A node of an instance: an element of the form and, inside repeats, the row that says which iteration.</summary>
/// <param name="Instance">The instance that it belongs to.</param>
/// <param name="Element">Number of the element, ascending in document order; meaning and range are the instance's own.</param>
/// <param name="Row">Number of the iteration, ascending in document order; 0 where the instance does not use it.</param>
internal readonly record struct Node(Instance Instance, int Element, int Row)
{
    /// <summary>Its name, "" for the document and for text.</summary>
    public string Name => Instance.NameOf(this);
}
