using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Batch;

/// <summary>Evaluates single expressions on instances. One thread; what was parsed is kept for the next line.</summary>
internal sealed class Evaluator(EvaluationSettings settings)
{
    private const int KeptExpressions = 4096;

    private readonly Messages _texts = Messages.For(settings.Language);
    private readonly Dictionary<string, Parsed> _parsed = new(StringComparer.Ordinal);

    private readonly record struct Parsed(Operation? Operation, ExpressionError? Error);

    /// <summary>The answer in each dialect that is asked for: one, or JavaRosa's and Enketo's.</summary>
    public (EvaluationAnswer First, EvaluationAnswer? Second) Evaluate(BatchLine line, Fixture fixture)
    {
        var dialect = line.Dialect ?? settings.Dialect;
        if (dialect == DialectChoice.Both) return (In(Dialect.JavaRosa, line, fixture), In(Dialect.Enketo, line, fixture));
        return (In(dialect == DialectChoice.Enketo ? Dialect.Enketo : Dialect.JavaRosa, line, fixture), null);
    }

    private EvaluationAnswer In(Dialect dialect, BatchLine line, Fixture fixture)
    {
        if (Parse(line.Expression) is { Operation: null, Error: { } error }) return EvaluationAnswer.Of(error, line.Expression, _texts);
        var draws = new Draws(1);
        var answer = Once(dialect, line, fixture, draws);
        if (draws.Count == 0) return answer;

        // What changes with the draws has no value that could be told; what does not (the length of a UUID) has.
        return answer.Agrees(Once(dialect, line, fixture, new(2))) ? answer : NotRepeatable(line);
    }

    private EvaluationAnswer Once(Dialect dialect, BatchLine line, Fixture fixture, Draws draws)
    {
        var context = new EvaluationContext
        {
            Dialect = dialect,
            Zone = line.Zone ?? fixture.Zone ?? settings.Zone,
            Now = ((line.Now ?? settings.Now) - DateTimeOffset.UnixEpoch).TotalMilliseconds,
            Random = draws.Next,
            Surroundings = new LineSurroundings(line, fixture),
        };
        if (Place(line, fixture, context) is { } failure) return EvaluationAnswer.Of(failure, line.Expression, context, _texts);

        var operation = Parse(line.Expression).Operation!;
        var value = operation.Evaluate(context);
        if (!value.IsFailure) value = Cast(value, line.Type, context, operation.Position);
        return line.Type == ResultType.Date && !value.IsFailure ? EvaluationAnswer.Date(value, context) : EvaluationAnswer.Of(value, line.Expression, context, _texts);
    }

    /// <summary>Sets the context at the node that the line names. A failure where there is no such node, or a relevance cannot be read.</summary>
    private Value? Place(BatchLine line, Fixture fixture, EvaluationContext context)
    {
        if (fixture.Tree is not { } tree)
            return line.Path is null ? null : NoSuchNode(line.Path);

        var relevance = new Dictionary<string, Operation>(StringComparer.Ordinal);
        foreach (var (path, text) in line.Relevance)
        {
            var parsed = Parse(text);
            if (parsed.Operation is null) return Value.Fail(parsed.Error!);
            relevance[path] = parsed.Operation;
        }

        var instance = new XmlInstance(tree, fixture.Types, relevance);
        if (NodePath.Find(instance, line.Path ?? RootOf(instance)) is not { } node) return NoSuchNode(line.Path ?? "/");
        context.StandAt(node);
        return null;
    }

    private static string RootOf(XmlInstance instance)
    {
        var elements = new List<Node>();
        instance.AddChildren(instance.Document, null, elements);
        return $"/{(elements.Count > 0 ? elements[0].Name : "")}";
    }

    private static Value NoSuchNode(string path) => Value.Fail(new ExpressionError("EXPR-06/node", 0, new FindingArgument("name", path)));

    /// <summary>A value turned into what was asked for.</summary>
    internal static Value Cast(in Value value, ResultType type, EvaluationContext context, int position) => type switch
    {
        ResultType.Number => Conversion.ToNumber(value, context, position),
        ResultType.Text => Conversion.ToText(value, context, position),
        ResultType.Boolean => Conversion.ToBoolean(value, context, position),
        ResultType.Date => Conversion.Single(value, context, position),
        _ => value,
    };

    private EvaluationAnswer NotRepeatable(BatchLine line)
    {
        var call = Parser.Parse(line.Expression, out _)!.All.OfType<Expression.Call>()
            .First(c => AllFunctions.Find(c.Name) is { IsNotRepeatable: true });
        return EvaluationAnswer.Of(Value.Unknown(new("random", $"{call.Name}()")), line.Expression, new(), _texts);
    }

    private Parsed Parse(string text)
    {
        if (_parsed.TryGetValue(text, out var known)) return known;
        if (_parsed.Count >= KeptExpressions) _parsed.Clear();
        var expression = Parser.Parse(text, out var error);
        return _parsed[text] = new(expression is null ? null : Compiler.Compile(expression), error);
    }
}
