using System.Text;

namespace MigrationClean.Writing.Corrected;

/// <summary>A member of a JSON object, or an element of a list, where its key does not matter.</summary>
/// <param name="Start">Offset of its key, or of the element.</param>
/// <param name="KeyEnd">Offset behind the key; the same as <paramref name="Start"/> in a list.</param>
/// <param name="End">Offset behind the value.</param>
/// <param name="Goes">Whether the copy does not have it.</param>
internal readonly record struct JsonPiece(long Start, long KeyEnd, long End, bool Goes);

/// <summary>Takes pieces out of a JSON object or list together with the commas and blanks that belong to them, and puts new ones behind the last.</summary>
internal static class JsonRuns
{
    /// <summary>What changes in an object or list.</summary>
    /// <param name="pieces">All its pieces in order.</param>
    /// <param name="inside">Offset behind the opening bracket.</param>
    /// <param name="added">New members as they are written, key and all, without commas.</param>
    /// <param name="separator">What stands between two pieces: a comma and blanks.</param>
    public static IEnumerable<Splice> Of(IReadOnlyList<JsonPiece> pieces, long inside, IReadOnlyList<string> added, string separator)
    {
        var lastKept = -1;
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].Goes) lastKept = i;
            if (!pieces[i].Goes || (i > 0 && pieces[i - 1].Goes)) continue;
            var next = i;
            while (next < pieces.Count && pieces[next].Goes) next++;

            // Behind a kept piece its comma goes along; at the beginning the comma of the last one that goes.
            var from = i == 0 ? pieces[0].Start : pieces[i - 1].End;
            var to = i == 0 && next < pieces.Count ? pieces[next].Start : pieces[next - 1].End;
            yield return new(from, to, []);
        }

        if (added.Count == 0) yield break;
        var at = lastKept >= 0 ? pieces[lastKept].End : pieces.Count > 0 ? pieces[0].Start : inside;
        yield return new(at, at, Encoding.UTF8.GetBytes((lastKept >= 0 ? separator : "") + string.Join(separator, added)));
    }
}
