using System.Text;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>A text that a spreadsheet has cut: exactly as long as a cell can be, or ending within a letter.</summary>
/// <remarks>Source: cleaning §4.1; a cell holds 32,767 UTF-16 units.</remarks>
internal sealed class TruncatedText : AnswerCheck
{
    private const int CellUnits = 32_767;

    /// <inheritdoc/>
    public override CheckId Id => new("ID-08", "truncated-text");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool Judges(Question question) => question.HoldsAnswer;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(Answer answer)
    {
        var bytes = answer.Utf8;
        if (EndsWithinLetter(bytes)) return [Found(answer, new FindingArgument("question", answer.Question.Name)) with { Variant = "letter" }];
        if (bytes.Length < CellUnits || Encoding.UTF8.GetCharCount(bytes) != CellUnits) return [];
        return [Found(answer, new FindingArgument("question", answer.Question.Name))];
    }

    // What the reader makes of half a letter, or half of a pair as a spreadsheet leaves it.
    private static bool EndsWithinLetter(ReadOnlySpan<byte> bytes) =>
        bytes.EndsWith("\uFFFD"u8) || (!bytes.IsEmpty && Rune.DecodeLastFromUtf8(bytes, out _, out _) != System.Buffers.OperationStatus.Done);
}
