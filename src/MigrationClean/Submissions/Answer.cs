using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions;

/// <summary>One distinct answer of a question: what a check of one question looks at, however many rows hold it.</summary>
/// <param name="Question">The question, of the form version whose rows hold the answer.</param>
/// <param name="Column">Its column.</param>
/// <param name="Code">Code of the answer in <see cref="TableColumn.Value"/>; not 0.</param>
public readonly record struct Answer(Question Question, TableColumn Column, int Code)
{
    /// <summary>The canonical text.</summary>
    public string Text => Column.Value.Text(Code);

    /// <summary>The bytes of <see cref="Text"/>.</summary>
    public ReadOnlySpan<byte> Utf8 => Column.Value.Utf8(Code);

    /// <summary>The column's cells as they stood in the file were typed: numbers, dates.</summary>
    public CellKinds Kinds => Column.Raw.Kinds;

    /// <summary>The names of the chosen choices: one for select_one, those of the text for select_multiple and rank.</summary>
    public IEnumerable<string> ChosenNames => Question.Type.IsSelectMultiple() || Question.Type == QuestionType.Rank
        ? Text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        : [Text];
}
