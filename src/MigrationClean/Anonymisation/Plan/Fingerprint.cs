using System.Security.Cryptography;
using System.Text;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>What a decision about a question rests on: when it changes, the decision lapses. Source: anonymisation §2.2.</summary>
internal static class Fingerprint
{
    /// <summary>The fingerprint of a question, over all form versions that have it.</summary>
    /// <param name="name">Name of the question or column.</param>
    /// <param name="versions">The question in each form that has it; none for a column of the server.</param>
    /// <returns>16 hex digits over name, types, choices with their labels, and labels, whatever their language and order of versions.</returns>
    public static string Of(string name, IEnumerable<Question> versions)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var question in versions)
        {
            lines.Add($"type\t{question.Type}");
            foreach (var (_, text) in question.Label.All) lines.Add($"label\t{text}");
            foreach (var choice in question.Choices?.Choices ?? [])
            {
                lines.Add($"choice\t{choice.Name}");
                foreach (var (_, text) in choice.Label.All) lines.Add($"choice\t{choice.Name}\t{text}");
            }
        }

        var bytes = Encoding.UTF8.GetBytes($"v1\nname\t{name}\n{string.Join('\n', lines)}".Normalize(NormalizationForm.FormC));
        return Convert.ToHexStringLower(SHA256.HashData(bytes))[..16];
    }
}
