using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The content of a text signed with Ed25519.</summary>
/// <remarks>The signature is not verified here: .NET has no Ed25519. So its value is not evaluable rather than trusted.</remarks>
internal sealed class ExtractSignedFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "extract-signed";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("text", ParameterType.Text), new("key", ParameterType.Text)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override FunctionExample Example => new("extract-signed('', '')", "");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Text(0).Length == 0 ? Value.Empty : FunctionCall.NotEvaluable("signature", "extract-signed()");
}
