using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>The column of all chosen names and the columns of single choices say different things.</summary>
/// <remarks>
/// Which side is right is not known: reported, never corrected. A blank in a choice's column says that the row's version did not know the
/// choice, never "not chosen", and padding zeros beside a blank answer are no contradiction (kobo-exports §5, §8.3, §16.4). O(rows ×
/// choices), without text.
/// </remarks>
internal sealed class SelectMultipleDisagrees : SubmissionCheck
{
    /// <inheritdoc/>
    public override CheckId Id => new("FORM-07", "select-multiple-disagrees");

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var table in context.Submissions.Tables)
            foreach (var parent in table.Columns)
            {
                if (parent is not { Role: ColumnRole.Answer, Question: { } question }) continue;
                var children = table.ChosenColumnsOf(question);
                if (children.IsEmpty) continue;
                foreach (var finding in Compare(context, table, parent, [.. children])) yield return finding;
            }
    }

    private IEnumerable<Finding> Compare(CheckContext context, Table table, TableColumn parent, TableColumn[] children)
    {
        var parentCodes = parent.Value.CodesOfAllRows();
        var names = Enumerable.Range(0, parent.Value.ValueCount)
            .Select(code => parent.Value.Text(code).Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal))
            .ToArray();
        var contradicting = new SortedDictionary<int, List<string>>();
        foreach (var child in children)
        {
            var chosen = Array.ConvertAll(names, n => n.Contains(child.Choice!));
            var marks = Marks(context, child);
            var childCodes = child.Value.CodesOfAllRows();
            for (var row = 0; row < childCodes.Length; row++)
            {
                var mark = marks[childCodes[row]];
                if (mark == Mark.Unknown || mark == (chosen[parentCodes[row]] ? Mark.Chosen : Mark.NotChosen)) continue;
                if (!IsSelectMultiple(context.Submissions, table, parent, row)) continue;
                if (!contradicting.TryGetValue(row, out var choices)) contradicting.Add(row, choices = []);
                choices.Add(child.Choice!);
            }
        }

        return contradicting.Select(c => context.At(
            this,
            table,
            c.Key,
            parent,
            new("question", parent.Name),
            new("n", c.Value.Count.ToString(CultureInfo.InvariantCulture)),
            new("choices", string.Join(", ", c.Value), Sensitive: true),
            new("value", parent.Value.TextAt(c.Key), Sensitive: true)));
    }

    // A question that an older version asked as select_one or as text has no choices' columns in that version's rows.
    private static bool IsSelectMultiple(SubmissionSet submissions, Table table, TableColumn parent, int row)
    {
        if (submissions.Main.FormOfRow.IsEmpty || parent.ByForm.IsEmpty) return true;
        var root = table.RootRow(row);
        return root < 0 || (parent.ByForm[submissions.Main.FormOfRow[root]]?.Type.IsSelectMultiple() ?? true);
    }

    private static Mark[] Marks(CheckContext context, TableColumn child)
    {
        var marks = new Mark[child.Value.ValueCount];
        for (var code = 1; code < marks.Length; code++)
        {
            var text = child.Value.Utf8(code);
            if (text.SequenceEqual("1"u8)) marks[code] = Mark.Chosen;
            else if (text.SequenceEqual("0"u8)) marks[code] = Mark.NotChosen;
            else marks[code] = context.IsBlank(text) ? Mark.Unknown : Mark.Unreadable;
        }

        return marks;
    }

    private enum Mark : byte
    {
        Unknown,
        NotChosen,
        Chosen,
        Unreadable,
    }
}
