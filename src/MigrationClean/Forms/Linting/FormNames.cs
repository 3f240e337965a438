using System.Text.RegularExpressions;

namespace MigrationClean.Forms.Linting;

/// <summary>What the converters take for a name (xlsform §6).</summary>
internal static partial class FormNames
{
    /// <summary>Whether a text is an XML name, a prefix with one colon allowed: <c>age</c>, <c>prénom</c>, <c>a-b.c_1</c>, <c>orx:x</c>.</summary>
    public static bool IsXmlName(string text) => XmlName.IsMatch(text);

    /// <summary>The same name with a letter or an underscore for everything that a name can't hold; for proposals.</summary>
    public static string Proposed(string text)
    {
        var name = NotInNames.Replace(text.Trim(), "_").Trim('_');
        return name.Length == 0 ? "q_1" : char.IsLetter(name[0]) ? name : $"q_{name}";
    }

    /// <summary>The same text with an underscore for every run of signs that a code should not have.</summary>
    public static string Plain(string text) => NotInNames.Replace(text, "_").Trim('_') is { Length: > 0 } plain ? plain : "c";

    [GeneratedRegex(@"\A([\p{L}_][\p{L}\p{M}\p{N}_.\-]*:)?[\p{L}_][\p{L}\p{M}\p{N}_.\-]*\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex XmlName { get; }

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}_.\-]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NotInNames { get; }
}
