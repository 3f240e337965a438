namespace MigrationClean.Expressions;

/// <summary>The engine whose rules an expression follows: the one of the client that filled the submission.</summary>
/// <remarks>Source: xpath §0.</remarks>
public enum Dialect
{
    /// <summary>JavaRosa: KoBoCollect and ODK Collect on a phone. The default where the client is not known.</summary>
    JavaRosa,

    /// <summary>openrosa-xpath-evaluator: web forms in a browser.</summary>
    Enketo,
}
