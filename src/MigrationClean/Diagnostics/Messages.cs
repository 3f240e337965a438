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

    private static readonly Messages English = new("en", Language.English);
    private static readonly Messages Russian = new("ru", Language.Russian);
    private static readonly Messages Kyrgyz = new("ky", Language.Kyrgyz);

    // Read when the first text is asked for: many a run says nothing, and `--version` must start at once.
    private readonly Lazy<Dictionary<string, Dictionary<string, string>>> _entries;

    private Messages(string name, Language language)
    {
        Language = language;
        _entries = new(() => Load(name));
    }

    /// <summary>The language.</summary>
    public Language Language { get; }

    /// <summary>All keys, in ordinal order.</summary>
    public IEnumerable<string> Keys => _entries.Value.Keys.Order(StringComparer.Ordinal);

    /// <summary>The texts of a language. Read once, when the first of them is needed.</summary>
    public static Messages For(Language language) => language switch
    {
        Language.Russian => Russian,
        Language.Kyrgyz => Kyrgyz,
        _ => English,
    };

    /// <summary>The parts of a key, e.g. <c>title</c>, <c>message</c>, <c>why</c>, <c>fix</c>; empty if there is no such key.</summary>
    public IEnumerable<string> PartsOf(string key) => _entries.Value.TryGetValue(key, out var parts) ? parts.Keys.Order(StringComparer.Ordinal) : [];

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
        if (_entries.Value.TryGetValue(key, out var parts) && parts.TryGetValue(part, out var text)) return text;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && _entries.Value.TryGetValue(key[..slash], out parts) && parts.TryGetValue(part, out text) ? text : null;
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

    // A dictionary is made faster than a frozen one, and each entry is looked up a few times at most.
    private static Dictionary<string, Dictionary<string, string>> Load(string name)
    {
        using var stream = typeof(Messages).Assembly.GetManifestResourceStream($"MigrationClean.Diagnostics.Messages.{name}.json")
            ?? throw new InvalidOperationException($"The texts of `{name}` are not in the assembly.");
        using var json = JsonDocument.Parse(stream);
        var entries = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var entry in json.RootElement.EnumerateObject())
        {
            var parts = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var part in entry.Value.EnumerateObject()) parts.Add(part.Name, part.Value.GetString()!);
            entries.Add(entry.Name, parts);
        }

        return entries;
    }

    [GeneratedRegex(@"\{(?<name>[A-Za-z][A-Za-z0-9]*)(\|(?<forms>[^{}]*))?\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Place { get; }
}
