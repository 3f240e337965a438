using System.Collections.Immutable;

namespace MigrationClean.Submissions.Values;

/// <summary>Cuts the single column of a select_multiple, labels joined by one blank, into choices: all ways there are (kobo-exports §16.4).</summary>
internal static class ChosenLabels
{
    private const int MostWays = 64;
    private const int MostSteps = 20_000;

    /// <summary>The ways to cut a text, as lists of names; none if it can't be cut, or if it would take too long to tell.</summary>
    /// <param name="text">The cell.</param>
    /// <param name="written">How choices are written.</param>
    /// <param name="allowsUnknown">Whether words that are no choice may stand between, as choices that the form version does not know are written by name.</param>
    public static ImmutableArray<ImmutableArray<string>> Ways(string text, ImmutableArray<WrittenChoice> written, bool allowsUnknown)
    {
        var search = new Search(text, written, allowsUnknown);
        search.From(0, 0);
        if (search.IsTooLong) return [];
        var best = search.Found.Where(f => f.Unknown == search.FewestUnknown).Select(f => f.Names);
        return [.. best.DistinctBy(names => string.Join('\n', names), StringComparer.Ordinal)];
    }

    private sealed class Search(string text, ImmutableArray<WrittenChoice> written, bool allowsUnknown)
    {
        private readonly List<string> _names = [];
        private int _steps;

        public List<(ImmutableArray<string> Names, int Unknown)> Found { get; } = [];

        public int FewestUnknown { get; private set; } = int.MaxValue;

        public bool IsTooLong => _steps > MostSteps || Found.Count > MostWays;

        public void From(int place, int unknown)
        {
            if (++_steps > MostSteps || Found.Count > MostWays || unknown > FewestUnknown) return;
            if (place > text.Length)
            {
                Found.Add(([.. _names], unknown));
                FewestUnknown = Math.Min(FewestUnknown, unknown);
                return;
            }

            var rest = text.AsSpan(place);
            foreach (var choice in written)
            {
                // A choice is chosen once.
                if (choice.Text.Length == 0 || _names.Contains(choice.Name) || !rest.StartsWith(choice.Text, StringComparison.Ordinal)) continue;
                if (rest.Length == choice.Text.Length || rest[choice.Text.Length] == ' ') Step(choice.Name, place + choice.Text.Length + 1, unknown);
            }

            if (!allowsUnknown) return;
            var word = rest.IndexOf(' ') is >= 0 and var blank ? blank : rest.Length;
            if (word > 0) Step(rest[..word].ToString(), place + word + 1, unknown + 1);
        }

        private void Step(string name, int place, int unknown)
        {
            _names.Add(name);
            From(place, unknown);
            _names.RemoveAt(_names.Count - 1);
        }
    }
}
