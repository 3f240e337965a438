using MigrationClean.Forms;

namespace MigrationClean.Cleaning;

/// <summary>A row of a log's sheet, with what its lists of values depend on.</summary>
/// <param name="Cells">A text for each column of its sheet.</param>
/// <param name="Question">The question that its new value answers; <see langword="null"/> where any text may be right.</param>
internal sealed record LogRow(string[] Cells, Question? Question = null);
