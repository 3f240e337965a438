namespace MigrationClean.Samples.Logic;

/// <summary>One row of the choices sheet; its parents are the values of the filter columns, e.g. <c>region</c> of a rayon.</summary>
internal sealed record FormChoice(string Name, string English, string Russian, string Kyrgyz, IReadOnlyDictionary<string, string> Parents)
{
    public string Parent(string column) => Parents.GetValueOrDefault(column, "");

    public static IReadOnlyDictionary<string, string> NoParents { get; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
