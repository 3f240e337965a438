using MigrationClean.Files;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>A relationship of a part: what it points to and what for.</summary>
/// <param name="Id">Its id, e.g. <c>rId1</c>.</param>
/// <param name="Kind">The last word of its type, e.g. <c>worksheet</c>: the same in both namespaces of the format.</param>
/// <param name="Target">Full name of a part; outside targets as they stand.</param>
/// <param name="IsOutside">Whether the target is not a part.</param>
internal sealed record Relationship(string Id, string Kind, string Target, bool IsOutside)
{
    /// <summary>The relationships of a part; empty if it has none.</summary>
    /// <param name="parts">The archive.</param>
    /// <param name="part">Name of the part; empty for the archive itself.</param>
    public static IReadOnlyList<Relationship> Of(ZipParts parts, string part)
    {
        var slash = part.LastIndexOf('/');
        var folder = part[..(slash + 1)];
        var name = $"{folder}_rels/{part[(slash + 1)..]}.rels";
        if (!parts.Has(name)) return [];

        var relationships = new List<Relationship>();
        using var xml = new PartXml(parts, name);
        foreach (var element in xml.Elements())
        {
            if (element.LocalName != "Relationship") continue;
            var outside = string.Equals(element.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase);
            var target = element.GetAttribute("Target") ?? "";
            var type = element.GetAttribute("Type") ?? "";
            relationships.Add(new(element.GetAttribute("Id") ?? "", type[(type.LastIndexOf('/') + 1)..], outside ? target : Resolve(folder, target), outside));
        }

        return relationships;
    }

    private static string Resolve(string folder, string target)
    {
        target = target.Replace('\\', '/');
        if (target.StartsWith('/')) return target.TrimStart('/');
        var steps = new List<string>(folder.Split('/', StringSplitOptions.RemoveEmptyEntries));
        foreach (var step in target.Split('/'))
        {
            if (step == ".." && steps.Count > 0) steps.RemoveAt(steps.Count - 1);
            else if (step is not ("." or ".." or "")) steps.Add(step);
        }

        return string.Join('/', steps);
    }
}
