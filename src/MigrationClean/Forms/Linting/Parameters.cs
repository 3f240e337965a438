using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace MigrationClean.Forms.Linting;

/// <summary>A pair of a parameters cell.</summary>
/// <param name="Key">In lower case.</param>
/// <param name="Value">As written.</param>
internal readonly record struct Parameter(string Key, string Value)
{
    /// <summary>The pair as people know it from the cell.</summary>
    public string Text => $"{Key}={Value}";
}

/// <summary>A parameters cell that is a list of pairs, with the row it belongs to.</summary>
/// <param name="Row">The row.</param>
/// <param name="Place">The cell's place.</param>
/// <param name="Pairs">In the order of the cell; of two with one key the last counts.</param>
/// <remarks>Pairs <c>key=value</c>, with blanks, commas or semicolons between (xlsform §2).</remarks>
internal sealed partial record Parameters(SurveyRow Row, FormPlace Place, ImmutableArray<Parameter> Pairs)
{
    /// <summary>The value of a key as written, <see langword="null"/> if it is not given.</summary>
    public string? this[string key] => Pairs.LastOrDefault(p => p.Key == key).Value;

    /// <summary>The value of a key in lower case, which is how it is compared.</summary>
    public string? Lower(string key) => this[key]?.ToLowerInvariant();

    /// <summary>Whether a cell is a list of pairs and nothing else.</summary>
    public static bool AreWellFormed(string text) => WholeCell.IsMatch(text);

    /// <summary>The cells of the rows of certain types; those that are no lists of pairs are left to <see cref="ParamMalformed"/>.</summary>
    public static IEnumerable<Parameters> In(LintContext form, Func<QuestionType, bool> isMeant) =>
        from row in form.Rows
        where row.Type.Kind == RowKind.Question && isMeant(row.Type.Type)
        let parameters = Of(form, row)
        where parameters is not null
        select parameters;

    /// <summary>The cell of a row, <see langword="null"/> if it is blank or no list of pairs.</summary>
    public static Parameters? Of(LintContext form, SurveyRow row) => row["parameters"] is { } text && AreWellFormed(text)
        ? new(row, form.PlaceOf(row, "parameters"),
            [.. Pair.Matches(text).Select(m => new Parameter(m.Groups["key"].Value.ToLowerInvariant(), m.Groups["value"].Value))])
        : null;

    [GeneratedRegex(@"(?<key>[^\s,;=]+)\s*=\s*(?<value>[^\s,;=]+)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Pair { get; }

    [GeneratedRegex(@"\A[\s,;]*([^\s,;=]+\s*=\s*[^\s,;=]+([\s,;]+|\z))*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex WholeCell { get; }
}
