using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether a text matches a pattern: all of it in JavaRosa, any part of it in Enketo.</summary>
internal sealed class RegexFunction : XPathFunction
{
    private const int KeptPatterns = 4096;

    private readonly ConcurrentDictionary<(string Pattern, Dialect Dialect), Regex?> _compiled = new();

    /// <inheritdoc/>
    public override string Name => "regex";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text), new("pattern", ParameterType.Text)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("regex('0555 12-34-56', '^0[0-9]{3} [0-9-]+$')", "true");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var key = (call.Text(1), call.Context.Dialect);
        if (!_compiled.TryGetValue(key, out var pattern))
        {
            if (_compiled.Count > KeptPatterns) _compiled.Clear();
            pattern = _compiled[key] = Pattern.Compile(key.Item1, key.Dialect);
        }

        if (pattern is null) return call.FailAt(1, "pattern");
        try
        {
            var start = Stopwatch.GetTimestamp();
            var matches = pattern.IsMatch(call.Text(0));
            return call.Context.Match(Stopwatch.GetTimestamp() - start) ? Value.Of(matches) : TooSlow(call);
        }
        catch (RegexMatchTimeoutException)
        {
            return TooSlow(call);
        }
    }

    private static Value TooSlow(in FunctionCall call) => Value.Fail(new ExpressionError("EXPR-05/pattern", call.Operation(1).Position));
}
