using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Diagnostics;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>A doubtful key stops the run (anonymisation §8, number 4).</summary>
public sealed class KeyFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("keys").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Made_key_is_read_back_and_only_its_owner_may_read_it()
    {
        var id = KeyFile.Create(File("a.key"), []);
        using var key = KeyFile.Read(File("a.key"), []);

        Assert.Equal(id, key.Id);
        Assert.True(key.IsLasting);
        Assert.Matches("^[0-9a-f]{64}\n$", System.IO.File.ReadAllText(File("a.key")));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File("a.key")));
    }

    [Fact]
    public void Id_of_a_key_is_the_defined_one()
    {
        using var key = Keys.Fixed(0);
        byte[] marked = [(byte)'i', (byte)'d', .. Enumerable.Range(0, 32).Select(i => (byte)i)];
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(marked))[..8], key.Id);
    }

    [Fact]
    public void Missing_key_stops() => Refused("missing", () => KeyFile.Read(File("none.key"), []));

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef")]
    [InlineData("zz23456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    public void Short_or_wrong_key_stops(string text)
    {
        Write("short.key", text);
        Refused("short", () => KeyFile.Read(File("short.key"), []));
    }

    [Fact]
    public void Key_that_others_may_read_stops()
    {
        if (OperatingSystem.IsWindows()) return;
        KeyFile.Create(File("shared.key"), []);
        System.IO.File.SetUnixFileMode(File("shared.key"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);

        Refused("shared", () => KeyFile.Read(File("shared.key"), []));
    }

    [Fact]
    public void Key_that_can_not_be_made_stops_with_a_sentence()
    {
        Write("file", "");
        Refused("folder", () => KeyFile.Create(File("none/a.key"), []));
        Refused("folder", () => KeyFile.Create(File("file/a.key"), []));
        Refused("folder", () => KeyFile.Create("", []));
        Refused("denied", () => KeyFile.Create(File(new string('k', 300)), []));
        if (OperatingSystem.IsWindows()) return;
        System.IO.File.CreateSymbolicLink(File("link.key"), File("nowhere.key"));
        Assert.StartsWith("PRIV-09/", Assert.Throws<InputException>(() => KeyFile.Create(File("link.key"), [])).Key, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File("nowhere.key")));
    }

    [Fact]
    public void Key_in_the_folder_of_the_data_stops()
    {
        Refused("data-folder", () => KeyFile.Create(File("a.key"), [_folder]));
        KeyFile.Create(File("a.key"), []);
        Refused("data-folder", () => KeyFile.Read(File("a.key"), [_folder]));
    }

    [Fact]
    public void Key_under_version_control_stops()
    {
        KeyFile.Create(File("a.key"), []);
        Directory.CreateDirectory(File(".git"));

        Refused("versioned", () => KeyFile.Read(File("a.key"), []));
    }

    [Fact]
    public void Key_is_never_replaced()
    {
        KeyFile.Create(File("a.key"), []);
        Refused("exists", () => KeyFile.Create(File("a.key"), []));
    }

    [Fact]
    public void Required_key_that_is_not_named_stops() => Refused("required", () => KeyFile.Open(new() { KeyRequired = true }));

    [Fact]
    public void Without_a_key_every_run_has_its_own()
    {
        using var one = KeyFile.Open(new());
        using var other = KeyFile.Open(new());

        Assert.Equal("run", one.Id);
        Assert.NotEqual(one.Derive("order|v1", "p", "rows", ""), other.Derive("order|v1", "p", "rows", ""));
    }

    [Fact]
    public void Refusal_does_not_quote_the_file()
    {
        Write("bad.key", "secretsecretsecret");
        var refusal = Assert.Throws<InputException>(() => KeyFile.Read(File("bad.key"), []));
        Assert.DoesNotContain("secret", refusal.ToString(), StringComparison.Ordinal);
    }

    private static void Refused(string variant, Func<object> read) => Assert.Equal($"PRIV-09/{variant}", Assert.Throws<InputException>(() => read()).Key);

    private string File(string name) => Path.Combine(_folder, name);

    private void Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
