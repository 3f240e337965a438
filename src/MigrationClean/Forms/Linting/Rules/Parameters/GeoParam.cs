using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms.Linting;

/// <summary>A parameter of a point, line or area has a value that it can't have.</summary>
internal sealed class GeoParam : LintRule
{
    public override CheckId Id => new("LINT-110", "geo-param");

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var parameters in Parameters.In(form, type => type is QuestionType.Geopoint or QuestionType.Geotrace or QuestionType.Geoshape))
        {
            foreach (var pair in parameters.Pairs)
            {
                // A key that the type does not have is said elsewhere.
                if (!ParameterKeys.Of(parameters.Row.Type.Type).Contains(pair.Key) || IsRight(form, pair)) continue;
                yield return Found(parameters.Row, parameters.Place, pair.Text, new("key", pair.Key), new FindingArgument("value", pair.Value)) with
                {
                    Variant = pair.Key switch
                    {
                        "allow-mock-accuracy" => "mock",
                        "incremental" => "incremental",
                        "reference-geometry" => "reference",
                        _ => null,
                    },
                };
            }
        }
    }

    private static bool IsRight(LintContext form, Parameter pair) => pair.Key switch
    {
        "allow-mock-accuracy" => pair.Value.ToLowerInvariant() is "true" or "false",
        "incremental" => CellText.IsYes(pair.Value.ToLowerInvariant()),
        "reference-geometry" => IsGeometry(form, pair.Value),
        _ => double.TryParse(pair.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out _),
    };

    // What an unknown reference names is said elsewhere.
    private static bool IsGeometry(LintContext form, string value) => value.StartsWith("${", StringComparison.Ordinal)
        ? !FormReference.IsOne(value) || form.Names.One(FormReference.In(value).First().Name) is null or Group { IsRepeat: true }
        : form.Lists.ContainsKey(value) || FormInstances.In(form).Any(i => i.Name == value) || EntityDeclarations.In(form).Any(e => e.List == value);
}
