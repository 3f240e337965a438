using System.Text;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Logic.Explaining;

/// <summary>Names questions and answers by their labels, and writes an expression with them.</summary>
/// <param name="labels">Language of the labels; <see langword="null"/> = the form's first.</param>
internal sealed class FilledText(string? labels)
{
    private const int Longest = 60;

    /// <summary>The label on one line, the name where there is none.</summary>
    public string LabelOf(FormNode node)
    {
        var label = string.Join(' ', (node.Label.InOrFirst(labels) ?? node.Name).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return label.Length > Longest ? $"{label[..Longest]}…" : label;
    }

    /// <summary>An answer with the labels of its choices: <c>no (No)</c>; <c>—</c> for none.</summary>
    public string AnswerOf(FormNode node, string value)
    {
        if (value.Length == 0) return "—";
        if (node is not Question { Choices: { } list } question) return value;
        var names = question.Type.IsSelectMultiple() ? value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [value];
        var known = names.Select(n => list.Find(n)?.Label.InOrFirst(labels)).OfType<string>().Where(l => l.Length > 0).ToList();
        return known.Count == 0 ? value : $"{value} ({string.Join(", ", known)})";
    }

    /// <summary>The expression with the label and the answer in the place of every question: <c>«Consent»: no (No) = 'yes'</c>.</summary>
    public string Fill(string written, Operation whole, PartWalk walk, OneSubmission submission)
    {
        var filled = new StringBuilder();
        var done = 0;
        foreach (var path in Paths(whole).OrderBy(p => p.Source.Position))
        {
            var (from, to) = (path.Source.Position, Math.Min(written.Length, path.Source.End));
            if (from < done || walk.ValueOf(path) is not { IsNodes: true } value || value.Nodes.Count == 0) continue;
            var nodes = value.Nodes.Where(n => n.Instance == submission.Block && n.Row >= 0 && submission.NodeOf(n) is Question).ToList();
            if (nodes.Count == 0) continue;
            var question = submission.NodeOf(nodes[0]);
            filled.Append(written, done, from - done).Append('«').Append(LabelOf(question)).Append("»: ")
                .AppendJoin(", ", nodes.Select(n => AnswerOf(question, submission.Block.TextOf(n))));
            done = to;
        }

        return filled.Append(written, done, written.Length - done).ToString();
    }

    private static IEnumerable<PathOperation> Paths(Operation operation) => operation is PathOperation path ? [path] : operation.Parts.SelectMany(Paths);
}
