using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions;

/// <summary>Tree → operations, and what can be said of a tree without any submission: unknown functions, wrong numbers of arguments.</summary>
internal static class Compiler
{
    /// <summary>Compiles a tree. References are paths by now.</summary>
    public static Operation Compile(Expression expression) => expression switch
    {
        Expression.Number number => new Constant(number, Value.Of(number.Value)),
        Expression.Literal literal => new Constant(literal, Value.Of(literal.Text)),
        Expression.Negation negation => new Minus(negation, Compile(negation.Operand)),
        Expression.Binary binary => Binary(binary),
        Expression.Call call => Call(call),
        Expression.Path path => new PathOperation(path, path.Start is null ? null : Compile(path.Start), path.IsAbsolute, [.. path.Steps.Select(Step)]),
        Expression.Filtered filtered => new FilteredOperation(filtered, Compile(filtered.Primary), [.. filtered.Predicates.Select(Compile)]),
        Expression.Variable variable => new Failing(variable, new("EXPR-06/variable", variable.Position, new FindingArgument("name", variable.Name)), []),
        Expression.Reference reference => new Failing(reference, new("EXPR-06/reference", reference.Position, new FindingArgument("name", reference.Name)), []),
        _ => throw new InvalidOperationException($"No operation for {expression.GetType().Name}."),
    };

    /// <summary>What is wrong with an expression whatever the submission, in the order of the text.</summary>
    public static IEnumerable<ExpressionError> Faults(Expression expression)
    {
        foreach (var part in expression.All)
        {
            if (part is Expression.Variable variable) yield return new("EXPR-06/variable", variable.Position, new FindingArgument("name", variable.Name));
            if (part is not Expression.Call call) continue;
            if (AllFunctions.Find(call.Name) is not { } function) yield return Unknown(call);
            else if (HasWrongCount(call, function)) yield return WrongCount(call, function);
        }
    }

    /// <summary>The error of a call with too few or too many arguments.</summary>
    internal static ExpressionError WrongCount(Expression.Call call, XPathFunction function) => new(
        "EXPR-03",
        call.Position,
        new FindingArgument("name", call.Name),
        new FindingArgument("signature", Signature.Of(function)),
        new FindingArgument("count", $"{call.Arguments.Length}"));

    private static Operation Binary(Expression.Binary binary)
    {
        var (left, right) = (Compile(binary.Left), Compile(binary.Right));
        return binary.Operator switch
        {
            "and" or "or" => new Junction(binary, left, right),
            "=" or "!=" or "<" or "<=" or ">" or ">=" => new Comparison(binary, left, right),
            "|" => new Union(binary, left, right),
            _ => new Arithmetic(binary, left, right),
        };
    }

    private static Operation Call(Expression.Call call)
    {
        var arguments = call.Arguments.Select(Compile).ToImmutableArray();
        if (AllFunctions.Find(call.Name) is not { } function) return new Failing(call, Unknown(call), arguments);
        return HasWrongCount(call, function) ? new Failing(call, WrongCount(call, function), arguments) : new CallOperation(call, function, arguments);
    }

    private static CompiledStep Step(PathStep step) =>
        new(step, [.. step.Predicates.Select(Compile)], step.Predicates.IsEmpty ? null : ListKey.Of(step.Predicates[0], Compile));

    /// <summary>Whether a call has fewer or more arguments than any client takes.</summary>
    internal static bool HasWrongCount(Expression.Call call, XPathFunction function) =>
        call.Arguments.Length > function.MostArguments
        || call.Arguments.Length < Math.Min(function.LeastArguments(Dialect.JavaRosa), function.LeastArguments(Dialect.Enketo));

    private static ExpressionError Unknown(Expression.Call call)
    {
        var nearest = Nearest.To(call.Name, AllFunctions.Names);
        return new(nearest is null ? "EXPR-02" : "EXPR-02/near", call.Position, new FindingArgument("name", call.Name), new FindingArgument("nearest", nearest ?? ""));
    }
}
