using System.Text.RegularExpressions;

namespace MigrationClean.Samples.Logic;

/// <summary>The XPath functions that occur in the samples' forms.</summary>
internal static class Functions
{
    public static Func<Scope, object> Bind(string name, List<Func<Scope, object>> given) => name switch
    {
        "selected" => s => Chosen(given[0](s)).Contains(Values.Text(given[1](s)).Trim(), StringComparer.Ordinal),
        "count-selected" => s => (double)Chosen(given[0](s)).Length,
        "not" => s => !Values.Truth(given[0](s)),
        "if" => s => Values.Truth(given[0](s)) ? given[1](s) : given[2](s),
        "count" => s => (double)((string[])given[0](s)).Length,
        "sum" => s => ((string[])given[0](s)).Sum(v => Values.Number(v)),
        "regex" => s => Regex.IsMatch(Values.Text(given[0](s)), Values.Text(given[1](s)), RegexOptions.None, TimeSpan.FromSeconds(1)),
        "round" => s => Math.Floor(Values.Number(given[0](s)) + 0.5),
        "coalesce" => s => Values.Text(given[0](s)).Length > 0 ? given[0](s) : given[1](s),
        "string-length" => s => (double)Values.Text(given[0](s)).Length,
        "date" => s => given[0](s),
        // The day on which the form was finished, as xlsform §11 reads it back from an export.
        "today" => s => s.Interview["end"][..10],
        _ => throw new InvalidOperationException($"The generator has no function {name}."),
    };

    private static string[] Chosen(object value) => Values.Text(value).Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
