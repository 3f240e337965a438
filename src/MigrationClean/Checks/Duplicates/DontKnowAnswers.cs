using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Duplicates;

/// <summary>How often two interviews say that they do not know: two empty interviews look alike (cleaning §4.7).</summary>
internal sealed class DontKnowAnswers
{
    private static readonly string[] Usual = ["dk", "dont_know", "don_t_know", "do_not_know", "dontknow", "dnk", "98", "-98", "998", "ne_znayu", "bilbeim"];

    private readonly (TableColumn Column, bool IsSet)[] _columns;
    private readonly HashSet<string> _codes;

    /// <summary>Of the compared questions that are choices.</summary>
    public DontKnowAnswers(CheckContext context, ImmutableArray<Question> questions)
    {
        var main = context.Submissions.Main;
        var codes = context.Settings.Codes.DontKnow;
        _codes = [.. codes.IsEmpty ? Usual : [.. codes]];
        _columns = [.. questions.Where(q => q.Type.IsSelectOne() || q.Type.IsSelectMultiple()).Select(q => (main.AnswersOf(q), q.Type.IsSelectMultiple()))
            .Where(c => c.Item1 is not null).Select(c => (c.Item1!, c.Item2))];
    }

    /// <summary>Percent of the compared questions in which one of the two does not know.</summary>
    public double Percent(int a, int b, int compared) => 100.0 * _columns.Count(c => Says(c, a) || Says(c, b)) / compared;

    private bool Says((TableColumn Column, bool IsSet) column, int row)
    {
        var text = column.Column.Value.TextAt(row);
        return column.IsSet ? text.Split(' ').Any(_codes.Contains) : _codes.Contains(text);
    }
}
