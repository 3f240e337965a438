using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Expressions;

/// <summary>Why an expression has no value: facts only, words are made when it is shown.</summary>
/// <param name="Key">Key of its texts: <c>EXPR-01/unclosed-quote</c>.</param>
/// <param name="Position">0-based place in the expression's text, in UTF-16 code units.</param>
/// <param name="Arguments">The text's named places.</param>
internal sealed record ExpressionError(string Key, int Position, params ImmutableArray<FindingArgument> Arguments)
{
    /// <summary>The code alone: <c>EXPR-01</c>.</summary>
    public string Code => Key[..7];
}
