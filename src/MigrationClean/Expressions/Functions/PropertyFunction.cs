using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A property of the device, which no submission holds.</summary>
internal sealed class PropertyFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "property";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("name", ParameterType.Text)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.Collect;

    /// <inheritdoc/>
    public override bool IsNotRepeatable => true;

    /// <inheritdoc/>
    public override FunctionExample Example => new("property('deviceid')", "EXPR-04");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => call.Context.Surroundings.IsExport ? FunctionCall.NotEvaluable("device", $"property({call.Text(0)})") : call.Fail("device");
}
