using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Files;
using MigrationClean.Ingest.Cells;

namespace MigrationClean.Ingest.Xlsx;

/// <summary>A sheet as the workbook lists it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Part">Name of its part.</param>
internal sealed record WorkbookSheet(string Name, string Part);

/// <summary>What all sheets of a workbook share. Only parts that the workbook's relationships lead to are opened.</summary>
internal sealed class Workbook
{
    // Nothing in it is needed, but no part of a workbook may hold a DTD (robustness §3).
    private const string ContentTypes = "[Content_Types].xml";

    private Workbook(ZipParts parts) => Parts = parts;

    /// <summary>The archive.</summary>
    public ZipParts Parts { get; }

    /// <summary>The sheets in the workbook's order, hidden ones included; charts and macro sheets are no sheets.</summary>
    public required ImmutableArray<WorkbookSheet> Sheets { get; init; }

    /// <summary>What a cell's style says about its number.</summary>
    public required ImmutableArray<NumberKind> Styles { get; init; }

    /// <summary>The shared strings; <see langword="null"/> if there is no such part.</summary>
    public required SharedTexts? Shared { get; init; }

    /// <summary>Whether day 0 is 1904-01-01.</summary>
    public required bool Has1904Dates { get; init; }

    /// <summary>
    /// Whether a streaming writer made the workbook and no spreadsheet program has saved it since: its formulas were never worked out (kobo-exports §7.5).
    /// </summary>
    public required bool IsAsExported { get; init; }

    /// <summary>Whether dates are written with a blank, as forms have them: <c>2026-03-04 00:00:00</c>.</summary>
    public bool IsForPeople { get; private init; }

    /// <summary>Reads what sheets share.</summary>
    /// <param name="parts">The archive.</param>
    /// <param name="forPeople">See <see cref="IsForPeople"/>.</param>
    /// <exception cref="InputException">FILE-02: no workbook; FILE-04: parts are missing or broken.</exception>
    public static Workbook Open(ZipParts parts, bool forPeople = false)
    {
        if (parts.Has(ContentTypes)) PartXml.ReadThrough(parts, ContentTypes);
        var main = Relationship.Of(parts, "").FirstOrDefault(static r => r.Kind == "officeDocument")?.Target ?? "xl/workbook.xml";
        if (!parts.Has(main)) throw parts.Refused("FILE-04/workbook");

        var related = Relationship.Of(parts, main);
        var byId = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        foreach (var relationship in related) byId.TryAdd(relationship.Id, relationship);

        var sheets = ImmutableArray.CreateBuilder<WorkbookSheet>();
        var has1904 = false;
        var recalculates = false;
        using (var xml = new PartXml(parts, main))
        {
            foreach (var element in xml.Elements())
            {
                if (element.LocalName == "workbookPr") has1904 = IsTrue(element.GetAttribute("date1904"));
                else if (element.LocalName == "calcPr") recalculates = IsTrue(element.GetAttribute("fullCalcOnLoad"));
                else if (element.LocalName == "sheet" && SheetOf(element, byId, parts) is { } sheet) sheets.Add(sheet);
            }
        }

        var shared = PartOf(related, parts, "sharedStrings");
        var styles = PartOf(related, parts, "styles");
        return new(parts)
        {
            Sheets = sheets.ToImmutable(),
            Has1904Dates = has1904,
            IsForPeople = forPeople,
            IsAsExported = recalculates || shared is null,
            Styles = styles is null ? [] : NumberFormats.Read(parts, styles),
            Shared = shared is null ? null : SharedStringsPart.Read(parts, shared),
        };
    }

    private static WorkbookSheet? SheetOf(System.Xml.XmlReader element, Dictionary<string, Relationship> byId, ZipParts parts)
    {
        var id = "";
        for (var more = element.MoveToFirstAttribute(); more; more = element.MoveToNextAttribute())
            if (element.LocalName == "id" && element.Prefix.Length > 0) id = element.Value;
        element.MoveToElement();

        var name = element.GetAttribute("name") ?? "";
        if (!byId.TryGetValue(id, out var related)) throw Missing(parts, name);
        if (related.Kind != "worksheet") return null;
        return parts.Has(related.Target) ? new(name, related.Target) : throw Missing(parts, name);
    }

    private static InputException Missing(ZipParts parts, string sheet) => new("FILE-04/sheet", new() { File = parts.File, Sheet = sheet });

    private static string? PartOf(IReadOnlyList<Relationship> related, ZipParts parts, string kind) =>
        related.FirstOrDefault(r => r.Kind == kind && parts.Has(r.Target))?.Target;

    private static bool IsTrue(string? value) => value is "1" or "true" or "on";
}
