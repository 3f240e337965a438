using System.Diagnostics.CodeAnalysis;
using MigrationClean.Diagnostics;

namespace MigrationClean.Expressions.Syntax;

/// <summary>Leaves the parser from any depth; <see cref="Parser.Parse"/> turns it into an <see cref="ExpressionError"/>.</summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Made here alone, never seen outside the parser.")]
internal sealed class SyntaxException(string variant, int position, string? text = null) : Exception(variant)
{
    /// <summary>The error as a fact.</summary>
    public ExpressionError Error { get; } = new(variant == "limit" ? "EXPR-05" : $"EXPR-01/{variant}", position, text is null ? [] : [new FindingArgument("text", text)]);
}
