namespace MigrationClean.Anonymisation;

/// <summary>For whom a data set is; the stricter, the larger.</summary>
public enum ReleaseLevel
{
    /// <summary>Need-to-know inside the team.</summary>
    Internal,

    /// <summary>A named partner under an agreement.</summary>
    Partner,

    /// <summary>Anyone.</summary>
    Public,
}

/// <summary>Roles of a question in the privacy plan; two may be joined (<c>quasi+sensitive</c>), and the stricter treatment wins.</summary>
[Flags]
public enum PrivacyRole
{
    /// <summary>Not decided: left out of a trial, stops a release.</summary>
    Unknown = 0,

    /// <summary>Identifies alone.</summary>
    Direct = 1,

    /// <summary>A key between files or rounds.</summary>
    Linking = 2,

    /// <summary>Known to neighbours, or visible.</summary>
    Quasi = 4,

    /// <summary>Would harm if attached to a person.</summary>
    Sensitive = 8,

    /// <summary>Coordinates, small places.</summary>
    Geo = 16,

    /// <summary>Dates and times.</summary>
    Time = 32,

    /// <summary>Free text.</summary>
    Text = 64,

    /// <summary>Images, sound, files.</summary>
    Media = 128,

    /// <summary>What the client and the server noted: device, user, start, end.</summary>
    Paradata = 256,

    /// <summary>A survey weight.</summary>
    Weight = 512,

    /// <summary>None of the others, after review.</summary>
    Analytic = 1024,

    /// <summary>The question that gates the submission.</summary>
    Consent = 2048,
}
