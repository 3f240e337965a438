namespace MigrationClean.Monitoring;

/// <summary>How unusual a figure of a unit is. Never how good or bad a person is.</summary>
internal enum Mark
{
    /// <summary>Nothing to say.</summary>
    None,

    /// <summary>Look at it.</summary>
    Watch,

    /// <summary>Do something today.</summary>
    Act,

    /// <summary>Too few interviews or values for a verdict.</summary>
    Small,
}
