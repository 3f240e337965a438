using System.Globalization;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Returnees;

/// <summary>Counts the published figures in the interviews before faults are planted, and stops where one does not come out.</summary>
internal static class ReturneeFigures
{
    /// <summary>Rows of a Markdown table: line in the report, figure, published value, base, exact value.</summary>
    public static List<string> Prove(IReadOnlyList<Interview> interviews, string figures)
    {
        var rows = new List<string>();
        foreach (var line in figures.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
        {
            var cells = line.Split(" | ", StringSplitOptions.TrimEntries);
            var (value, all) = Value(interviews, cells[2].Split(' '));
            var published = double.Parse(cells[3], CultureInfo.InvariantCulture);
            if (Math.Floor(value + 0.5) != published)
                throw new InvalidOperationException($"{cells[1]}: {value:0.00}, published {cells[3]}.");
            rows.Add($"| {cells[0]} | {cells[1]} | {cells[3]} | {all} | {value.ToString("0.##", CultureInfo.InvariantCulture)} |");
        }

        return rows;
    }

    private static (double Value, int Base) Value(IReadOnlyList<Interview> interviews, string[] how)
    {
        var question = how[1];
        var sex = how.FirstOrDefault(h => h is "male" or "female" && question != "sex");
        var asked = interviews.Where(i => (i[question].Length > 0 || how[^1] == "all") && (sex is null || i["sex"] == sex)).ToList();
        var met = how[0] switch
        {
            "mean" => asked.Sum(i => Number(i, question)) / 100.0,
            "band" => asked.Count(i => Number(i, question) >= Whole(how[2]) && Number(i, question) <= Whole(how[3])),
            "not" => asked.Count(i => i[question].Length > 0 && i[question] != how[2]),
            "multi" => asked.Count(i => i[question].Split(' ').Contains(how[2])),
            _ => asked.Count(i => i[question] == how[2]),
        };
        return (how[0] == "count" ? met : 100.0 * met / asked.Count, asked.Count);
    }

    private static int Number(Interview interview, string question) => Whole(interview[question]);

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
