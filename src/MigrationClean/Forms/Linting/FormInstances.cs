using System.Text.RegularExpressions;

namespace MigrationClean.Forms.Linting;

/// <summary>A list outside the questions that expressions look things up in: a file, or a list of choices.</summary>
/// <param name="Name">Its name, as in <c>instance('name')</c>.</param>
/// <param name="Source">The file; <c>choices</c> for a list of the form.</param>
/// <param name="Row">The row that needs it; <see langword="null"/> for a list of the form.</param>
/// <param name="Place">Where it is named.</param>
internal sealed record FormInstance(string Name, string Source, SurveyRow? Row, FormPlace Place);

/// <summary>Finds the instances of a form.</summary>
internal static partial class FormInstances
{
    /// <summary>The source of the lists on the sheet of choices.</summary>
    public const string Choices = "choices";

    /// <summary>All that rows and expressions ask for, files and the lists of choices, in the form's order, lists first.</summary>
    public static IEnumerable<FormInstance> In(LintContext form)
    {
        // A list that search() fills is no instance: its rows name the columns of a file.
        var searched = form.ListUses.Where(use => use.Row.IsSearched).Select(use => use.List).ToHashSet(StringComparer.Ordinal);
        foreach (var list in form.ListUses.Where(use => use is { Sheet: "choices", List: not null } && !searched.Contains(use.List)).DistinctBy(use => use.List))
            if (form.Lists.ContainsKey(list.List!)) yield return new(list.List!, Choices, null, list.Row.Place);
        foreach (var row in form.Rows)
            if (OfRow(row) is { } instance) yield return instance;
        foreach (var expression in form.Expressions)
        {
            if (expression.Row is null || !expression.Expression.Text.Contains("pulldata", StringComparison.Ordinal)) continue;
            foreach (Match call in Pulldata.Matches(expression.Expression.Text))
                yield return new(call.Groups["file"].Value, $"{call.Groups["file"].Value}.csv", expression.Row, expression.Expression.Place);
        }
    }

    private static FormInstance? OfRow(SurveyRow row) => row.Type switch
    {
        { Kind: not RowKind.Question } => null,
        { Type: QuestionType.CsvExternal } when row.Name.Length > 0 => new(row.Name, $"{row.Name}.csv", row, row.Place),
        { Type: QuestionType.XmlExternal } when row.Name.Length > 0 => new(row.Name, $"{row.Name}.xml", row, row.Place),
        { Type: QuestionType.SelectOneFromFile or QuestionType.SelectMultipleFromFile, List: { } file } when IsFile.IsMatch(file) =>
            new(file[..file.LastIndexOf('.')], file, row, row.Place),
        _ => null,
    };

    [GeneratedRegex(@"\.(csv|xml|geojson)\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex IsFile { get; }

    [GeneratedRegex(@"\bpulldata\s*\(\s*(?<quote>['""])\s*(?<file>[^'""]+?)\s*\k<quote>", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pulldata { get; }
}
