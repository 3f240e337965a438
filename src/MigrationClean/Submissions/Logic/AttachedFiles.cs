using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Submissions.Logic;

/// <summary>The files beside a form that its expressions and lists use: none are known here.</summary>
internal class AttachedFiles
{
    /// <summary>No files: what needs one is not judged.</summary>
    public static AttachedFiles None { get; } = new();

    /// <summary>The rows of a file as an instance, by its name with or without ending; <see langword="null"/> if it is not there.</summary>
    public virtual Instance? Find(string name) => null;
}
