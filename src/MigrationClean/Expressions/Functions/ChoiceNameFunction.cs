using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Expressions.Functions;

/// <summary>The label of a choice: of the question whose path stands in quotes.</summary>
internal sealed class ChoiceNameFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "jr:choice-name";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("choice", ParameterType.Text), new("question", ParameterType.Unevaluated)];

    /// <inheritdoc/>
    public override FunctionExample Example => new("jr:choice-name('male', '/data/sex')", "Male");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var question = QuestionOf(call);
        if (question.IsFailure) return question;
        if (!question.IsNodes) return call.FailAt(1, "path-wanted");
        if (question.Nodes.Count == 0 || call.Text(0).Length == 0) return Value.Empty;
        if (call.Context.Surroundings.ChoiceLabels(question.Nodes[0], call.Text(0)) is not { } labels) return call.FailAt(1, "no-select");
        return FormSurroundings.Pick(labels, call.Context) is { } label ? Value.Of(label) : Value.Empty;
    }

    // A form's ${name} in the quotes is a path by now; else the text is one.
    private static Value QuestionOf(in FunctionCall call)
    {
        var operation = call.Operation(1);
        if (operation is PathOperation) return operation.Evaluate(call.Context);
        var text = operation.EvaluateText(call.Context);
        if (text.IsFailure) return text;
        return Parser.Parse(text.Text, out _) is Expression.Path path ? Compiler.Compile(path).Evaluate(call.Context) : Value.Empty;
    }
}
