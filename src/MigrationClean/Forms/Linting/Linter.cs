using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Forms.Linting;

/// <summary>Runs the lint rules on a form.</summary>
public static class Linter
{
    /// <summary>Everything that is wrong with a form, whatever a converter would make of it.</summary>
    /// <param name="file">The form: a workbook, a KoBo asset, JSON rows; a file or standard input.</param>
    /// <param name="settings">Which rules, how severe.</param>
    /// <exception cref="InputException">It is no form at all: FILE-01 to FILE-06.</exception>
    public static LintResult Run(InputFile file, LintSettings settings) => Run(FormFile.Read(file), settings);

    /// <summary>The same for a form already opened.</summary>
    /// <exception cref="InputException">FILE-02: a text that has no column of a form; FILE-05: it is larger than any form of a survey.</exception>
    internal static LintResult Run(FormSource source, LintSettings settings)
    {
        // A text without a sheet's name may be anything; a workbook and JSON rows say themselves that they are meant as a form.
        if (source.Sheets is [{ Name: "" } only] && only.Headers.All(h => h.Name is null)) throw new InputException("FILE-08/form-no-header", new() { File = source.File });
        var form = new LintContext(source);
        var rules = AllLintRules.List.Where(settings.Includes).ToImmutableArray();
        var findings = rules.SelectMany(rule => rule.Run(form).Select(finding => Placed(settings.WithSeverity(finding, rule), source)));
        return new()
        {
            Form = source.File,
            Sha256 = source.Sha256,
            Findings = [.. findings.DistinctBy(Said).Order(FindingOrder.Comparer)],
            Rules = rules,
        };
    }

    private static Finding Placed(Finding finding, FormSource source)
    {
        var sheet = source.Sheets.FirstOrDefault(s => s.Name == (finding.Location.Sheet ?? ""));
        int? number = sheet is null || finding.Location.Column is not { } column ? null : sheet.Headers.Select(h => h.Text).ToList().IndexOf(column) + 1;
        return finding with
        {
            Location = finding.Location with { File = source.File, ColumnNumber = finding.Location.ColumnNumber ?? (number > 0 ? number : null) },
        };
    }

    // A row inside a matrix or a loop is many nodes with one place; what is said of it once is enough.
    private static (string Key, string? Sheet, int? Row, string? Column, int? Number, string Arguments) Said(Finding f) =>
        (f.MessageKey, f.Location.Sheet, f.Location.Row, f.Location.Column, f.Location.ColumnNumber, string.Join('\u001F', f.Arguments.Select(a => a.Value)));
}
