using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Values of a log after a spreadsheet had them: what can be told for sure is put right, the rest is refused (cleaning §5.6).</summary>
internal sealed partial class LogValues(LogForms forms, ImmutableArray<Finding>.Builder findings)
{
    private static readonly string[] Errors =
        ["#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!", "#ИМЯ?", "#ССЫЛКА!", "#ЗНАЧ!", "#Н/Д", "#ДЕЛ/0!", "#ПУСТО!", "#ЧИСЛО!"];

    /// <summary>The value that the line says the cell has; <see langword="null"/> = blank. Nothing is refused that may stand in the data.</summary>
    public string? Old(LogLine line, string question, string? table, string column = "old_value")
    {
        var cell = line.Cell(column);
        if (cell.Kind.HasFlag(CellKinds.Error)) return Refuse("LOGF-07/error-cell", line, column);
        return Read(line, column, question, table, isNew: false);
    }

    /// <summary>The new value; <see langword="null"/> = blank, or refused.</summary>
    public string? New(LogLine line, string question, string? table, string column = "new_value")
    {
        var cell = line.Cell(column);
        if (cell.Kind.HasFlag(CellKinds.Error) || Errors.Contains(cell.Text.Trim(), StringComparer.OrdinalIgnoreCase)) return Refuse("LOGF-08/error-cell", line, column);
        return Read(line, column, question, table, isNew: true);
    }

    private string? Read(LogLine line, string column, string name, string? table, bool isNew)
    {
        if (line.Text(column) is not { } text) return null;
        var cell = line.Cell(column);
        if (cell.Kind.HasFlag(CellKinds.Formula) && text.StartsWith('=')) return Refuse(isNew ? "LOGF-08/formula" : "LOGF-07/formula", line, column);
        if (line.Table.Sheet.IsText && line.Table.Profile.IsOurs && line.Table.Has("entry_id")) text = Files.SpreadsheetFormula.Undo(text);

        if (forms.FindChild(name, table) is not null) return Chosen(text);
        if (forms.Find(name, table) is not { } question) return text;
        var value = question.Type switch
        {
            QuestionType.Date or QuestionType.Today => Day(line, column, text, cell.Kind, isNew),
            QuestionType.DateTime or QuestionType.Start or QuestionType.End or QuestionType.Time => text,
            _ when cell.Kind.HasFlag(CellKinds.Date) => Refuse(isNew ? "LOGF-08/date" : "LOGF-07/date", line, column, new FindingArgument("text", text, Sensitive: true)),
            _ when question.Type.IsNumeric() => Number(line, column, text, question.Type, isNew),
            _ when question.Type.IsSelectOne() => Choice(line, column, text, question, isNew),
            _ when question.Type.IsSelectMultiple() => Blanks.Replace(text, " "),
            _ => text,
        };
        if (isNew && value is not null && !question.Type.IsSelectOne()) value = Plain(line, column, value, question.Type, cell.Kind);
        return value;
    }

    // 1/0 whatever language the spreadsheet writes TRUE in.
    private static string Chosen(string text) => LogWords.YesOrNo(text) switch
    {
        true => "1",
        false => "0",
        _ => text,
    };

