using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>One call of a function: its arguments, cast as the parameters ask, and where it stands.</summary>
internal readonly ref struct FunctionCall(CallOperation operation, ReadOnlySpan<Value> arguments, EvaluationContext context)
{
    private readonly ReadOnlySpan<Value> _arguments = arguments;

    /// <summary>Number of arguments.</summary>
    public int Count => _arguments.Length;

    /// <summary>An argument; the empty text for one that is left out.</summary>
    public Value this[int argument] => argument < _arguments.Length ? _arguments[argument] : Value.Empty;

    /// <summary>Dialect, zone, clock, and where the expression stands.</summary>
    public EvaluationContext Context { get; } = context;

    /// <summary>Whether JavaRosa's rules hold.</summary>
    public bool IsJavaRosa => Context.IsJavaRosa;

    /// <summary>An argument of a <see cref="ParameterType.Text"/> parameter.</summary>
    public string Text(int argument) => this[argument].Text;

    /// <summary>An argument of a <see cref="ParameterType.Number"/> parameter.</summary>
    public double Number(int argument) => this[argument].Number;

    /// <summary>An argument of a <see cref="ParameterType.Boolean"/> parameter.</summary>
    public bool Boolean(int argument) => this[argument].Boolean;

    /// <summary>An argument of a <see cref="ParameterType.Nodes"/> parameter.</summary>
    public IReadOnlyList<Node> Nodes(int argument) => this[argument].Nodes;

    /// <summary>The compiled argument, for parameters that are <see cref="ParameterType.Unevaluated"/>.</summary>
    public Operation Operation(int argument) => operation.Parts[argument];

    /// <summary>Casts a value to a text, with the argument's place in the error.</summary>
    public Value ToText(in Value value, int argument) => Conversion.ToText(value, Context, PositionOf(argument));

    /// <summary>Casts a value to a number, with the argument's place in the error.</summary>
    public Value ToNumber(in Value value, int argument) => Conversion.ToNumber(value, Context, PositionOf(argument));

    /// <summary>An error of the call itself: text <c>EXPR-04/variant</c>.</summary>
    public Value Fail(string variant, params ReadOnlySpan<FindingArgument> arguments) => Value.Fail(variant, operation.Position, arguments);

    /// <summary>An error of an argument: text <c>EXPR-04/variant</c>.</summary>
    public Value FailAt(int argument, string variant, params ReadOnlySpan<FindingArgument> arguments) =>
        Value.Fail(variant, PositionOf(argument), arguments);

    /// <summary>That an export does not hold what the function needs: text <c>reason/…</c>.</summary>
    public static Value NotEvaluable(string reason, string what) => Value.Unknown(new Evaluation.NotEvaluable(reason, what));

    /// <summary>Where an argument stands; the call itself where it is left out.</summary>
    public int PositionOf(int argument) => argument < operation.Parts.Length ? operation.Parts[argument].Position : operation.Position;
}
