using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Batch;

/// <summary>What a line and its fixture say instead of a form.</summary>
internal sealed class LineSurroundings(BatchLine line, Fixture fixture) : FormSurroundings
{
    /// <inheritdoc/>
    public override string? Version
    {
        get
        {
            if (fixture.Tree is not { } tree) return "";
            var attributes = new List<Node>();
            var instance = new XmlInstance(tree);
            var elements = new List<Node>();
            instance.AddChildren(instance.Document, null, elements);
            if (elements.Count > 0) instance.AddAttributes(elements[0], "version", attributes);
            return attributes.Count > 0 ? instance.TextOf(attributes[0]) : "";
        }
    }

    /// <inheritdoc/>
    public override Instance? Find(string id, out NotEvaluable? reason)
    {
        reason = null;
        return line.Secondary.GetValueOrDefault(id) ?? fixture.Secondary.GetValueOrDefault(id);
    }

    /// <inheritdoc/>
    public override ImmutableArray<string>? ChoiceLabels(in Node question, string choice)
    {
        if (question.Instance is not XmlInstance instance || !line.Choices.TryGetValue(instance.PathOf(question), out var labels)) return null;
        return labels.TryGetValue(choice, out var label) ? [label] : [];
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Texts(string id) => line.Texts.TryGetValue(id, out var text) ? [text] : [];
}
