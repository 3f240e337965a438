namespace MigrationClean.Tests.Checks;

/// <summary>
/// A case that a survey specialist can read and add to: a form, rows and what is to be found, as tables of Markdown. A file holds cases one below the
/// other, each under a heading <c># title</c>; a form's sheet that a case leaves out is that of the case above.
/// </summary>
internal sealed record CaseFile(string Title, IReadOnlyDictionary<string, CaseTable> Tables)
{
    private static readonly string[] FormSheets = ["survey", "choices", "settings"];

    /// <summary>Names of all cases of a folder under <c>tests/cases</c>: file and title.</summary>
    public static IEnumerable<string> NamesIn(string folder) => Directory.EnumerateFiles(Folder(folder), "*.md")
        .Order(StringComparer.Ordinal)
        .SelectMany(path => CasesIn(path).Select(c => $"{Path.GetFileNameWithoutExtension(path)}: {c.Title}"));

    /// <summary>One case by its name.</summary>
    public static CaseFile Load(string folder, string name)
    {
        var (file, title) = (name[..name.IndexOf(": ", StringComparison.Ordinal)], name[(name.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
        return CasesIn(Path.Combine(Folder(folder), file + ".md")).Single(c => c.Title == title);
    }

    /// <summary>A table under <c>## name</c>, or <see langword="null"/>.</summary>
    public CaseTable? this[string name] => Tables.GetValueOrDefault(name);

    /// <summary>The one case of a text.</summary>
    public static CaseFile Parse(string text) => Cases(text).Single();

    private static IEnumerable<CaseFile> CasesIn(string path) => Cases(File.ReadAllText(path));

    private static IEnumerable<CaseFile> Cases(string text)
    {
        CaseFile? before = null;
        foreach (var part in ("\n" + text).Split("\n# ").Skip(1))
        {
            var sections = part.Split("\n## ");
            var tables = sections.Skip(1).ToDictionary(s => s[..s.IndexOf('\n', StringComparison.Ordinal)].Trim(), CaseTable.Parse, StringComparer.Ordinal);
            if (before is not null && !tables.ContainsKey("survey"))
                foreach (var (name, table) in before.Tables.Where(t => FormSheets.Contains(t.Key.Split(' ')[0]))) tables.TryAdd(name, table);
            yield return before = new(sections[0].Split('\n')[0].Trim(), tables);
        }
    }

    /// <summary>A folder under <c>tests/cases</c>.</summary>
    public static string Folder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(folder.FullName, "tests", "cases"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "tests", "cases", name);
    }
}

/// <summary>A table of a case: headers and rows of trimmed texts, "" where blank.</summary>
internal sealed record CaseTable(string[] Headers, List<string[]> Rows)
{
    /// <summary>Reads the lines that begin with <c>|</c>; the line of dashes is no row.</summary>
    public static CaseTable Parse(string section)
    {
        var lines = section.Split('\n').Where(l => l.StartsWith('|')).Where(l => l.Trim('|', '-', ' ', ':').Length > 0 || !l.Contains('-')).ToList();
        if (lines.Count == 0) return new([], []);
        var headers = Cells(lines[0]);
        return new(headers, [.. lines.Skip(1).Select(l => Cells(l).Concat(Enumerable.Repeat("", headers.Length)).Take(headers.Length).ToArray())]);
    }

    /// <summary>A cell by the name of its column, "" where there is no such column.</summary>
    public string Cell(string[] row, string header) => Array.IndexOf(Headers, header) is >= 0 and var at ? row[at] : "";

    private static string[] Cells(string line) => [.. line.Trim().Trim('|').Replace("\\|", "\0").Split('|').Select(c => c.Trim().Replace('\0', '|'))];
}
