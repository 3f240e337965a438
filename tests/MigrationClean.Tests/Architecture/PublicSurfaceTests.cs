namespace MigrationClean.Tests.Architecture;

/// <summary>A new public member is a visible decision: it changes the approved file.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string Approved = Path.Combine(Repository.Root, "tests", "MigrationClean.Tests", "PublicSurface.approved.txt");

    [Fact]
    public void Public_surface_is_the_approved_one()
    {
        var surface = PublicSurface.Of(typeof(Pipeline).Assembly).ToArray();
        if (Environment.GetEnvironmentVariable("ACCEPT_GOLDEN") == "1") File.WriteAllText(Approved, string.Join('\n', surface) + "\n");

        var approved = File.ReadAllLines(Approved);
        var added = surface.Except(approved, StringComparer.Ordinal).Select(line => $"+{line}");
        var gone = approved.Except(surface, StringComparer.Ordinal).Select(line => $"-{line}");
        Assert.True(surface.SequenceEqual(approved),
            $"The public surface changed; ACCEPT_GOLDEN=1 dotnet test --filter PublicSurface accepts it.\n{string.Join('\n', [.. gone, .. added])}");
    }
}
