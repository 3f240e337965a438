using System.Text;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation;

/// <summary>Names of released tables: file and sheet names that are neutral, safe on every system and unique without regard to case.</summary>
internal static class TableNames
{
    private const int Longest = 31; // of a sheet

    private static readonly string[] Taken =
    [
        "main", "data", "codebook", "choices", "readme", "risk", "report", "con", "prn", "aux", "nul",
    ];

    /// <summary>A name for every table.</summary>
    public static Dictionary<Table, string> Of(SubmissionSet submissions)
    {
        var names = new Dictionary<Table, string> { [submissions.Main] = "main" };
        var taken = new HashSet<string>(Taken, StringComparer.OrdinalIgnoreCase);
        foreach (var repeat in submissions.Repeats)
        {
            var safe = Safe(repeat.Repeat!.Name);
            var name = safe;
            for (var n = 2; !taken.Add(name); n++) name = $"{safe[..Math.Min(safe.Length, Longest - 3)]}_{n}";
            names[repeat] = name;
        }

        return names;
    }

    private static string Safe(string name)
    {
        var safe = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormC)) safe.Append(char.IsLetterOrDigit(c) || c is '_' or '-' ? c : '_');
        var text = safe.ToString().Trim('_', '-');
        return text.Length == 0 ? "repeat" : text[..Math.Min(text.Length, Longest)];
    }
}
