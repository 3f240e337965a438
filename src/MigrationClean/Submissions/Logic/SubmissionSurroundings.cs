using System.Collections.Concurrent;
using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Logic;

/// <summary>The choice lists, attached files and texts of a form, for expressions that run on an export.</summary>
internal sealed class SubmissionSurroundings(Form form, FormShape shape, AttachedFiles files) : FormSurroundings
{
    private readonly ConcurrentDictionary<string, Instance?> _instances = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool IsExport => true;

    /// <inheritdoc/>
    public override string? Version => form.Settings.GetValueOrDefault("version") is { } version && form.VersionIds.Length <= 1 ? version : null;

    /// <summary>The list of a select as an instance; <see langword="null"/> where it is in a file that is not there.</summary>
    public ListInstance? ListOf(Question question) => question.Choices is { } list ? (ListInstance?)_instances.GetOrAdd("list " + list.Name, _ => Rows(list)) : null;

    /// <inheritdoc/>
    public override Instance? Find(string id, out NotEvaluable? reason)
    {
        reason = id == "__last-saved" ? new("last-saved", id) : null;
        if (reason is not null) return null;
        if (form.Lists.TryGetValue(id, out var list)) return _instances.GetOrAdd("list " + id, _ => Rows(list));
        var found = _instances.GetOrAdd(id, files.Find);
        if (found is null) reason = new("file-missing", id);
        return found;
    }

    /// <inheritdoc/>
    public override ImmutableArray<string>? ChoiceLabels(in Node question, string choice)
    {
        if (question.Instance is not SubmissionBlock || shape.Nodes[question.Element] is not Question { Choices: { } list }) return null;
        return list.Find(choice) is { } found ? LabelsOf(found) : [];
    }

    /// <inheritdoc/>
    public override ImmutableArray<string> Texts(string id)
    {
        var dash = id.LastIndexOf('-');
        if (dash < 0 || !form.Lists.TryGetValue(id[..dash], out var list) || !int.TryParse(id.AsSpan(dash + 1), out var row) || row >= list.Choices.Length) return [];
        return LabelsOf(list.Choices[row]);
    }

    // Where a language has no label another's is shown.
    private ImmutableArray<string> LabelsOf(Choice choice) => choice.Label.IsEmpty ? [] : [.. form.Languages.Select(l => choice.Label.InOrFirst(l)!)];

    private ListInstance Rows(ChoiceList list)
    {
        var columns = list.Choices.SelectMany(c => c.Columns.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToImmutableArray();
        return new(
            ["name", "label", "itextId", .. columns],
            [.. list.Choices.Select((c, i) => (ImmutableArray<string>)
                [c.Name, form.Languages.Select(l => c.Label.In(l)).FirstOrDefault(l => l is not null) ?? "", $"{list.Name}-{i}", .. columns.Select(n => c.Columns.GetValueOrDefault(n, ""))])]);
    }
}
