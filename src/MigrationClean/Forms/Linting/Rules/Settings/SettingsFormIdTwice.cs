using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Both <c>form_id</c> and <c>id_string</c> are given.</summary>
internal sealed class SettingsFormIdTwice : LintRule
{
    public override CheckId Id => new("LINT-11", "settings-form-id-twice");

    public override Severity Severity => Severity.Warning;

    internal override IEnumerable<Finding> Run(LintContext form) => form.SettingsSheet is not { } sheet ? [] :
        from clash in sheet.Clashes()
        where clash is { IsSameText: false, Second.Name: "form_id" }
        select FoundAt(sheet, clash.Position, new("first", clash.First.Text), new FindingArgument("second", clash.Second.Text));
}
