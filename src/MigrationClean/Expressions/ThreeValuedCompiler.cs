using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions;

/// <summary>
/// Compiles a rule that a person wrote for checking: true, false, or unknown where it hangs on an answer that is blank. The form's own rules
/// know only true and false, as the clients do.
/// </summary>
/// <remarks>
/// Unknown is a comparison, a calculation or a test of text (<c>regex</c>, <c>contains</c>, <c>starts-with</c>, <c>ends-with</c>) one
/// operand of which is blank or not a number; what uses it is unknown too, but <c>and</c> and <c>or</c> where the other side decides.
/// Decided all the same: comparing with <c>''</c>, whatever asks for blankness (<c>not(${q})</c>, <c>string()</c>, <c>coalesce()</c>,
/// <c>string-length()</c>), <c>selected()</c>, <c>count()</c> and <c>sum()</c>, and what stands in their predicates. Source: cleaning §2.
/// </remarks>
internal static class ThreeValuedCompiler
{
    /// <summary>Functions whose arguments may be blank by their very meaning.</summary>
    private static readonly string[] Deciding = ["coalesce", "once", "string"];

    private static readonly string[] TextTests = ["regex", "contains", "starts-with", "ends-with"];

    /// <summary>Compiles a tree. References are paths by now.</summary>
    public static Operation Compile(Expression tree) => tree switch
    {
        Expression.Negation negation => new Minus(negation, Known(negation.Operand)),
        Expression.Binary { Operator: "and" or "or" } both => new Junction(both, Compile(both.Left), Compile(both.Right)),
        Expression.Binary { Operator: "|" } union => Compiler.Compile(union),
        Expression.Binary { Operator: "=" or "!=" } blank when IsBlank(blank.Left) || IsBlank(blank.Right) =>
            new Comparison(blank, Compile(blank.Left), Compile(blank.Right)),
        Expression.Binary { Operator: "=" or "!=" or "<" or "<=" or ">" or ">=" } comparison =>
            new Comparison(comparison, Known(comparison.Left), Known(comparison.Right)),
        Expression.Binary calculation => new Arithmetic(calculation, Known(calculation.Left), Known(calculation.Right)),
        Expression.Call call when !Deciding.Contains(call.Name) && AllFunctions.Find(call.Name) is { } function && !Compiler.HasWrongCount(call, function) =>
            new CallOperation(call, function, Arguments(call)),
        _ => Compiler.Compile(tree),
    };

    private static ImmutableArray<Operation> Arguments(Expression.Call call) =>
        [.. call.Arguments.Select((argument, i) => i == 0 && TextTests.Contains(call.Name) ? Known(argument) : Compile(argument))];

    private static Operation Known(Expression operand) => operand is Expression.Number or Expression.Literal or Expression.Call { Name: "string" }
        ? Compile(operand)
        : new Knowing(operand, Compile(operand));

    private static bool IsBlank(Expression operand) => operand is Expression.Literal { Text: "" };
}