    private string? Day(LogLine line, string column, string text, CellKinds kind, bool isNew)
    {
        if (kind.HasFlag(CellKinds.Date)) return text.Length > 10 && text[10] == 'T' ? text[..10] : text;
        if (PointedDate.Match(text) is { Success: true } pointed
            && DateOnly.TryParseExact(pointed.Value, "d.M.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            if (isNew) findings.Add(LogTrouble.Notice("LOGF-08/date-read", line, column, new("text", text, Sensitive: true), new("meaning", iso, Sensitive: true)));
            return iso;
        }

        if (!isNew) return text;
        if (SlashedDate.IsMatch(text)) return Refuse("LOGF-08/date-order", line, column, new FindingArgument("text", text, Sensitive: true));
        if (!Serial.IsMatch(text) || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial)) return text;
        var meaning = new DateTime(1899, 12, 30).AddDays(Math.Floor(serial)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Refuse("LOGF-08/serial", line, column, new("text", text, Sensitive: true), new("meaning", meaning, Sensitive: true));
    }

    private string? Number(LogLine line, string column, string text, QuestionType type, bool isNew)
    {
        var number = Blanks.Replace(text, "");
        if (CommaNumber.IsMatch(number))
        {
            if (Grouped.IsMatch(number)) return isNew ? Refuse("LOGF-08/comma", line, column, new FindingArgument("text", text, Sensitive: true)) : text;
            number = number.Replace(',', '.');
            if (isNew) findings.Add(LogTrouble.Notice("LOGF-08/comma-read", line, column, new("text", text, Sensitive: true), new("meaning", number, Sensitive: true)));
        }

        if (!PointNumber.IsMatch(number)) return Exponent.IsMatch(number) ? number : text;
        return type == QuestionType.Integer && WholeWithPoint.IsMatch(number) ? number[..number.IndexOf('.', StringComparison.Ordinal)] : number;
    }

    private string? Choice(LogLine line, string column, string text, Question question, bool isNew)
    {
        var name = LogWords.Name(text);
        if (question.Choices is not { } list || list.Contains(name)) return name;
        if (WholeWithPoint.IsMatch(name) && list.Contains(name.Split('.')[0])) return name.Split('.')[0];
        string[] alike = [.. list.Choices.Select(c => c.Name).Where(c => string.Equals(c, name, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.Ordinal)];
        if (line.Cell(column).Kind.HasFlag(CellKinds.Boolean) && alike is [var truth]) return truth;
        string[] zeros = [.. list.Choices.Select(c => c.Name).Where(c => c.Length > name.Length && c.TrimStart('0') == name.TrimStart('0') && name.Length > 0).Distinct(StringComparer.Ordinal)];
        if (zeros is not [var whole]) return name;
        return isNew ? Refuse("LOGF-08/leading-zero", line, column, new("text", name, Sensitive: true), new("meaning", whole, Sensitive: true)) : name;
    }

    // What is left of a long number or of a telephone number after a spreadsheet had it.
    private string? Plain(LogLine line, string column, string text, QuestionType type, CellKinds kind)
    {
        if (Exponent.IsMatch(text)) return Refuse("LOGF-08/exponent", line, column, new FindingArgument("text", text, Sensitive: true));
        if (kind.HasFlag(CellKinds.Number) && type is QuestionType.Text or QuestionType.Barcode && line.Text("old_value") is ['0' or '+', ..])
            findings.Add(LogTrouble.Notice("LOGF-08/number-for-text", line, column, new FindingArgument("text", text, Sensitive: true)));
        return text;
    }

    private string? Refuse(string key, LogLine line, string column, params ReadOnlySpan<FindingArgument> arguments)
    {
        findings.Add(LogTrouble.Error(key, line, column, arguments));
        return null;
    }

    [GeneratedRegex(@"[\u00A0\u202F\u2009 ]+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blanks { get; }

    [GeneratedRegex(@"^\d{1,2}\.\d{1,2}\.\d{4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointedDate { get; }

    [GeneratedRegex(@"^\d{1,4}/\d{1,2}/\d{1,4}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SlashedDate { get; }

    [GeneratedRegex(@"^\d{4,5}(\.\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Serial { get; }

    [GeneratedRegex(@"^[+-]?\d+,\d+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommaNumber { get; }

    [GeneratedRegex(@"^[+-]?[1-9]\d{0,2},\d{3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Grouped { get; }

    [GeneratedRegex(@"^[+-]?\d+(\.\d+)?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointNumber { get; }

    [GeneratedRegex(@"^[+-]?\d+\.0+$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex WholeWithPoint { get; }

    [GeneratedRegex(@"^[+-]?\d([.,]\d+)?[eE]\+?\d{1,3}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exponent { get; }
}
