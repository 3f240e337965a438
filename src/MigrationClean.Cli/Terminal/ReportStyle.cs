using MigrationClean.Reporting;

namespace MigrationClean.Cli.Terminal;

/// <summary>The colours of a text report on a terminal.</summary>
internal sealed class ReportStyle : IStyle
{
    /// <inheritdoc/>
    public string Paint(TextRole role, string text) => role switch
    {
        TextRole.Error => Colour.Error(text, on: true),
        TextRole.Warning => Colour.Warning(text, on: true),
        TextRole.Success => Colour.Success(text, on: true),
        _ => Colour.Hint(text, on: true),
    };
}
