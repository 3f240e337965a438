using MigrationClean.Diagnostics;

namespace MigrationClean.Checks;

/// <summary>
/// A check whose findings arise earlier, while files are read and aligned. Listed so that they can be explained, selected, ignored and
/// given a severity.
/// </summary>
internal sealed class ListedCheck(string code, string name, Severity severity) : Check
{
    /// <inheritdoc/>
    public override CheckId Id { get; } = new(code, name);

    /// <inheritdoc/>
    public override Severity Severity { get; } = severity;
}
