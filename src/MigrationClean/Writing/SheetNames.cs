using System.Globalization;

namespace MigrationClean.Writing;

/// <summary>Names of sheets by Excel's rules: 1–31 UTF-16 units, none of <c>: \ / ? * [ ]</c>, no apostrophe at the ends, not History, unique without case.</summary>
internal sealed class SheetNames
{
    private const int MostUnits = 31;
    private static readonly char[] Forbidden = [':', '\\', '/', '?', '*', '[', ']'];

    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A name that is allowed and free, as near to <paramref name="wanted"/> as may be; taken from then on.</summary>
    public string Take(string wanted)
    {
        var units = wanted.Select(c => Array.IndexOf(Forbidden, c) >= 0 || char.IsControl(c) ? '_' : c).ToArray();
        var name = Cut(new string(units).Trim('\'', ' '), MostUnits);
        if (name.Length == 0 || name.Equals("History", StringComparison.OrdinalIgnoreCase)) name = $"{name}_";

        var free = name;
        for (var n = 2; !_taken.Add(free); n++)
        {
            var suffix = $"_{n.ToString(CultureInfo.InvariantCulture)}";
            free = Cut(name, MostUnits - suffix.Length) + suffix;
        }

        return free;
    }

    private static string Cut(string name, int most)
    {
        if (name.Length <= most) return name;
        var length = char.IsHighSurrogate(name[most - 1]) ? most - 1 : most;
        return name[..length].TrimEnd('\'', ' ');
    }
}
