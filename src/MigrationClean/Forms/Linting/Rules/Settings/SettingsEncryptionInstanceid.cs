using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>Submissions are encrypted and have no instanceID, which encryption needs.</summary>
internal sealed class SettingsEncryptionInstanceid : LintRule
{
    public override CheckId Id => new("LINT-13", "settings-encryption-instanceid");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (CellText.IsYes(form.Settings["omit_instanceID"]) && form.Settings["public_key"] is not null)
            yield return Found(form.PlaceOfSetting("omit_instanceID"), form.Settings["omit_instanceID"]);
    }
}
