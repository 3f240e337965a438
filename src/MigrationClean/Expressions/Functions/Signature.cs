namespace MigrationClean.Expressions.Functions;

/// <summary>A function's signature in words: <c>round(number, places?)</c>, <c>concat(value…)</c>.</summary>
internal static class Signature
{
    /// <summary>The signature.</summary>
    public static string Of(XPathFunction function) =>
        $"{function.Name}({string.Join(", ", function.Parameters.Select(p => Named(p)))})";

    private static string Named(Parameter parameter) => (parameter.Repeats > 0 ? $"{parameter.Name}…" : parameter.Name) + (parameter.IsOptional ? "?" : "");
}
