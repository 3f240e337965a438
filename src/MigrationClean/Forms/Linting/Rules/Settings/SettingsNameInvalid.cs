using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>The setting <c>name</c>, that of the root, is no XML name.</summary>
internal sealed class SettingsNameInvalid : LintRule
{
    public override CheckId Id => new("LINT-12", "settings-name-invalid");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        if (form.Settings["name"] is { } name && !FormNames.IsXmlName(name))
            yield return Found(form.PlaceOfSetting("name"), name, new("name", name), new FindingArgument("proposed", FormNames.Proposed(name)));
    }
}
