using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest;

namespace MigrationClean.Forms;

/// <summary>The files in the folder of a form that its lists and expressions name: CSV, XML (<c>root/item</c>) and GeoJSON. Read when first asked for.</summary>
/// <remarks>Only files whose name the form gives are opened, and only in the form's own folder. Source: xlsform §3.</remarks>
internal sealed class AttachedTables(string? folder)
{
    private const long LargestFile = 64L << 20;

    private static readonly string[] Endings = ["", ".csv", ".xml", ".geojson"];

    private readonly ConcurrentDictionary<string, AttachedTable?> _tables = new(StringComparer.Ordinal);

    /// <summary>No folder, no files: a form from standard input.</summary>
    public static AttachedTables None { get; } = new(null);

    /// <summary>The table of a name with or without ending; <see langword="null"/> if there is no such file.</summary>
    /// <exception cref="InputException">FILE-01 to FILE-06: it is there and can't be read.</exception>
    public AttachedTable? Find(string name) => _tables.GetOrAdd(name, Read);

    private AttachedTable? Read(string name)
    {
        if (folder is null || name.Length == 0 || name != Path.GetFileName(name)) return null;
        foreach (var ending in Endings)
        {
            var path = Path.Combine(folder, name + ending);
            if (!File.Exists(path) || new FileInfo(path).Length > LargestFile) continue;
            return Path.GetExtension(path).ToLowerInvariant() switch
            {
                ".csv" => FromCsv(path),
                ".xml" => FromXml(path),
                ".geojson" => FromGeoJson(path),
                _ => null,
            };
        }

        return null;
    }

    private static AttachedTable FromCsv(string path)
    {
        var grid = GridReader.Read(InputFile.FromPath(path))[0];
        return new(Path.GetFileName(path), grid.Headers, [.. grid.Rows.Select(r => r.Cells)]);
    }

    private static AttachedTable FromXml(string path)
    {
        var rows = new List<Dictionary<string, string>>();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true, IgnoreWhitespace = true, MaxCharactersInDocument = LargestFile };
        try
        {
            using var stream = File.OpenRead(path);
            using var xml = XmlReader.Create(stream, settings);
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element) continue;
                if (xml.Depth == 1) rows.Add(new(StringComparer.Ordinal));
                else if (xml.Depth == 2 && rows.Count > 0 && !xml.IsEmptyElement) rows[^1][xml.LocalName] = ReadCell(xml);
            }
        }
        catch (XmlException)
        {
            throw new InputException("FILE-04/attached", new() { File = Path.GetFileName(path) });
        }

        return Table(path, rows);
    }

    // Leaves the reader at the end of the cell, so that the next one is not skipped.
    private static string ReadCell(XmlReader xml)
    {
        using var cell = xml.ReadSubtree();
        cell.Read();
        return cell.ReadElementContentAsString();
    }

    private static AttachedTable FromGeoJson(string path)
    {
        var rows = new List<Dictionary<string, string>>();
        try
        {
            using var stream = File.OpenRead(path);
            using var json = JsonDocument.Parse(stream);
            foreach (var feature in json.RootElement.GetProperty("features").EnumerateArray())
            {
                var row = new Dictionary<string, string>(StringComparer.Ordinal);
                if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
                    foreach (var property in properties.EnumerateObject()) row[property.Name] = property.Value.ToString();
                if (feature.TryGetProperty("id", out var id)) row["id"] = id.ToString();
                if (feature.TryGetProperty("geometry", out var geometry) && Geometry(geometry) is { } text) row["geometry"] = text;
                rows.Add(row);
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException("FILE-04/attached", new() { File = Path.GetFileName(path) });
        }

        return Table(path, rows);
    }

    /// <summary>A point as forms write it; other shapes are left out.</summary>
    private static string? Geometry(JsonElement geometry)
    {
        if (geometry.ValueKind != JsonValueKind.Object || !geometry.TryGetProperty("type", out var type) || type.GetString() != "Point") return null;
        var place = geometry.GetProperty("coordinates");
        return place.GetArrayLength() < 2 ? null : $"{place[1].GetRawText()} {place[0].GetRawText()} 0 0";
    }

    private static AttachedTable Table(string path, List<Dictionary<string, string>> rows)
    {
        var columns = rows.SelectMany(r => r.Keys).Distinct(StringComparer.Ordinal).ToImmutableArray();
        return new(Path.GetFileName(path), columns, [.. rows.Select(r => columns.Select(c => r.GetValueOrDefault(c, "")).ToImmutableArray())]);
    }
}
