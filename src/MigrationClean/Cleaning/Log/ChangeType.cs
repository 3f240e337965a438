namespace MigrationClean.Cleaning.Log;

/// <summary>What a line of a cleaning log does (cleaning §5.2).</summary>
public enum ChangeType
{
    /// <summary>Nothing yet: somebody has to decide.</summary>
    Pending,

    /// <summary>The cell takes the new value.</summary>
    ChangeResponse,

    /// <summary>The cell becomes blank.</summary>
    BlankResponse,

    /// <summary>Nothing: the finding is accepted.</summary>
    NoAction,

    /// <summary>The submission and all rows below it go.</summary>
    RemoveSurvey,

    /// <summary>One row of a repeat goes, with what hangs below.</summary>
    RemoveRow,

    /// <summary>One choice of a select_multiple is set.</summary>
    AddOption,

    /// <summary>One choice of a select_multiple is unset.</summary>
    RemoveOption,

    /// <summary>A submission said to have been added: read and reported, never applied.</summary>
    AddedSurvey,
}
