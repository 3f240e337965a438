using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MigrationClean.Checks;
using MigrationClean.Checks.Settings;
using MigrationClean.Forms;

namespace MigrationClean.Monitoring;

/// <summary>Draws interviews to be checked: of each enumerator a share, more where something stands out, one at least.</summary>
/// <remarks>
/// By the order of a hash of seed and submission key: the same interviews whatever the order of the export, and nobody can choose theirs to be left out.
/// </remarks>
internal static class Draw
{
    /// <summary>The interviews drawn, by unit and key.</summary>
    /// <param name="context">The submissions; the settings of BCK-02 say how many.</param>
    /// <param name="units">Units with the interviews to draw from.</param>
    /// <param name="acts">Names of units of which something calls for action.</param>
    public static ImmutableArray<Drawn> Of(CheckContext context, UnitSet units, IReadOnlySet<string> acts)
    {
        var values = context.Settings.Of(AllChecks.Find("BCK-02")!);
        var hasSound = context.Submissions.Forms.SelectMany(f => f.Questions).Any(q => q.Type is QuestionType.BackgroundAudio or QuestionType.Audio);
        var drawn = ImmutableArray.CreateBuilder<Drawn>();
        foreach (var kind in hasSound ? (string[])["call", "listen"] : ["call"])
            for (var unit = 0; unit < units.Names.Length; unit++)
                drawn.AddRange(OfUnit(context, values, units.Names[unit], units.Interviews[unit], kind, acts.Contains(units.Names[unit])));
        return drawn.ToImmutable();
    }

    private static IEnumerable<Drawn> OfUnit(CheckContext context, ParameterValues values, string name, int[] rows, string kind, bool standsOut)
    {
        string[] keys = [.. rows.Select(context.Submissions.Main.SubmissionIdOf).OfType<string>().Distinct(StringComparer.Ordinal)];
        var share = values.Number(standsOut ? "draw_share_act" : "draw_share");
        var count = Math.Min(keys.Length, Math.Max(1, (int)Math.Ceiling((share * keys.Length) - 1e-9)));
        return keys.OrderBy(key => Hash($"{values.Whole("seed")}\u001F{kind}\u001F{key}"), StringComparer.Ordinal).Take(count).Order(StringComparer.Ordinal)
            .Select(key => new Drawn(name, key, kind));
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
