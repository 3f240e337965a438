namespace MigrationClean.Diagnostics;

/// <summary>How bad a finding is; ordered.</summary>
public enum Severity
{
    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>A weak suspicion or a work item.</summary>
    Notice,

    /// <summary>A strong suspicion.</summary>
    Warning,

    /// <summary>The data contradict the form, the key or themselves.</summary>
    Error,
}

/// <summary>What a finding rests on; kept apart in every output.</summary>
public enum Evidence
{
    /// <summary>The data contradict the form, the key, or themselves.</summary>
    Fact,

    /// <summary>Statistically odd.</summary>
    Suspicion,

    /// <summary>Needs work, such as a text to translate.</summary>
    Information,
}
