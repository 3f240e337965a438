namespace MigrationClean.Expressions;

/// <summary>Whose rules an evaluation follows, as a person names it.</summary>
public enum DialectChoice
{
    /// <summary>Those of the client that filled the submission; JavaRosa's where no client is known, as for an instance by itself.</summary>
    Auto,

    /// <summary>JavaRosa's: the phone.</summary>
    JavaRosa,

    /// <summary>Enketo's: the web form.</summary>
    Enketo,

    /// <summary>Both, and whether they agree.</summary>
    Both,
}
