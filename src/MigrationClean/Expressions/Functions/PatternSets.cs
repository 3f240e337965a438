namespace MigrationClean.Expressions.Functions;

/// <summary>The sets of characters behind the letters and properties of Java's and JavaScript's patterns, in the words of a .NET class.</summary>
internal static class PatternSets
{
    private const string ScriptBlank = @"\t\n\x0B\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";
    private const string JavaBlank = @" \t\n\x0B\f\r";
    private const string JavaAcross = @" \t\u00a0\u1680\u180e\u2000-\u200a\u202f\u205f\u3000";

    /// <summary>What <c>\d</c>, <c>\w</c>, <c>\s</c>, <c>\h</c> hold; <see langword="null"/> for another letter.</summary>
    public static string? OfLetter(char c, bool isJava) => c switch
    {
        'd' => "0-9",
        'w' => "a-zA-Z_0-9",
        's' => isJava ? JavaBlank : ScriptBlank,
        'h' when isJava => JavaAcross,
        _ => null,
    };

    /// <summary>What <c>\D</c>, <c>\W</c>, <c>\S</c> stand for, within a class or by themselves.</summary>
    public static string Without(char c, bool inClass, bool isJava)
    {
        if (c == 'S' && inClass) return @"\S";
        if (!inClass) return $"[^{OfLetter(char.ToLowerInvariant(c), isJava)}]";
        return c == 'D' ? @"\x00-/:-\uffff" : @"\x00-/:-@\[-\^`\{-\uffff";
    }

    /// <summary>What a property of ASCII holds: <c>\p{Alpha}</c>; <see langword="null"/> for others.</summary>
    public static string? OfProperty(string name) => name switch
    {
        "Alpha" => "a-zA-Z",
        "Digit" => "0-9",
        "Alnum" => "a-zA-Z0-9",
        "Lower" => "a-z",
        "Upper" => "A-Z",
        "Space" => JavaBlank,
        "Punct" => @"!-/:-@\[-`\{-~",
        _ => null,
    };

    /// <summary>The name that .NET has for one of Java's properties.</summary>
    public static string NameOf(string name) => name switch
    {
        "IsAlphabetic" or "IsLetter" => "L",
        "IsDigit" => "Nd",
        "IsLowercase" => "Ll",
        "IsUppercase" => "Lu",
        "InCyrillic" or "InCYRILLIC" => "IsCyrillic",
        "InArabic" or "InARABIC" => "IsArabic",
        _ when name.Length > 2 && name.StartsWith("Is", StringComparison.Ordinal) && name.Length <= 4 => name[2..],
        _ => name,
    };
}
