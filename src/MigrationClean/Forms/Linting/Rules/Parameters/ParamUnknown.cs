using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A type that has parameters does not have this one.</summary>
internal sealed class ParamUnknown : LintRule
{
    public override CheckId Id => new("LINT-94", "param-unknown");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var parameters in Parameters.In(form, type => !ParameterKeys.Of(type).IsEmpty))
        {
            var keys = ParameterKeys.Of(parameters.Row.Type.Type);
            foreach (var pair in parameters.Pairs)
            {
                if (keys.Contains(pair.Key)) continue;
                var near = Nearest.To(pair.Key, keys);
                yield return Found(parameters.Row, parameters.Place, pair.Text,
                    new("key", pair.Key), new("type", parameters.Row.TypeText), new("allowed", string.Join("`, `", keys)), new("near", near ?? "")) with
                {
                    Variant = near is null ? null : "near",
                };
            }
        }
    }
}
