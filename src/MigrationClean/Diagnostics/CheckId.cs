namespace MigrationClean.Diagnostics;

/// <summary>The stable code of a check and its name, e.g. <c>FORM-05</c> and <c>choice-not-in-list</c>. Codes are promises: never reused, never changed.</summary>
/// <param name="Code">A family and a number: <c>ID-02</c>, <c>FILE-11</c>.</param>
/// <param name="Name">Kebab-case words that say what is wrong.</param>
public readonly record struct CheckId(string Code, string Name)
{
    /// <summary>The family: <c>FORM</c> of <c>FORM-05</c>.</summary>
    public string Family => Code[..Code.LastIndexOf('-')];

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Name}";
}
