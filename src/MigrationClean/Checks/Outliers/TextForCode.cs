using System.Collections.Immutable;
using System.Text;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Outliers;

/// <summary>"dk", "n/a", "xxx" or a dash was typed into a text question to get past it.</summary>
/// <remarks>Each distinct text is judged once. Source: cleaning §4.5.</remarks>
internal sealed class TextForCode : SubmissionCheck
{
    private const string Listed = "texts";
    private const int LongestUtf8 = 48;

    /// <inheritdoc/>
    public override CheckId Id => new("VAL-02", "text-for-code");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new(
            Listed,
            ParameterKind.Texts,
            "dk;don't know;dont know;do not know;unknown;n/a;no answer;refused;refuse;refusal;null;не знаю;незнаю;не знает;нет ответа;нет данных;не указано;отказ;отказался;"
            + "отказалась;н/д;н/о;билбейм;билбейт;белгисиз;жооп жок;баш тартты"),
    ];

    /// <inheritdoc/>
    public override bool NeedsLogic => true;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var filter = context.Of(this).Questions;
        var listed = context.Of(this).Texts(Listed).Select(FoldedText.Of).ToHashSet(StringComparer.Ordinal);
        foreach (var column in context.Asked.Columns)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (column.Question.Type != QuestionType.Text || column.Question.Calculation is not null || !filter.Takes(column.Question)) continue;
            if (Marked(column, listed) is not { } marked) continue;
            foreach (var (first, codes) in column.Blocks())
                for (var i = 0; i < codes.Count; i++)
                    if (codes[i] > 0 && marked[codes[i]])
                        yield return context.At(this, column, first + i, new FindingArgument("value", column.Column.Value.Text(codes[i]), Sensitive: true));
        }
    }

    private static bool[]? Marked(AskedColumn column, HashSet<string> listed)
    {
        bool[]? marked = null;
        var hashes = listed.Select(l => FoldedText.HashOf(l).Hash).ToHashSet();
        Span<char> letters = stackalloc char[LongestUtf8];
        for (var code = 1; code < column.Column.Value.ValueCount; code++)
        {
            var bytes = column.Column.Value.Utf8(code);
            if (bytes.Length > LongestUtf8) continue;
            var text = letters[..Encoding.UTF8.GetChars(bytes, letters)];
            var (hash, length) = FoldedText.HashOf(text);
            var isFound = length == 0 ? !column.IsBlank(code) : hashes.Contains(hash) ? listed.Contains(FoldedText.Of(text.ToString())) : IsRowOfX(text);
            if (isFound) (marked ??= new bool[column.Column.Value.ValueCount])[code] = true;
        }

        return marked;
    }

    // Latin and Cyrillic alike.
    private static bool IsRowOfX(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        return text.Length > 1 && !text.ContainsAnyExcept("xXхХ");
    }
}
