using System.Text.RegularExpressions;

namespace MigrationClean.Forms.Linting;

/// <summary>Whether a default is a text to be put down as it is, or an expression to be computed once (xlsform §10).</summary>
internal static partial class DefaultText
{
    /// <summary>Whether it holds a reference, a function or an operator. Dates and coordinates have signs that are none.</summary>
    public static bool IsDynamic(string text, QuestionType type)
    {
        if (text.Contains("${", StringComparison.Ordinal) || FunctionOrOperator.IsMatch(text)) return true;
        var hasSigns = type is QuestionType.Date or QuestionType.DateTime || type.IsGeometry();
        return !hasSigns && text.Contains(" - ", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[+*|]|\s(div|mod)\s|[\p{L}_][\w.:\-]*\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex FunctionOrOperator { get; }
}
