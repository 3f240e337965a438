namespace MigrationClean;

/// <summary>A stage of a run, for those who wait for it.</summary>
public enum Stage
{
    /// <summary>Reading exports and forms.</summary>
    Reading,

    /// <summary>Checking.</summary>
    Checking,

    /// <summary>Anonymising.</summary>
    Anonymising,

    /// <summary>Writing.</summary>
    Writing,
}

/// <summary>Where a run is.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Done">Submissions done.</param>
/// <param name="Total">Submissions in all; 0 where it is not known yet.</param>
public readonly record struct Step(Stage Stage, long Done = 0, long Total = 0);
