using System.Collections.Immutable;
using System.Text;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The UTF-8 text that a base64 text stands for; empty if it is none.</summary>
internal sealed class Base64DecodeFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "base64-decode";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("base64-decode('T3No')", "Osh");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var bytes = new byte[call.Text(0).Length];
        return Value.Of(Convert.TryFromBase64String(call.Text(0), bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : "");
    }
}
