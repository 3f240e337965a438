namespace MigrationClean.Writing.Corrected;

/// <summary>Takes a part out of the lists that name it: a package's content types, and the relationships of another part.</summary>
/// <param name="part">The part's full name.</param>
/// <param name="kind">The last word of the relationships' type that lead to it.</param>
internal sealed class WithoutPart(string part, string kind) : PartFilter
{
    /// <inheritdoc/>
    protected override ElementFate FateOf(string name, ReadOnlySpan<byte> element) => name switch
    {
        "Override" when string.Equals(Attribute(element, "PartName"u8)?.TrimStart('/'), part, StringComparison.OrdinalIgnoreCase) => ElementFate.Gone,
        "Relationship" when Attribute(element, "Type"u8)?.EndsWith($"/{kind}", StringComparison.Ordinal) == true => ElementFate.Gone,
        _ => ElementFate.Stays,
    };
}
