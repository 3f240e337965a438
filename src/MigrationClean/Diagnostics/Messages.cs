using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace MigrationClean.Diagnostics;

/// <summary>The texts of one language, from <c>Diagnostics/Messages/*.json</c>: under a code, its title, message, why and fix.</summary>
/// <remarks>
/// A text has named places, <c>{list}</c>. A place with forms chooses by number, <c>{n|error|errors}</c>: two forms in English, three in Russian,
/// one in Kyrgyz, and is shown as the number, a blank and the form; <c>{n||error|errors}</c> shows the form alone.
/// </remarks>
public sealed partial class Messages
{
    /// <summary>What stands where an answer would, unless answers were asked for.</summary>
    public const string Hidden = "‹hidden›";

    private static readonly Lazy<Messages> English = new(() => Load("en", Language.English));
    private static readonly Lazy<Messages> Russian = new(() => Load("ru", Language.Russian));
    private static readonly Lazy<Messages> Kyrgyz = new(() => Load("ky", Language.Kyrgyz));

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> _entries;

    private Messages(Language language, FrozenDictionary<string, FrozenDictionary<string, string>> entries)
    {
        Language = language;
        _entries = entries;
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>All keys, in ordinal order.</summary>
    public IEnumerable<string> Keys => _entries.Keys.Order(StringComparer.Ordinal);

    /// <summary>The texts of a language. Read once.</summary>
    public static Messages For(Language language) => language switch
    {
        Language.Russian => Russian.Value,
        Language.Kyrgyz => Kyrgyz.Value,
        _ => English.Value,
    };

    /// <summary>The parts of a key, e.g. <c>title</c>, <c>message</c>, <c>why</c>, <c>fix</c>; empty if there is no such key.</summary>
    public IEnumerable<string> PartsOf(string key) => _entries.TryGetValue(key, out var parts) ? parts.Keys.Order(StringComparer.Ordinal) : [];

    /// <summary>Whether a key has this part; a variant falls back to its code.</summary>
    public bool Has(string key, string part) => Find(key, part) is not null;

    /// <summary>A text with its places filled in.</summary>
    /// <param name="key">A code, a code with a variant (<c>FILE-02/html</c>: a part it lacks is the code's), or a name such as <c>text/summary</c>.</param>
    /// <param name="part"><c>title</c>, <c>message</c>, <c>why</c>, <c>fix</c>, <c>text</c>.</param>
    /// <param name="arguments">Values of the places.</param>
    /// <param name="showValues">Whether sensitive ones are shown.</param>
    /// <exception cref="ArgumentException">There is no such text: a mistake of ours.</exception>
    public string Text(string key, string part, ImmutableArray<FindingArgument> arguments = default, bool showValues = false)
    {
        var template = Find(key, part) ?? throw new ArgumentException($"No text `{key}` {part}.", nameof(key));
        return arguments.IsDefaultOrEmpty ? template : Fill(template, arguments, showValues);
    }

    /// <summary>The template of a text, as it stands in the file.</summary>
    /// <exception cref="ArgumentException">There is no such text.</exception>
    public string Template(string key, string part) => Find(key, part) ?? throw new ArgumentException($"No text `{key}` {part}.", nameof(key));

    /// <summary>A whole number as this language's readers write it: <c>1,204</c>, <c>1 204</c>.</summary>
    public string Number(long value)
    {
        var text = value.ToString("#,0", CultureInfo.InvariantCulture);
        return Language == Language.English ? text : text.Replace(',', '\u00A0');
    }

    /// <summary>The names of a template's places, in order, each once.</summary>
    public static IEnumerable<string> PlacesIn(string template) => Place.Matches(template).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal);

    private string? Find(string key, string part)
    {
        if (_entries.TryGetValue(key, out var parts) && parts.TryGetValue(part, out var text)) return text;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && _entries.TryGetValue(key[..slash], out parts) && parts.TryGetValue(part, out text) ? text : null;
    }

    private string Fill(string template, ImmutableArray<FindingArgument> arguments, bool showValues) => Place.Replace(template, match =>
    {
        var name = match.Groups["name"].Value;
        foreach (var argument in arguments)
        {
            if (argument.Name != name) continue;
            if (argument.Sensitive && !showValues) return Hidden;
            return match.Groups["forms"].Success ? Counted(argument.Value, match.Groups["forms"].Value) : argument.Value;
        }

        return match.Value;
    });

    private string Counted(string value, string forms)
    {
        var alone = forms.StartsWith('|');
        var choices = (alone ? forms[1..] : forms).Split('|');
        if (!long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number)) return value;
        var form = choices[Math.Min(choices.Length - 1, Form(number))];
        return alone ? form : new StringBuilder(Number(number)).Append(' ').Append(form).ToString();
    }

    private int Form(long number)
    {
        var (tens, ones) = (Math.Abs(number % 100) / 10, Math.Abs(number % 10));
        return Language switch
        {
            Language.English => number == 1 ? 0 : 1,
            Language.Russian when tens != 1 && ones == 1 => 0,
            Language.Russian when tens != 1 && ones is 2 or 3 or 4 => tens != 1 ? 1 : 2,
            Language.Russian => 2,
            _ => 0,
        };
    }

    private static Messages Load(string name, Language language)
    {
        using var stream = typeof(Messages).Assembly.GetManifestResourceStream($"MigrationClean.Diagnostics.Messages.{name}.json")
            ?? throw new InvalidOperationException($"The texts of {language} are not in the assembly.");
        using var json = JsonDocument.Parse(stream);
        return new(language, json.RootElement.EnumerateObject().ToFrozenDictionary(
            entry => entry.Name,
            entry => entry.Value.EnumerateObject().ToFrozenDictionary(part => part.Name, part => part.Value.GetString()!, StringComparer.Ordinal),
            StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z0-9]*)(\|(?<forms>[^{}]*))?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place { get; }
}
