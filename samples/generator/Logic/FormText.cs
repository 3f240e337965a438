using System.Reflection;

namespace MigrationClean.Samples.Logic;

/// <summary>Reads the form files of the folder <c>Forms</c>: blocks that a survey specialist can read and edit.</summary>
internal static class FormText
{
    public static string Resource(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No embedded file {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal);
    }

    public static List<(string Type, string Name, Dictionary<string, string> Cells)> Blocks(string text)
    {
        var blocks = new List<(string Type, string Name, Dictionary<string, string> Cells)>();
        foreach (var line in Lines(text))
        {
            if (line[0] != ' ')
            {
                var parts = line.Split(" | ");
                blocks.Add((parts[0].Trim(), parts.Length > 1 ? parts[1].Trim() : "", new(StringComparer.Ordinal)));
                continue;
            }

            var colon = line.IndexOf(": ", StringComparison.Ordinal);
            blocks[^1].Cells.Add(line[..colon].Trim(), line[(colon + 2)..].Trim());
        }

        return blocks;
    }

    public static Dictionary<string, List<FormChoice>> Choices(string text)
    {
        var lists = new Dictionary<string, List<FormChoice>>(StringComparer.Ordinal);
        List<FormChoice> current = [];
        foreach (var line in Lines(text))
        {
            if (line.StartsWith("list ", StringComparison.Ordinal))
            {
                lists.Add(line[5..].Trim(), current = []);
                continue;
            }

            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            current.Add(new FormChoice(parts[0], parts[1], parts[2], parts[3], FormChoice.NoParents));
        }

        return lists;
    }

    private static IEnumerable<string> Lines(string text) =>
        text.Split('\n').Select(l => l.TrimEnd()).Where(l => l.Length > 0 && l[0] != '#');
}
