using MigrationClean.Samples.Drawing;

namespace MigrationClean.Samples.Returnees;

/// <summary>Remarks in Kyrgyz and Russian, each made of a beginning and an end of the same language.</summary>
internal static class Remarks
{
    public static Queue<string> Read(string text, SeededRandom random)
    {
        var parts = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        List<string> current = [];
        foreach (var line in text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
            if (line[0] == '=') parts.Add(line[2..].Trim(), current = []);
            else current.Add(line.Trim());

        var remarks = new List<string>();
        foreach (var language in (string[])["ky", "ru"])
            foreach (var beginning in parts[language + " begins"])
                foreach (var end in parts[language + " ends"])
                    remarks.Add($"{beginning}, {end}");
        random.Shuffle(remarks);
        return new(remarks);
    }
}
