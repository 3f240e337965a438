using MigrationClean.Checks.Settings;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Texts;

/// <summary>A choice "other" and the text question that asks what is meant, in the rows of one form version, with their columns.</summary>
/// <param name="Table">Table of the text.</param>
/// <param name="Form">Index of the form version.</param>
/// <param name="Text">Column of the text.</param>
/// <param name="SelectTable">Table of the select: that of the text or one above it.</param>
/// <param name="Select">Column of the select.</param>
/// <param name="Other">The questions and the choice.</param>
internal sealed record OtherPair(Table Table, int Form, TableColumn Text, Table SelectTable, TableColumn Select, OtherQuestion Other)
{
    /// <summary>Endings of names that make a pair where no relevance does: <c>_other</c>.</summary>
    internal const string Suffixes = "suffixes";

    /// <summary>The parameter that all checks of this family share; it stands with the first of them.</summary>
    internal static CheckParameter Parameter => new(Suffixes, ParameterKind.Texts);

    /// <summary>The pairs whose columns the export holds, in form order.</summary>
    public static IEnumerable<OtherPair> Of(CheckContext context)
    {
        var suffixes = context.Of(AllChecks.Find(OtherNotChosen.Code)!).Texts(Suffixes);
        var submissions = context.Submissions;
        for (var f = 0; f < submissions.Forms.Length; f++)
        {
            var form = submissions.Forms[f];
            foreach (var asked in form.Questions)
            {
                if (OtherQuestion.Of(form, asked, suffixes) is not { From: var from } other) continue;
                if (submissions.Find(asked.Repeat?.Path) is not { } table || table.AnswersOf(asked) is not { } text) continue;
                if (submissions.Find(from.Repeat?.Path) is not { } above || above.AnswersOf(from) is not { } select || !table.LiesBelow(above)) continue;
                yield return new(table, f, text, above, select, other);
            }

            if (submissions.Main.FormOfRow.IsEmpty) break;
        }
    }

    /// <summary>Whether the choice is chosen, by code of the select.</summary>
    public bool[] ChosenByCode()
    {
        var chosen = new bool[Select.Value.ValueCount];
        for (var code = 1; code < chosen.Length; code++) chosen[code] = new Answer(Other.From, Select, code).ChosenNames.Contains(Other.Option, StringComparer.Ordinal);
        return chosen;
    }

    /// <summary>The rows of the version, each with its code of the text and of the select.</summary>
    public IEnumerable<(int Row, int TextCode, int SelectCode)> Rows(SubmissionSet submissions)
    {
        for (var row = 0; row < Table.RowCount; row++)
        {
            if (submissions.FormIndexOf(Table, row) != Form) continue;
            var above = Table.RowIn(SelectTable, row);
            if (above >= 0) yield return (row, Text.Value.CodeAt(row), Select.Value.CodeAt(above));
        }
    }
}
