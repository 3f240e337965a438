using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>The form's version.</summary>
internal sealed class VersionFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "version";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters => [];

    /// <inheritdoc/>
    public override FunctionExample Example => new("version()", "");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Context.Surroundings.Version is { } version ? Value.Of(version) : FunctionCall.NotEvaluable("version", "version()");
}
