using MigrationClean.Diagnostics;
using MigrationClean.Files;

namespace MigrationClean.Tests.Files;

public sealed class InputFileTests
{
    [Fact]
    public void Missing_file_is_refused() =>
        Assert.Equal("FILE-01", Assert.Throws<InputException>(() => InputFile.FromPath("there-is-no-such-file.xlsx")).Key);

    [Fact]
    public void Folder_is_refused() =>
        Assert.Equal("FILE-01/folder", Assert.Throws<InputException>(() => InputFile.FromPath(".")).Key);

    [Fact]
    public void Texts_of_files_are_there_in_every_language_with_the_same_places()
    {
        var english = Messages.For(Language.English);
        foreach (var key in english.Keys.Where(k => k.StartsWith("FILE-", StringComparison.Ordinal)))
            foreach (var language in new[] { Language.Russian, Language.Kyrgyz })
                foreach (var part in english.PartsOf(key))
                    Assert.Equal(Places(english, key, part), Places(Messages.For(language), key, part));
    }

    private static IEnumerable<string> Places(Messages messages, string key, string part) =>
        Messages.PlacesIn(messages.Template(key, part)).Order(StringComparer.Ordinal);
}
