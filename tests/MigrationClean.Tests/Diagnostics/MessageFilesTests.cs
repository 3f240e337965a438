using System.Text.Json;
using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;
using MigrationClean.Tests.Architecture;

namespace MigrationClean.Tests.Diagnostics;

/// <summary>The message files say the same things in every language.</summary>
public sealed partial class MessageFilesTests
{
    /// <summary>Plural forms of a counted noun: Russian needs three, English two, Kyrgyz keeps the singular after a number.</summary>
    private static readonly (Language Language, int Forms)[] Plurals = [(Language.English, 2), (Language.Russian, 3), (Language.Kyrgyz, 1)];

    private static readonly Messages English = Messages.For(Language.English);

    public static TheoryData<Language> Others => [Language.Russian, Language.Kyrgyz];

    [Theory, MemberData(nameof(Others))]
    public void Every_language_has_the_same_keys(Language language) => Assert.Equal(English.Keys, Messages.For(language).Keys);

    [Theory, MemberData(nameof(Others))]
    public void Every_key_has_the_same_parts(Language language)
    {
        var messages = Messages.For(language);
        Assert.Equal(
            English.Keys.Select(key => $"{key}: {string.Join(' ', English.PartsOf(key))}"),
            messages.Keys.Select(key => $"{key}: {string.Join(' ', messages.PartsOf(key))}"));
    }

    [Theory, MemberData(nameof(Others))]
    public void Every_text_has_the_same_places(Language language)
    {
        var messages = Messages.For(language);
        var different = from key in English.Keys
                        from part in English.PartsOf(key)
                        where messages.PartsOf(key).Contains(part)
                        let places = PlacesOf(English.Template(key, part))
                        let other = PlacesOf(messages.Template(key, part))
                        where places != other
                        select $"{key} {part}: {places} / {other}";

        Assert.Empty(different);
    }

    [Fact]
    public void Counted_nouns_have_the_plural_forms_of_the_language()
    {
        var wrong = from plural in Plurals
                    let messages = Messages.For(plural.Language)
                    from key in messages.Keys
                    from part in messages.PartsOf(key)
                    from Match place in CountedPlace.Matches(messages.Template(key, part))
                    let forms = place.Groups["forms"].Value.Split('|')
                    where forms.Length != plural.Forms || forms.Any(string.IsNullOrWhiteSpace)
                    select $"{plural.Language} {key} {part}: {place.Value}";

        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData(1, "1 error", "1 ошибка", "1 ката")]
    [InlineData(2, "2 errors", "2 ошибки", "2 ката")]
    [InlineData(5, "5 errors", "5 ошибок", "5 ката")]
    [InlineData(11, "11 errors", "11 ошибок", "11 ката")]
    [InlineData(21, "21 errors", "21 ошибка", "21 ката")]
    [InlineData(1204, "1,204 errors", "1\u00A0204 ошибки", "1\u00A0204 ката")]
    public void Numbers_choose_the_form(int errors, params string[] expected)
    {
        var told = Plurals.Select(p => Messages.For(p.Language).Text("text/errors", "text", [new("errors", errors.ToString())]));

        Assert.Equal(expected, told);
    }

    [Theory, InlineData("en"), InlineData("ru"), InlineData("ky")]
    public void Keys_of_a_file_are_sorted_and_stand_once(string name)
    {
        var path = Path.Combine(Repository.Root, "src", "MigrationClean", "Diagnostics", "Messages", $"{name}.json");
        using var json = JsonDocument.Parse(File.ReadAllBytes(path));
        var keys = json.RootElement.EnumerateObject().Select(p => p.Name).ToArray();

        Assert.Equal(keys.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), keys);
    }

    [Fact]
    public void Kyrgyz_and_Russian_are_not_left_in_English()
    {
        var same = from language in new[] { Language.Russian, Language.Kyrgyz }
                   let messages = Messages.For(language)
                   from key in messages.Keys
                   from part in messages.PartsOf(key)
                   let text = messages.Template(key, part)
                   where LatinSentence.IsMatch(text) && English.Has(key, part) && text == English.Template(key, part)
                   select $"{language} {key} {part}";

        Assert.Empty(same);
    }

    [Theory, InlineData(Language.English), InlineData(Language.Russian), InlineData(Language.Kyrgyz)]
    public void One_sentence_begins_small_and_has_no_full_stop(Language language)
    {
        var messages = Messages.For(language);
        var wrong = from key in messages.Keys
                    where CheckCode.IsMatch(key)
                    from part in messages.PartsOf(key)
                    where part is "message" or "why" or "fix"
                    let text = messages.Template(key, part)
                    where CapitalisedWord.IsMatch(text) || (text.EndsWith('.') && !text.Contains(". ", StringComparison.Ordinal))
                    select $"{language} {key} {part}: {text}";

        Assert.Empty(wrong);
    }

    private static string PlacesOf(string template) => string.Join(' ', Messages.PlacesIn(template).Order(StringComparer.Ordinal));

    [GeneratedRegex(@"\{[A-Za-z][A-Za-z0-9]*\|\|?(?<forms>[^{}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountedPlace { get; }

    [GeneratedRegex(@"^[A-Z]+-\d+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CheckCode { get; }

    // Names such as KoBo and CSV have a second capital.
    [GeneratedRegex(@"^(\p{Lu}\p{Ll}*|[A-Z])(?![\p{L}\d/-])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CapitalisedWord { get; }

    [GeneratedRegex(@"^[A-Za-z][a-z]+ [a-z]+ [a-z]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex LatinSentence { get; }
}
