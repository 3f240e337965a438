using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Settings;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Outliers;

/// <summary>A limit as it is written.</summary>
/// <param name="Name">The setting, or the column of the form.</param>
/// <param name="Text">A number or an expression.</param>
/// <param name="IsSetting">Whether the settings say it, and not the form.</param>
internal readonly record struct WrittenLimit(string Name, string Text, bool IsSetting)
{
    /// <summary>The number, where it is the same in every row.</summary>
    public double? Number =>
        double.TryParse(Text.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
}

/// <summary>The texts of a question's limits: those of the settings, else of the form's extra columns.</summary>
internal static class QuestionLimits
{
    /// <summary>Names of the limits: settings and columns of the form alike, the graver first.</summary>
    public static ImmutableArray<string> Names { get; } = ["hard_min", "hard_max", "soft_min", "soft_max"];

    /// <summary>Whether a limit is the form's business: beyond it an answer is an error.</summary>
    public static bool IsHard(string name) => name.StartsWith("hard", StringComparison.Ordinal);

    /// <summary>Whether answers below it are told; else those above.</summary>
    public static bool IsLowest(string name) => name.EndsWith("min", StringComparison.Ordinal);

    /// <summary>The limits of a question, the graver first.</summary>
    public static IEnumerable<WrittenLimit> Of(Question question, ParameterValues values)
    {
        foreach (var name in Names)
        {
            var given = values.Pairs(name).Where(p => p.First == question.Name || p.First == question.Path).Select(p => p.Second).LastOrDefault();
            if ((given ?? Hint(question, name)) is { Length: > 0 } text) yield return new(name, text, given is not null);
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
