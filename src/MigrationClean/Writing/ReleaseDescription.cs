namespace MigrationClean.Writing;

/// <summary>The key <c>release</c> of the settings: what people read about the data set. Empty texts are left out of outputs.</summary>
public sealed record ReleaseDescription
{
    /// <summary>Title; empty = the form's title is not used either, as it may name a place: "Survey data".</summary>
    public string Title { get; init; } = "";

    /// <summary>Description.</summary>
    public string Description { get; init; } = "";

    /// <summary>Version of the data set.</summary>
    public string Version { get; init; } = "";

    /// <summary>Date of publication, or <see langword="null"/>.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>SPDX id of the licence.</summary>
    public string License { get; init; } = "";

    /// <summary>How to cite.</summary>
    public string Citation { get; init; } = "";

    /// <summary>Terms of use.</summary>
    public string Terms { get; init; } = "";

    /// <summary>Disclaimer.</summary>
    public string Disclaimer { get; init; } = "";
}

/// <summary>The formula guard of CSV cells (outputs §1, rule <c>apostrophe-1</c>).</summary>
public enum CsvGuard
{
    /// <summary>Texts that a spreadsheet would run get an apostrophe; plain numbers pass.</summary>
    On,

    /// <summary>Nothing is guarded.</summary>
    Off,

    /// <summary>Plain numbers in text columns as well.</summary>
    Strict,
}

/// <summary>How CSV files are written.</summary>
public sealed record CsvOptions
{
    /// <summary>The formula guard.</summary>
    public CsvGuard Guard { get; init; } = CsvGuard.On;

    /// <summary>Whether every file begins with a byte order mark.</summary>
    public bool Bom { get; init; }

    /// <summary>Whether rows end with CR LF.</summary>
    public bool CrLf { get; init; }

    /// <summary><c>,</c>, <c>;</c> or tab.</summary>
    public char Separator { get; init; } = ',';
}
