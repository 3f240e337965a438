using MigrationClean.Forms;
using MigrationClean.Forms.Logic;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>
/// Tells which level of a cascade is out of line where its levels do not go together: the one whose change alone would put everything right,
/// else the side of the break that fewer answers agree with, else the lower level.
/// </summary>
/// <remarks>Only selects of one table are compared. Source: cleaning §4.2 (FORM-06).</remarks>
internal sealed class CascadeBlame
{
    private readonly LogicRun _run;
    private readonly Dictionary<int, OfferedChoices> _filters;
    private readonly Dictionary<int, int[]> _above = [];
    private readonly Dictionary<int, int[]> _below = [];

    /// <summary>The cascades of a form.</summary>
    /// <param name="run">The worker.</param>
    /// <param name="filters">The filters that have been run, by question.</param>
    public CascadeBlame(LogicRun run, Dictionary<int, OfferedChoices> filters)
    {
        (_run, _filters) = (run, filters);
        var shape = run.Shape;
        foreach (var question in shape.Logic.Form.Questions)
        {
            if (shape.Logic.Find(question, LogicColumn.ChoiceFilter) is not { } filter) continue;
            var element = shape.ElementOf(question);
            _above[element] = [.. filter.Reads.OfType<Question>().Where(q => q != question && q.Type.IsSelectOne() && q.Repeat == question.Repeat).Select(shape.ElementOf)];
        }

        foreach (var pair in _above.SelectMany(a => a.Value.Select(upper => (upper, lower: a.Key))).GroupBy(p => p.upper, p => p.lower)) _below[pair.Key] = [.. pair];
    }

    /// <summary>Names the level to blame in every violation of a filter; 0 where it is the question itself.</summary>
    public void Tell(SubmissionBlock block, List<Violation> found)
    {
        if (_below.Count == 0 || !found.Exists(v => v.Kind == ViolationKind.Choice)) return;
        var rows = found.Where(v => v.Kind == ViolationKind.Choice).GroupBy(v => (Table: _run.Shape.TableOf[v.Element], v.Row), v => v.Element);
        var blamed = new Dictionary<(int Element, int Row), int>();
        var places = new Dictionary<int, Dictionary<int, int>>();
        foreach (var row in rows)
        {
            if (!places.TryGetValue(row.Key.Table, out var inBlock))
                places.Add(row.Key.Table, inBlock = block.Rows[row.Key.Table].Index().ToDictionary(r => r.Item, r => r.Index));
            foreach (var (element, upper) in Blame(block, inBlock[row.Key.Row], [.. row.Distinct()])) blamed[(element, row.Key.Row)] = upper;
        }

        for (var i = 0; i < found.Count; i++)
            if (found[i].Kind == ViolationKind.Choice && blamed.TryGetValue((found[i].Element, found[i].Row), out var upper)) found[i] = found[i] with { Blamed = upper };
    }

    private IEnumerable<(int Element, int Blamed)> Blame(SubmissionBlock block, int row, List<int> hidden)
    {
        while (hidden.Count > 0)
        {
            var cascade = Connected(block, row, hidden[0]);
            var broken = hidden.Where(cascade.Contains).Order().ToList();
            hidden.RemoveAll(cascade.Contains);
            var culprit = cascade.Where(element => IsMended(block, row, element, broken)).OrderBy(element => !broken.Contains(element)).ThenByDescending(e => e).FirstOrDefault();
            foreach (var element in broken) yield return (element, culprit > 0 ? culprit : LessSupported(block, row, element, broken));
        }
    }

    /// <summary>The answered selects that hang together with one, itself included.</summary>
    private HashSet<int> Connected(SubmissionBlock block, int row, int element, Func<int, int, bool>? goes = null)
    {
        var (seen, waiting) = (new HashSet<int> { element }, new Stack<int>([element]));
        while (waiting.TryPop(out var at))
        {
            foreach (var upper in _above.GetValueOrDefault(at, []))
                if (IsAnswered(block, row, upper) && (goes is null || goes(upper, at)) && seen.Add(upper)) waiting.Push(upper);
            foreach (var lower in _below.GetValueOrDefault(at, []))
                if (IsAnswered(block, row, lower) && (goes is null || goes(at, lower)) && seen.Add(lower)) waiting.Push(lower);
        }

        return seen;
    }

    /// <summary>Whether another answer to this one question would put all broken levels right and break none.</summary>
    private bool IsMended(SubmissionBlock block, int row, int element, List<int> broken)
    {
        var below = _below.GetValueOrDefault(element, []).Where(lower => IsAnswered(block, row, lower)).ToList();
        if (!broken.TrueForAll(b => b == element || below.Contains(b))) return false;
        if (below.Count == 0) return true;
        if (_run.Shape.Nodes[element] is not Question { Choices: { } choices } question || !question.Type.IsSelectOne()) return false;

        // An answer that would go with those below stands in their choices' columns: choice_filter says column = ${question}.
        var values = below.SelectMany(lower => ChosenColumns(block, row, lower)).Where(choices.Contains).Distinct(StringComparer.Ordinal);
        return values.Any(value => Goes(block, row, element, value, below));
    }

    private bool Goes(SubmissionBlock block, int row, int element, string value, List<int> below)
    {
        var kept = block.Assume(element, row, _run.StoreOf(element).Add(value));
        var goes = below.Append(element).All(e => FilterOf(e) is not { } filter || filter.Hidden(block, row) is []);
        block.Assume(element, row, kept);
        return goes;
    }

    private IEnumerable<string> ChosenColumns(SubmissionBlock block, int row, int element)
    {
        if (_run.Shape.Nodes[element] is not Question { Choices: { } list } question) yield break;
        var text = block.StoredTextOf(element, row);
        foreach (var name in question.Type.IsSelectOne() ? [text] : text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            foreach (var cell in list.Find(name)?.Columns.Values ?? [])
                foreach (var value in cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(cell)) yield return value;
    }

    /// <summary>The level above a break, if more answers agree with the lower side than with the upper; else the lower level.</summary>
    private int LessSupported(SubmissionBlock block, int row, int element, List<int> broken)
    {
        var upper = _above.GetValueOrDefault(element, []).Where(e => IsAnswered(block, row, e)).DefaultIfEmpty().Max();
        if (upper == 0) return element;
        bool Goes(int above, int below) => !broken.Contains(below);
        return Connected(block, row, element, Goes).Count > Connected(block, row, upper, Goes).Count ? upper : element;
    }

    private OfferedChoices? FilterOf(int element) => _filters.TryGetValue(element, out var filter) && !filter.IsMissing ? filter : null;

    private static bool IsAnswered(SubmissionBlock block, int row, int element) => block.StoredCodes(element) is not null && block.CodeAt(element, row) > 0;
}
