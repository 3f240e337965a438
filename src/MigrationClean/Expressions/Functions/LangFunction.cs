using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Whether the context node is in a language: forms do not say.</summary>
internal sealed class LangFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "lang";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("language", ParameterType.Text)];

    /// <inheritdoc/>
    public override Clients OfferedBy => Clients.WebForms;

    /// <inheritdoc/>
    public override FunctionExample Example => new("lang('en')", "false");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call) => Value.Of(false);
}
