using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Functions;

/// <summary>Evaluates and casts the arguments, then calls the function.</summary>
internal sealed class CallOperation(Expression.Call source, XPathFunction function, ImmutableArray<Operation> arguments) : Operation(source)
{
    /// <summary>The function.</summary>
    public XPathFunction Function { get; } = function;

    /// <inheritdoc/>
    public override ImmutableArray<Operation> Parts => arguments;

    /// <inheritdoc/>
    public override Value Evaluate(EvaluationContext context)
    {
        if (arguments.Length < Function.LeastArguments(context.Dialect)) return Value.Fail(Compiler.WrongCount((Expression.Call)Source, Function));
        if (arguments.Length == 0) return Function.Call(new FunctionCall(this, [], context));

        Value? unknown = null;
        var values = new Value[arguments.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Cast(i, context);
            if (values[i].Kind == ValueKind.Error) return values[i];
            if (values[i].IsFailure) unknown ??= values[i];
        }

        return unknown ?? Function.Call(new FunctionCall(this, values, context));
    }

    private Value Cast(int argument, EvaluationContext context)
    {
        var (operation, parameter) = (arguments[argument], Function.ParameterOf(argument));
        if (parameter.Type == ParameterType.Unevaluated) return Value.Empty;
        var value = operation.Evaluate(context);
        if (value.IsFailure) return value;
        return parameter.Type switch
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
