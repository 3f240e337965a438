using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>A check of "other, please specify": goes through the pairs of choice and text.</summary>
internal abstract class OtherCheck : SubmissionCheck
{
    /// <inheritdoc/>
    public sealed override IEnumerable<Finding> Run(CheckContext context)
    {
        foreach (var pair in OtherPair.Of(context))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            foreach (var finding in Judge(context, pair)) yield return finding;
        }
    }

    /// <summary>What is to be said of one pair.</summary>
    protected abstract IEnumerable<Finding> Judge(CheckContext context, OtherPair pair);

    /// <summary>A finding about the text of a row.</summary>
    protected Finding Said(CheckContext context, OtherPair pair, int row, params FindingArgument[] more) =>
        context.At(this, pair.Table, row, pair.Text, [.. context.Naming(pair.Other.Asked), new("select", pair.Other.From.Name), .. more]);

    /// <summary>Whether a text counts as blank, by code.</summary>
    protected static bool[] BlankByCode(CheckContext context, TableColumn column)
    {
        var blank = new bool[column.Value.ValueCount];
        for (var code = 0; code < blank.Length; code++) blank[code] = context.IsBlank(column.Value.Utf8(code));
        return blank;
    }
}
