namespace MigrationClean.Samples.Logic;

/// <summary>One row of the survey sheet, with the place where its answer is kept.</summary>
internal sealed class FormQuestion
{
    public required string Type { get; init; }

    public required string Name { get; init; }

    /// <summary>The other cells of the row, by the key of the form file, e.g. <c>ru</c>, <c>relevant</c>, <c>message.en</c>.</summary>
    public required IReadOnlyDictionary<string, string> Cells { get; init; }

    /// <summary>The repeat that holds the question, or null in the main part.</summary>
    public string? Repeat { get; init; }

    /// <summary>Relevance of the enclosing groups and repeats and of the question itself, outermost first.</summary>
    public required IReadOnlyList<string> Relevances { get; init; }

    /// <summary>The text question that <c>or_other</c> makes: in the export, not in the form.</summary>
    public bool Generated { get; init; }

    public string Kind => Type.Split(' ')[0];

    public string? List => Kind is "select_one" or "select_multiple" or "rank" ? Type.Split(' ')[1] : null;

    public bool OrOther => Type.EndsWith(" or_other", StringComparison.Ordinal);

    public bool IsRequired => Cells.GetValueOrDefault("required") == "yes";

    public string? Cell(string key) => Cells.GetValueOrDefault(key);
}
