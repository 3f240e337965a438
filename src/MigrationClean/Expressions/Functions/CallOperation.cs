using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Functions;

/// <summary>Evaluates and casts the arguments, then calls the function.</summary>
internal sealed class CallOperation(Expression.Call source, XPathFunction function, ImmutableArray<Operation> arguments) : Operation(source)
{
    /// <summary>The function.</summary>
    public XPathFunction Function { get; } = function;

    private readonly ImmutableArray<ParameterType> _types = [.. arguments.Select((_, i) => function.ParameterOf(i).Type)];
    private readonly bool _isTooShortInJavaRosa = arguments.Length < function.LeastArguments(Dialect.JavaRosa);
    private readonly bool _isTooShortInEnketo = arguments.Length < function.LeastArguments(Dialect.Enketo);

    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => arguments;

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        if (context.IsJavaRosa ? _isTooShortInJavaRosa : _isTooShortInEnketo) return Value.Fail(Compiler.WrongCount((Expression.Call)Source, Function));
        if (arguments.Length == 0) return Function.Call(new FunctionCall(this, [], context));

        var values = context.RentArguments(arguments.Length);
        var failure = Fill(values, context);
        var value = failure.IsFailure ? failure : Function.Call(new FunctionCall(this, values, context));
        context.ReturnArguments(arguments.Length);
        return value;
    }

    /// <summary>Evaluates the arguments. An error ends it at once; what is not evaluable only when all are known.</summary>
    private Value Fill(Span<Value> values, EvaluationContext context)
    {
        var failure = Value.Empty;
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Cast(i, context);
            if (values[i].Kind == ValueKind.Error) return values[i];
            if (values[i].IsFailure && !failure.IsFailure) failure = values[i];
            if (values[i].Kind == ValueKind.Text && !context.Read(values[i].Text)) return Value.Fail(new ExpressionError("EXPR-05/nodes", arguments[i].Position));
        }

        return failure;
    }

    private Value Cast(int argument, EvaluationContext context)
    {
        var (operation, type) = (arguments[argument], _types[argument]);
        if (type == ParameterType.Unevaluated) return Value.Empty;
        var value = operation.Evaluate(context);
        if (value.IsFailure) return value;
        return type switch
        {
            ParameterType.Number => Conversion.ToNumber(value, context, operation.Position),
            ParameterType.Text => Conversion.ToText(value, context, operation.Position),
            ParameterType.Boolean => Conversion.ToBoolean(value, context, operation.Position),
            ParameterType.Date => Conversion.ToDate(value, context, operation.Position),
            ParameterType.Single => Conversion.Single(value, context, operation.Position),
            ParameterType.Nodes when !value.IsNodes => Value.Fail("nodes-wanted", operation.Position),
            _ => value,
        };
    }
}
