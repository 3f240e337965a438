namespace MigrationClean.Forms;

/// <summary>How large a form may be (robustness §3): what is larger is refused with FILE-05, as no survey has it and a trap may.</summary>
internal static class FormLimits
{
    /// <summary>Rows of the survey sheet.</summary>
    public const int Rows = 20_000;

    /// <summary>Rows of a sheet of choices.</summary>
    public const int Choices = 500_000;

    /// <summary>Groups and repeats inside one another.</summary>
    public const int Depth = 64;

    /// <summary>Groups and questions after loops and matrices are written out.</summary>
    public const int Nodes = 100_000;

    /// <summary>Bytes of a form in JSON.</summary>
    public const int JsonBytes = 512 * 1024 * 1024;

    /// <summary>Blank rows one after the other, after which the converters read no further (xlsform §1).</summary>
    public const int BlankRows = 60;

    /// <summary>Blank headers one after the other, after which the converters read no further (xlsform §1).</summary>
    public const int BlankHeaders = 20;
}
