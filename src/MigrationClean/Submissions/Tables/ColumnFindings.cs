using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions.Tables;

/// <summary>What is wrong with the columns of an export: absent, unknown, or under another header than expected (ID-04); cells beyond the header (FILE-11).</summary>
internal static class ColumnFindings
{
    private static readonly CheckId Columns = new("ID-04", "column-unexpected");
    private static readonly CheckId Overflow = new("FILE-11", "file-overflow-cells");

    /// <summary>The findings of one export.</summary>
    public static IEnumerable<Finding> Of(AlignedExport export) =>
    [
        .. export.Strange.Select(sheet => new Finding
        {
            Check = Columns,
            Severity = Severity.Notice,
            Variant = "sheet",
            Location = new() { File = sheet.File, Sheet = sheet.Name },
            Arguments = [new("sheet", sheet.Name ?? sheet.File)],
        }),
        .. export.Sheets.SelectMany(sheet => OfSheet(export, sheet)),
        .. Absent(export),
        .. export.Sheets.SelectMany(Incomplete),
    ];

    private static IEnumerable<Finding> OfSheet(AlignedExport export, AlignedSheet sheet)
    {
        var source = sheet.Source.Sheet;
        for (var i = 0; i < sheet.Columns.Length; i++)
        {
            if (sheet.Source.ServerNames[i] is not null) continue;
            var column = sheet.Columns[i];
            if (column.Column is null && UnknownColumns.IsOverflow(source, i)) yield return BeyondHeader(sheet, i);
            else if (column.Column is null && !UnknownColumns.IsNothing(source, i)) yield return Found(sheet, i, column.IsRefused ? "several" : "unknown");
            else if (column.Column is not null && VariantOf(column.Difference, export) is { } variant) yield return Found(sheet, i, variant);
        }
    }

    /// <summary>Cells beyond the header that a client program gave one, such as <c>Unnamed: 57</c>. (Those without any are found when the file is read.)</summary>
    private static Finding BeyondHeader(AlignedSheet sheet, int position)
    {
        var source = sheet.Source.Sheet;
        var column = source.Columns[position];
        var first = Enumerable.Range(0, column.RowCount).First(row => column.CodeAt(row) != 0);
        return new()
        {
            Check = Overflow,
            Severity = Severity.Warning,
            Table = sheet.Section.Path,
            Location = new()
            {
                File = source.File,
                Sheet = source.Name,
                Row = source.Places.RowNumber(first),
                Column = source.Headers[position],
                ColumnNumber = sheet.Source.NumberOf(position),
            },
            Arguments = [new("n", $"{column.RowCount - column.CountByCode()[0]}"), new("row", $"{source.Places.RowNumber(first)}")],
        };
    }

    /// <summary>How a header differs, where that is worth telling: a moved column is not, nor are an R user's points.</summary>
    private static string? VariantOf(HeaderDifference difference, AlignedExport export) => difference switch
    {
        HeaderDifference.Signs => export.Style.Mode == HeaderMode.Exact ? "signs" : null,
        HeaderDifference.Case => "case",
        HeaderDifference.Blanks => "blanks",
        HeaderDifference.Markup => "markup",
        HeaderDifference.Language => "language",
        HeaderDifference.Groups => "groups",
        HeaderDifference.Choice => "choice",
        _ => null,
    };

    private static Finding Found(AlignedSheet sheet, int position, string variant)
    {
        var column = sheet.Columns[position].Column;
        var header = sheet.Source.Sheet.Headers[position];
        return new()
        {
            Check = Columns,
            Severity = Severity.Notice,
            Variant = variant,
            Table = sheet.Section.Path,
            Question = column?.Question.Newest.Name,
            Location = new()
            {
                File = sheet.Source.Sheet.File,
                Sheet = sheet.Source.Sheet.Name,
                Row = 1,
                Column = header,
                ColumnNumber = sheet.Source.NumberOf(position),
            },
            Arguments = column is null
                ? [new("column", header)]
                : [new("column", header), new("question", column.Question.Newest.Name), new("choice", column.Choice ?? "")],
        };
    }

    private static IEnumerable<Finding> Absent(AlignedExport export)
    {
        // Where nobody answers, KoBo's JSON has no key; legacy exports know only one version.
        if (export.Export.Family == ExportFamily.J || ChosenFields.WereChosen(export)) yield break;
        foreach (var sheet in export.Sheets)
        {
            var present = sheet.Columns.Select(c => c.Column?.Question).OfType<SurveyQuestion>().ToHashSet();
            foreach (var question in sheet.Section.Questions)
            {
                if (present.Contains(question) || question.NewestForm != 0 || !IsExpected(question, export.Export.Family)) continue;
                if (sheet.Columns.Any(c => c.IsRefused)) continue;
                yield return new()
                {
                    Check = Columns,
                    Severity = Severity.Error,
                    Variant = "absent",
                    Table = sheet.Section.Path,
                    Question = question.Newest.Name,
                    Location = new() { File = sheet.Source.Sheet.File, Sheet = sheet.Source.Sheet.Name },
                    Arguments = [new("question", question.Newest.Name)],
                };
            }
        }
    }

    /// <summary>Questions known by separate columns alone, of which some are not there: an answer made from the others may lack a choice.</summary>
    private static IEnumerable<Finding> Incomplete(AlignedSheet sheet)
    {
        var columns = sheet.Columns.Select(c => c.Column).OfType<PredictedColumn>();
        foreach (var question in columns.Where(c => c.Role == ColumnRole.Chosen).GroupBy(c => c.Question))
        {
            if (sheet.Columns.Any(c => c.Column is { Role: ColumnRole.Answer } column && column.Question == question.Key)) continue;
            var present = question.Select(c => c.Choice).ToHashSet(StringComparer.Ordinal);
            string[] absent = [.. question.Key.Choices.Where(c => c.ByForm[0] is not null && !present.Contains(c.Name)).Select(c => c.Name)];
            if (absent.Length == 0) continue;
            yield return new()
            {
                Check = Columns,
                Severity = Severity.Warning,
                Variant = "choice-absent",
                Table = sheet.Section.Path,
                Question = question.Key.Newest.Name,
                Location = new() { File = sheet.Source.Sheet.File, Sheet = sheet.Source.Sheet.Name },
                Arguments = [new("question", question.Key.Newest.Name), new("n", $"{absent.Length}"), new("choices", string.Join("`, `", absent))],
            };
        }
    }

    /// <summary>Whether every full export has the question: the text of or_other came in August 2021 (kobo-exports §17).</summary>
    private static bool IsExpected(SurveyQuestion question, ExportFamily family) =>
        question.Newest.HoldsAnswer && question.Newest.OtherOf is null && question.Newest.Type is not (QuestionType.Hidden or QuestionType.Unknown)
        && (family is not (ExportFamily.L or ExportFamily.O) || question.Newest.Type != QuestionType.Calculate);
}
