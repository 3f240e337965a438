namespace MigrationClean.Forms.Linting;

/// <summary>Which tool refuses or warns of such a form; advice has no stage, as no tool says it.</summary>
public enum LintStage
{
    /// <summary>The converter from XLSForm to XForm.</summary>
    Convert,

    /// <summary>The engine that opens the XForm on the phone or in the browser.</summary>
    Load,
}
