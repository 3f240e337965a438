namespace MigrationClean.Submissions.Headers;

/// <summary>How headers are compared.</summary>
internal enum HeaderMode
{
    /// <summary>Text for text.</summary>
    Exact,

    /// <summary>After R's make.names.</summary>
    MakeNames,

    /// <summary>Without case, blanks, markup.</summary>
    Folded,

    /// <summary>Letters and digits alone.</summary>
    Letters,
}

/// <summary>The keys by which headers are compared.</summary>
internal static class HeaderModes
{
    /// <summary>The key of a header.</summary>
    public static string KeyOf(this HeaderMode mode, string header) => mode switch
    {
        HeaderMode.Exact => header,
        HeaderMode.MakeNames => HeaderText.MakeNames(header),
        HeaderMode.Folded => HeaderText.Fold(header),
        _ => HeaderText.Letters(header),
    };

    /// <summary>
    /// The keys of headers in a file. One that a tool made unique counts as its base, if the prediction has that base more than once (kobo-exports §12.4).
    /// </summary>
    /// <param name="mode">How to compare.</param>
    /// <param name="headers">Headers; <see langword="null"/> for places that are settled.</param>
    /// <param name="predicted">How often the prediction has each key.</param>
    public static string?[] KeysOf(this HeaderMode mode, IReadOnlyList<string?> headers, IReadOnlyDictionary<string, int> predicted)
    {
        var keys = new string?[headers.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            if (headers[i] is not { Length: > 0 } header) continue;
            var key = mode.KeyOf(header);
            if (!predicted.ContainsKey(key))
                key = HeaderText.BeforeMadeUnique(header).Select(h => mode.KeyOf(h)).FirstOrDefault(k => predicted.GetValueOrDefault(k) > 1) ?? key;
            keys[i] = key.Length == 0 ? null : key;
        }

        return keys;
    }

    /// <summary>How often each key occurs.</summary>
    public static Dictionary<string, int> Count(IEnumerable<string?> keys)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (var key in keys)
            if (key is not null) counts[key] = counts.GetValueOrDefault(key) + 1;
        return counts;
    }
}
