using System.Text.RegularExpressions;

namespace MigrationClean.Expressions.Functions;

/// <summary>Regular expressions of a form, as the dialect's engine reads them. Patterns are untrusted: every match has a time limit.</summary>
/// <remarks>JavaRosa: Java syntax, the whole text must match, <c>.</c> matches no line break. Enketo: JavaScript without the Unicode flag, found anywhere.</remarks>
internal static class Pattern
{
    private static readonly TimeSpan Timeout = TimeSpan.FromMilliseconds(ExpressionLimits.PatternTimeoutMilliseconds);

    /// <summary>The pattern, or <see langword="null"/> if the dialect's engine would refuse it.</summary>
    public static Regex? Compile(string pattern, Dialect dialect)
    {
        if (PatternTranslation.ToDotNet(pattern, dialect) is not { } translated) return null;
        try
        {
            return new(dialect == Dialect.JavaRosa ? $@"\A(?:{translated})\z" : translated, RegexOptions.CultureInvariant, Timeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
