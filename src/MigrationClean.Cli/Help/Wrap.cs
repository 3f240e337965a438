namespace MigrationClean.Cli.Help;

/// <summary>Breaks a text at blanks so that it fits a terminal.</summary>
internal static class Wrap
{
    /// <summary>Columns of the narrowest terminal we write for.</summary>
    public const int Width = 80;

    /// <summary>
    /// Writes a text behind a head; further lines stand below the first one's text. A word longer than a line stays whole.
    /// </summary>
    public static void Write(TextWriter output, string head, string text)
    {
        var indent = new string(' ', head.Length);
        var line = head;
        var isEmpty = true;
        foreach (var word in text.Split(' '))
        {
            if (!isEmpty && line.Length + 1 + word.Length > Width)
            {
                output.WriteLine(line);
                (line, isEmpty) = (indent, true);
            }

            line = isEmpty ? line + word : $"{line} {word}";
            isEmpty = false;
        }

        output.WriteLine(line);
    }
}
