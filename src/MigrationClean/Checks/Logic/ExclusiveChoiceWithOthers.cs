using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>A choice that stands alone (none, don't know, prefer not to answer) was chosen together with others.</summary>
/// <remarks>
/// Each distinct answer is judged once a form version. A constraint that says the same is told here, not as a broken constraint. Source:
/// cleaning §4.2.
/// </remarks>
internal sealed class ExclusiveChoiceWithOthers : SubmissionCheck
{
    /// <summary>Its code and name.</summary>
    internal static readonly CheckId Check = new("FORM-08", "exclusive-choice-with-others");

    /// <summary>Its parameter: choices that stand alone where no constraint says so.</summary>
    internal const string Options = "exclusive_options";

    /// <inheritdoc/>
    public override CheckId Id => Check;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new(Options, ParameterKind.Texts)];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var submissions = context.Submissions;
        RefuseUnknown(submissions, context.Settings);
        foreach (var table in submissions.Tables)
            foreach (var column in table.Columns)
            {
                context.Cancellation.ThrowIfCancellationRequested();
                if (column.Role != ColumnRole.Answer || column.Question is null || column.Value.IsBlank) continue;
                var byForm = submissions.Forms.Select((_, f) => Judged(context, column, f)).ToArray();
                if (byForm.All(b => b is null)) continue;
                for (var row = 0; row < table.RowCount; row++)
                    if (byForm[submissions.FormIndexOf(table, row)] is { } judged && judged[column.Value.CodeAt(row)] is { } found)
                        yield return context.At(this, table, row, column, [.. context.Naming(column.Question), .. found]);
            }
    }

    /// <summary>What is to be said of each distinct answer; <see langword="null"/> where nothing is to be said of any.</summary>
    private static FindingArgument[]?[]? Judged(CheckContext context, TableColumn column, int form)
    {
        var question = (form < column.ByForm.Length ? column.ByForm[form] : null) ?? column.Question!;
        if (!question.Type.IsSelectMultiple()) return null;
        var alone = ExclusiveOptions.Of(question, context.Settings);
        if (alone.Count == 0) return null;

        FindingArgument[]?[]? judged = null;
        for (var code = 1; code < column.Value.ValueCount; code++)
        {
            if (!column.Value.Utf8(code).Contains((byte)' ') || context.IsNaLiteral(column.Value.Utf8(code))) continue;
            var chosen = new Answer(question, column, code).ChosenNames.Distinct(StringComparer.Ordinal).ToList();
            if (chosen.Count < 2 || chosen.Find(alone.Contains) is not { } first) continue;
            judged ??= new FindingArgument[]?[column.Value.ValueCount];
            judged[code] = [new("choice", first, Sensitive: true), new("others", string.Join(", ", chosen.Where(c => c != first)), Sensitive: true)];
        }

        return judged;
    }

    private static void RefuseUnknown(SubmissionSet submissions, CheckSettings settings)
    {
        var given = settings.Of(Check).Texts(Options);
        if (given.IsEmpty) return;
        var questions = submissions.Forms.SelectMany(f => f.Questions).Where(q => q.Type.IsSelectMultiple()).ToList();
        if (questions.Exists(q => q.Choices is null)) return;
        var known = questions.SelectMany(q => q.Choices!.Choices).Select(c => c.Name).Distinct(StringComparer.Ordinal).ToList();
        foreach (var option in given)
            if (!known.Contains(option)) throw UnknownName.Of("choice", "exclusive_options", option, known);
    }
}
