using System.Text.RegularExpressions;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Reading;

/// <summary>A text question that says what other means, and the choice that opens it (cleaning §4.10).</summary>
/// <param name="Text">The text question.</param>
/// <param name="Parent">The select that it belongs to.</param>
/// <param name="Choice">Name of the choice.</param>
internal sealed partial record OtherPair(Question Text, Question Parent, string Choice)
{
    private const string OtherName = "other";

    /// <summary>The pair of a text question: its relevance requires one choice of one select.</summary>
    /// <param name="text">The question.</param>
    /// <param name="find">The question of a name.</param>
    public static OtherPair? Of(Question text, Func<string, Question?> find)
    {
        if (text.Type != QuestionType.Text) return null;
        if (text.OtherOf is { } owner) return new(text, owner, OtherName);
        if (text.Relevant?.Text is not { } relevant) return null;
        foreach (Match match in Condition.Matches(relevant))
        {
            var name = match.Groups["name"].Value.Split('/')[^1];
            if (find(name) is { } parent && (parent.Type.IsSelectOne() || parent.Type.IsSelectMultiple())) return new(text, parent, match.Groups["choice"].Value);
        }

        return null;
    }

    // selected(${q}, 'x'), ${q} = 'x', 'x' = ${q}, either quotation mark, paths as well as names.
    [GeneratedRegex(
        """
        (selected\s*\(\s*|(?<![\w=]))(\$\{\s*(?<name>[\w.\-]+)\s*\}|(?<name>[\w./\-]*/[\w.\-]+))\s*(,|(?<!!)=)\s*(?<q>['"])(?<choice>[^'"]+)\k<q>|(?<q>['"])(?<choice>[^'"]+)\k<q>\s*=\s*(\$\{\s*(?<name>[\w.\-]+)\s*\}|(?<name>[\w./\-]*/[\w.\-]+))
        """,
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant,
        1000)]
    private static partial Regex Condition { get; }
}
