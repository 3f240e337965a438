using System.Collections.Immutable;
using System.Globalization;

namespace MigrationClean.Checks.Settings;

/// <summary>The parameters of one check that hold: those of the settings, else its defaults. Read by name; an undeclared name is our bug.</summary>
internal sealed class ParameterValues(Check check, CheckOptions options)
{
    /// <summary>The questions that the check looks at.</summary>
    public QuestionFilter Questions => options.Questions;

    /// <summary>Questions that part the submissions into groups.</summary>
    public ImmutableArray<string> By => options.By;

    /// <summary>Whether the settings say something about a parameter.</summary>
    public bool IsGiven(string name) => options.Parameters.ContainsKey(name);

    /// <summary>A number.</summary>
    public double Number(string name) => double.Parse(Text(name), CultureInfo.InvariantCulture);

    /// <summary>A number, or <see langword="null"/> where neither settings nor check say one.</summary>
    public double? NumberOrNull(string name) => Texts(name) is [var text, ..] ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>A whole number.</summary>
    public int Whole(string name) => int.Parse(Text(name), CultureInfo.InvariantCulture);

    /// <summary>Whether something is switched on.</summary>
    public bool Flag(string name) => Text(name) == "true";

    /// <summary>A text, word or path.</summary>
    public string Text(string name) => Texts(name)[0];

    /// <summary>A text, word or path, or <see langword="null"/> where neither settings nor check say one.</summary>
    public string? TextOrNull(string name) => Texts(name) is [var text, ..] ? text : null;

    /// <summary>Texts; empty where neither settings nor check say any.</summary>
    public ImmutableArray<string> Texts(string name)
    {
        if (options.Parameters.TryGetValue(name, out var given)) return given;
        var declared = check.Parameters.First(p => p.Name == name);
        return declared.Default is { } usual ? [.. usual.Split(';')] : [];
    }

    /// <summary>Pairs, or the names of a map with their values.</summary>
    public IEnumerable<(string First, string Second)> Pairs(string name) =>
        Texts(name).Select(p => p.Split(CheckOptions.PairSeparator, 2)).Select(p => (p[0], p[1]));
}
