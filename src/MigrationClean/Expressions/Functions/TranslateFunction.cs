using System.Collections.Immutable;
using System.Text;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A text with characters replaced one by one; those without a partner are deleted.</summary>
internal sealed class TranslateFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "translate";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text), new("from", ParameterType.Text), new("to", ParameterType.Text)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("translate('bar', 'abc', 'AB')", "BAr");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var (from, to) = (call.Text(1), call.Text(2));
        var result = new StringBuilder(call.Text(0).Length);
        foreach (var letter in call.Text(0))
        {
            var at = from.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0) result.Append(letter);
            else if (at < to.Length) result.Append(to[at]);
        }

        return Value.Of(result.ToString());
    }
}
