using System.Collections.Immutable;
using MigrationClean.Checks;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Cleaning.Applying;

/// <summary>What a name of a log means in a table: the column of a question's answers, and the choice where one choice is meant.</summary>
/// <param name="Column">Number of the column of answers.</param>
/// <param name="Option">Name of the choice, or <see langword="null"/>.</param>
internal readonly record struct NamedCell(int Column, string? Option);

/// <summary>
/// The names by which lines may mean the questions of a table: name, path, header, and for a choice <c>parent/option</c> or <c>parent.option</c>, made
/// from the form's lists, so that points and slashes in names are no trouble (cleaning §5.1, §6.5).
/// </summary>
internal sealed class QuestionNames
{
    private readonly Dictionary<string, NamedCell> _cells = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ambiguous = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);

    /// <summary>The names of a table.</summary>
    public QuestionNames(Table table)
    {
        var answers = Enumerable.Range(0, table.Columns.Length).Where(c => table.Columns[c] is { Role: ColumnRole.Answer, Question: not null }).ToList();
        foreach (var c in answers) Add(table.Columns[c].Question!.Name, new(c, null), isName: true);
        foreach (var c in answers)
        {
            Add(table.Columns[c].Name, new(c, null));
            foreach (var question in table.Columns[c].ByForm.Append(table.Columns[c].Question).OfType<Question>().Distinct())
            {
                Add(question.Path, new(c, null));
                Add(question.Path.Replace('/', '.'), new(c, null));
            }

            Add(table.Columns[c].Header, new(c, null));
        }

        foreach (var c in answers) AddOptions(table, c);
        foreach (var column in table.Columns)
            if (column.Role != ColumnRole.Answer && !_cells.ContainsKey(column.Name)) _others.Add(column.Name);
    }

    /// <summary>Names of the questions, for saying which was meant.</summary>
    public IEnumerable<string> All => _cells.Keys;

    /// <summary>What a name means, or <see langword="null"/>.</summary>
    public NamedCell? Find(string name) => _cells.TryGetValue(name, out var cell) ? cell : null;

    /// <summary>Whether several questions have the name, so that only a path says which is meant.</summary>
    public bool IsAmbiguous(string name) => _ambiguous.Contains(name);

    /// <summary>Whether it is a column that holds no question's answers: of the server, a part of a point, a link, or nobody's.</summary>
    public bool IsOtherColumn(string name) => _others.Contains(name);

    private void AddOptions(Table table, int c)
    {
        var column = table.Columns[c];
        var questions = column.ByForm.Append(column.Question).OfType<Question>().Distinct().Where(q => q.Type.IsSelectMultiple()).ToImmutableArray();
        if (questions.IsEmpty) return;
        var chosen = table.ChosenColumnsOf(column.Question!);
        var options = questions.SelectMany(q => q.Choices?.Choices.Select(o => o.Name) ?? [])
            .Concat(questions.Any(q => q.HasOrOther) ? ["other"] : [])
            .Concat(chosen.Select(o => o.Choice!)).Distinct(StringComparer.Ordinal);
        foreach (var option in options)
            foreach (var name in questions.SelectMany(q => new[] { q.Name, q.Path }).Append(column.Name).Distinct(StringComparer.Ordinal))
                foreach (var separator in "/.")
                    Add($"{name}{separator}{option}", new(c, option));
        foreach (var child in chosen) Add(child.Header, new(c, child.Choice));
    }

    private void Add(string name, NamedCell cell, bool isName = false)
    {
        if (_ambiguous.Contains(name) || _cells.TryAdd(name, cell) || !isName || _cells[name] == cell) return;
        _cells.Remove(name);
        _ambiguous.Add(name);
    }
}
