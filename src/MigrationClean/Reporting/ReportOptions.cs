using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Reporting;

/// <summary>How a report is written.</summary>
public sealed record ReportOptions
{
    /// <summary>Language of messages, and of the questions' labels where the form has it and <see cref="Labels"/> names no other.</summary>
    public Language Language { get; init; }

    /// <summary>Language of labels that was asked for; <see langword="null"/> = the reader's, else the form's default.</summary>
    public string? Labels { get; init; }

    /// <summary>Whether answers are shown. Code-scanning and pull-request formats hide them always.</summary>
    public bool ShowValues { get; init; }

    /// <summary>Severity from which the data are not in order; <see langword="null"/> = never.</summary>
    public Severity? FailOn { get; init; } = Severity.Error;

    /// <summary>The program's version, e.g. <c>1.0.0</c>.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The project's lasting key for the findings' ids; empty = none (a plain hash).</summary>
    public ImmutableArray<byte> FindingKey { get; init; } = [];

    /// <summary>Columns by role (<c>enumerator</c>, <c>device</c>, <c>date</c>, <c>site</c>) for the table of findings.</summary>
    public ImmutableDictionary<string, string> FieldworkColumns { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Colours of the text report; <see langword="null"/> = none.</summary>
    public IStyle? Colour { get; init; }
}

/// <summary>What a piece of a text report is, so that a terminal may colour it. The text says the same without.</summary>
public enum TextRole
{
    /// <summary>The word for an error.</summary>
    Error,

    /// <summary>The word for a warning.</summary>
    Warning,

    /// <summary>The word for a notice or an info.</summary>
    Notice,

    /// <summary>A file or a place in it.</summary>
    Place,

    /// <summary>What to do.</summary>
    Hint,

    /// <summary>That all is well.</summary>
    Success,
}

/// <summary>Colours the pieces of a text report.</summary>
public interface IStyle
{
    /// <summary>The text with what the terminal needs around it.</summary>
    string Paint(TextRole role, string text);
}
