using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions.Layouts;
using MigrationClean.Submissions.Rows;

namespace MigrationClean.Submissions.Tables;

/// <summary>What an export does not or cannot hold: FILE-12.</summary>
internal static class NotExported
{
    private static readonly CheckId Id = new("FILE-12", "file-not-exported");

    /// <summary>Questions of a form that no table holds.</summary>
    public static ImmutableArray<Question> Of(Form form, ImmutableArray<Table> tables)
    {
        var answers = tables.SelectMany(t => t.Columns).Where(c => c.Role == ColumnRole.Answer);
        var held = answers.SelectMany(c => c.ByForm.Append(c.Question)).OfType<Question>().ToHashSet();
        return [.. form.Questions.Where(q => !held.Contains(q) && q.Type != QuestionType.Note && !q.Type.IsExternal())];
    }

    /// <summary>Repeats and questions that this export cannot hold, and repeats of which it can't tell.</summary>
    public static IEnumerable<Finding> Findings(AlignedExport export, ImmutableArray<LinkedSheet> linked)
    {
        if (linked.IsEmpty) yield break;
        var file = (export.Export.Main ?? export.Export.Sheets[0]).Sheet.File;
        var hidden = export.Survey.Sections.Where(s => s.Repeat is not null && EmptyRepeats.MayHideRows(export, s)).ToList();
        if (hidden.Count > 0)
        {
            var isText = export.Export.Main?.Sheet.Name is null;
            var repeats = string.Join("`, `", hidden.Select(s => s.Path));
            yield return new()
            {
                Check = Id,
                Severity = Severity.Warning,
                Variant = isText ? "repeats-in-csv" : "repeats-not-chosen",
                Location = new() { File = file },
                Arguments = [new("repeats", repeats), new("n", $"{hidden.Count}")],
            };
        }

        foreach (var lost in export.Survey.Sections.SelectMany(s => s.Overshadowed))
        {
            yield return new()
            {
                Check = Id,
                Severity = Severity.Warning,
                Variant = "same-name",
                Location = new() { File = file },
                Question = lost.Name,
                Table = lost.Repeat?.Path,
                Arguments = [new("name", lost.Name), new("path", lost.Path)],
            };
        }
    }
}
