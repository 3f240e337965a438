namespace MigrationClean.Expressions;

/// <summary>What an expression may cost, so that no form can stop or crash a run.</summary>
internal static class ExpressionLimits
{
    /// <summary>Longest text, in UTF-16 code units; a cell of a workbook holds 32,767.</summary>
    public const int Length = 65_536;

    /// <summary>Deepest nesting of brackets, calls and signs.</summary>
    public const int Depth = 200;

    /// <summary>Highest tree, chains of operators included: every walk over it is recursive.</summary>
    public const int Height = 1000;

    /// <summary>Longest time for the matches of regular expressions in one evaluation, together.</summary>
    public const int PatternTimeoutMilliseconds = 250;

    /// <summary>Nodes that one evaluation may visit.</summary>
    public const int VisitedNodes = 20_000_000;

    /// <summary>Longest text that a function may make, in UTF-16 code units.</summary>
    public const int TextLength = 16_777_216;

    /// <summary>Deepest nesting of elements in an instance.</summary>
    public const int XmlDepth = 256;

    /// <summary>Most nodes of an instance.</summary>
    public const int XmlNodes = 8_000_000;

    /// <summary>Longest names and texts of an instance together, in UTF-16 code units.</summary>
    public const int XmlLength = 268_435_456;
}
