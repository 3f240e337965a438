using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Outliers;

/// <summary>The texts of a question's limits: those of the settings, else of the form's extra columns.</summary>
internal static class QuestionLimits
{
    /// <summary>Names of the limits: settings and columns of the form alike, the graver first.</summary>
    public static ImmutableArray<string> Names { get; } = ["hard_min", "hard_max", "soft_min", "soft_max"];

    /// <summary>Whether a limit is the form's business: beyond it an answer is an error.</summary>
    public static bool IsHard(string name) => name.StartsWith("hard", StringComparison.Ordinal);

    /// <summary>Whether answers below it are told; else those above.</summary>
    public static bool IsLowest(string name) => name.EndsWith("min", StringComparison.Ordinal);

    /// <summary>The limits of a question, by name.</summary>
    public static IEnumerable<(string Name, string Text)> Of(Question question, ParameterValues values)
    {
        foreach (var name in Names)
        {
            var given = values.Pairs(name).Where(p => p.First == question.Name || p.First == question.Path).Select(p => p.Second).LastOrDefault();
            if ((given ?? Hint(question, name)) is { Length: > 0 } text) yield return (name, text);
        }
    }

    /// <summary>Refuses names that no form has.</summary>
    /// <exception cref="Diagnostics.InputException"><c>settings/question-unknown</c>.</exception>
    public static void RefuseUnknown(CheckContext context, ParameterValues values)
    {
        foreach (var name in Names)
            foreach (var (question, _) in values.Pairs(name))
            {
                var known = context.Submissions.Forms.SelectMany(f => f.Questions).ToList();
                if (!known.Exists(q => q.Name == question || q.Path == question)) throw UnknownName.Of("question", name, question, known.Select(q => q.Name));
            }
    }

    private static string? Hint(Question question, string name)
    {
        foreach (var (header, value) in question.ExtraColumns)
            if (string.Equals(header.Trim(), name, StringComparison.OrdinalIgnoreCase)) return value.Trim();
        return null;
    }
}
