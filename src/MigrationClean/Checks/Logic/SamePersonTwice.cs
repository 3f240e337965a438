using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>Two iterations of one repeat under one parent describe the same person.</summary>
/// <remarks>
/// The later ones are told, each with the first. Nobody is taken for a copy by a blank: all questions that tell a person have to be answered.
/// Source: cleaning §4.2.
/// </remarks>
internal sealed class SamePersonTwice : SubmissionCheck
{
    /// <summary>Its code and name.</summary>
    internal static readonly CheckId Check = new("FORM-11", "same-person-twice");

    /// <inheritdoc/>
    public override CheckId Id => Check;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var table in context.Submissions.Repeats)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (RosterKey.Of(context, table) is not { } key) continue;
            foreach (var (row, first) in Copies(table, key)) yield return Said(context, table, key, row, first);
        }
    }

    // Rows of one parent follow each other.
    private static IEnumerable<(int Row, int First)> Copies(Table table, RosterKey key)
    {
        var met = new Dictionary<int, int>(key);
        var parent = -1;
        for (var row = 0; row < table.RowCount; row++)
        {
            if (table.ParentRows[row] != parent)
            {
                met.Clear();
                parent = table.ParentRows[row];
            }

            if (parent < 0 || !key.Tells(row) || met.TryAdd(row, row)) continue;
            yield return (row, met[row]);
        }
    }

    private Finding Said(CheckContext context, Table table, RosterKey key, int row, int first) => context.At(
        this,
        table,
        row,
        key.Columns[0],
        new("repeat", table.Repeat!.Name),
        context.Naming(table.Repeat!)[1],
        new("n", table.PositionOf(row).ToString(CultureInfo.InvariantCulture)),
        new("first", table.PositionOf(first).ToString(CultureInfo.InvariantCulture)),
        new FindingArgument("questions", string.Join(", ", key.Columns.Select(c => c.Question!.Name)))) with
    {
        Group = string.Join('/', ((string?[])[table.SubmissionIdOf(row), table.Path, table.RowPathOf(first)]).Where(part => part is not null)),
    };
}
