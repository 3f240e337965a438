using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Rules;

/// <summary>
/// Rules that travel with the form in columns that clients ignore: <c>check::id</c>, <c>check</c>, <c>check_message</c> (a column for each
/// language) and <c>check_severity</c>. <c>.</c> is the answer of the question in whose row they stand.
/// </summary>
/// <remarks>Source: cleaning §4.13.</remarks>
internal static class FormRules
{
    /// <summary>The rules of all versions in form order; of one id the newest version's.</summary>
    public static IEnumerable<RuleDraft> Of(IEnumerable<Form> forms) =>
        forms.Where(IsMeant).SelectMany(form => form.Questions.Select(q => Of(form, q)).OfType<RuleDraft>()).DistinctBy(d => d.Id, StringComparer.Ordinal);

    // A column `check` alone may be anybody's notes.
    private static bool IsMeant(Form form) => form.Questions.Any(q => q.ExtraColumns.Keys.Any(h => Named(h.Trim(), "check::id") || h.StartsWith("check_message", StringComparison.OrdinalIgnoreCase)));

    private static RuleDraft? Of(Form form, Question question)
    {
        var columns = question.ExtraColumns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (Header: c.Key.Trim(), c.Value)).ToList();
        if (Value("check") is not { Length: > 0 } expression) return null;
        var id = Value("check::id") is { Length: > 0 } given ? given : $"{question.Name}-check";
        return new()
        {
            Id = id.ToLowerInvariant().Replace('_', '-'),
            Expression = expression,
            Written = expression,
            Message = new(columns.Where(c => Named(c.Header, "check_message") || c.Header.StartsWith("check_message::", StringComparison.OrdinalIgnoreCase))
                .Select(c => (c.Header.IndexOf("::", StringComparison.Ordinal) is >= 0 and var at ? c.Header[(at + 2)..].Trim() : null, c.Value.Trim()))),
            Severity = Enum.TryParse<Severity>(Value("check_severity"), ignoreCase: true, out var severity) ? severity : null,
            Place = column => new() { File = form.Source, Sheet = question.Place.Sheet, Row = question.Place.Row, Column = column == "expression" ? "check" : null },
            At = question,
        };

        string? Value(string name) => columns.FirstOrDefault(c => Named(c.Header, name)).Value?.Trim();
    }

    private static bool Named(string header, string name) => string.Equals(header, name, StringComparison.OrdinalIgnoreCase);
}
