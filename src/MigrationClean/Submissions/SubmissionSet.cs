using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Submissions;

/// <summary>All submissions of a run: the main table and one per repeat, whatever files and layouts they came in.</summary>
/// <remarks>Called a set, as the name <c>Submissions</c> is this stage's. Never changes: a stage that changes something returns a new one.</remarks>
public sealed class SubmissionSet
{
    /// <summary>The form versions, newest first; at least one.</summary>
    public required ImmutableArray<Form> Forms { get; init; }

    /// <summary>What was recognised of each input, in the order given.</summary>
    public required ImmutableArray<ExportLayout> Inputs { get; init; }

    /// <summary>The main part: one row a submission, in input order.</summary>
    public required Table Main { get; init; }

    /// <summary>The repeats that the inputs hold, outer before inner, in form order.</summary>
    public ImmutableArray<Table> Repeats { get; init; } = [];

    /// <summary>Questions of the newest form that the inputs do not hold: what depends on them is not judged, never blank.</summary>
    public ImmutableArray<Question> NotExported { get; init; } = [];

    /// <summary>What alignment found: ID-04, ID-06, FILE-11, FILE-12, besides the FILE findings of reading.</summary>
    public ImmutableArray<Finding> Findings { get; init; } = [];

    /// <summary>What alignment could not decide.</summary>
    public ImmutableArray<NotJudged> NotJudged { get; init; } = [];

    /// <summary>The newest form.</summary>
    public Form Form => Forms[0];

    /// <summary>The same with other tables: the main one, then the repeats.</summary>
    internal SubmissionSet With(ImmutableArray<Table> tables) => new()
    {
        Forms = Forms,
        Inputs = Inputs,
        Main = tables[0],
        Repeats = tables[1..],
        NotExported = NotExported,
        Findings = Findings,
        NotJudged = NotJudged,
    };

    /// <summary>The main table and the repeats.</summary>
    public IEnumerable<Table> Tables => Repeats.Prepend(Main);

    /// <summary>The table of a repeat path (<see langword="null"/> = main), or <see langword="null"/> if the inputs do not hold it.</summary>
    public Table? Find(string? path) => path is null ? Main : Repeats.FirstOrDefault(t => t.Path == path);

    /// <summary>The form version that a row of a table was collected with.</summary>
    public Form FormOf(Table table, int row)
    {
        var root = table.RootRow(row);
        return root < 0 || Main.FormOfRow.IsEmpty ? Forms[0] : Forms[Main.FormOfRow[root]];
    }
}

/// <summary>The export families of kobo-exports §1.</summary>
public enum ExportFamily
{
    /// <summary>KoBo's exporter since 2017.</summary>
    K,

    /// <summary>KoBo's legacy exporter.</summary>
    L,

    /// <summary>Ona, MoDa and other relatives.</summary>
    O,

    /// <summary>ODK Central.</summary>
    C,

    /// <summary>ODK Briefcase, Aggregate, SurveyCTO.</summary>
    B,

    /// <summary>KoBo's data JSON.</summary>
    J,

    /// <summary>One of the others after Excel, R or pandas.</summary>
    M,
}

/// <summary>How select_multiple questions are laid out.</summary>
public enum SelectMultipleLayout
{
    /// <summary>The form has none, or the export holds none.</summary>
    None,

    /// <summary>One column of names or labels.</summary>
    Single,

    /// <summary>One column a choice.</summary>
    Separate,

    /// <summary>Both.</summary>
    Both,
}

/// <summary>What was recognised of one input.</summary>
public sealed record ExportLayout
{
    /// <summary>The file's name as shown.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of its bytes. Shown to the owner only; the manifest has a keyed digest.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Length { get; init; }

    /// <summary>The family.</summary>
    public required ExportFamily Family { get; init; }

    /// <summary><c>_xml</c>, a language of the form, or <c>_default</c>; <see langword="null"/> where it does not apply.</summary>
    public string? Language { get; init; }

    /// <summary>Whether headers carry groups; <see langword="null"/> where it does not apply.</summary>
    public bool? Groups { get; init; }

    /// <summary>Separator between groups and before choices, or <see langword="null"/>.</summary>
    public string? GroupSeparator { get; init; }

    /// <summary>Layout of select_multiple questions.</summary>
    public SelectMultipleLayout SelectMultiple { get; init; }

    /// <summary>Whether cells are typed (numbers, dates); <see langword="null"/> where it does not apply.</summary>
    public bool? Typed { get; init; }

    /// <summary>Whether media links are there.</summary>
    public bool? Media { get; init; }

    /// <summary>Whether there is an HXL row.</summary>
    public bool? Hxl { get; init; }

    /// <summary>Its tables: repeat path (<see langword="null"/> = main), sheet, rows.</summary>
    public ImmutableArray<(string? Table, string? Sheet, int Rows)> Tables { get; init; } = [];
}
