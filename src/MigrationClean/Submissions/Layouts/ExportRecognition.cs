using System.Collections.Immutable;
using MigrationClean.Ingest;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Layouts;

/// <summary>Tells from its headers which server made an export, and which of its sheets is the main one (kobo-exports §15).</summary>
internal static class ExportRecognition
{
    /// <summary>Recognises one input.</summary>
    /// <param name="raw">The input as read.</param>
    /// <param name="input">Its index.</param>
    public static Export Of(RawExport raw, int input)
    {
        Sheet[] filled = [.. raw.Sheets.Where(s => !s.Headers.IsEmpty)];
        if (raw.Kind == ContainerKind.Json) return Json(filled, input);

        var isCentral = filled.Any(s => Names(s, central: true) is var names && names.Contains("KEY") && !names.Contains("_uuid"));
        var named = filled.Select(s => (Sheet: s, Names: Names(s, isCentral))).ToList();
        if (filled.Length > 1)
            named.RemoveAll(s => s.Names.All(n => n is null));
        if (named.Count == 0 && filled.Length > 0) named.Add((filled[0], Names(filled[0], isCentral)));

        var parent = isCentral ? "PARENT_KEY" : ServerColumns.ParentIndex;
        var main = named.FindIndex(s => !s.Names.Contains(parent) || (!isCentral && IsLegacyMain(s.Sheet, s.Names)));
        var family = FamilyOf([.. named.Select(s => s.Names)], named.Count == 0 ? [] : named[Math.Max(main, 0)].Names, isCentral);
        var isMain = named.Select((_, i) => i == main).ToArray();
        // A second sheet without parents is nobody's child.
        Sheet[] kept = [.. named.Where((s, i) => isMain[i] || s.Names.Contains(parent)).Select(s => s.Sheet)];
        // Points alone are the legacy exporter's delimiter; the X before an underscore is R's.
        var byR = named.Any(s => s.Sheet.Headers.Zip(s.Names).Any(h => h.Second is not null && h.First.StartsWith("X_", StringComparison.Ordinal)));
        var sheets = named
            .Select((s, i) => Of(s.Sheet, s.Names, isMain[i], input))
            .Where(s => kept.Contains(s.Sheet))
            .OrderBy(s => s.IsMain ? 0 : 1)
            .ToImmutableArray();
        ImmutableArray<string> blankWords =
        [
            .. family is ExportFamily.L or ExportFamily.O && raw.Kind != ContainerKind.Workbook ? ["n/a"] : Array.Empty<string>(),
            .. byR ? ["NA"] : Array.Empty<string>(),
        ];
        return new()
        {
            Family = family,
            IsRewritten = byR || (family == ExportFamily.K && raw is { Kind: ContainerKind.Csv, Separator: not (';' or null) }),
            BlankWords = blankWords,
            Sheets = family is ExportFamily.L or ExportFamily.O && sheets.Length == 1 ? FlattenedRepeats.Unfold(sheets[0], blankWords, byR) : sheets,
            Strange = [.. filled.Where(s => !kept.Contains(s))],
        };
    }

    /// <summary>A sheet with its server columns told from the others.</summary>
    public static ExportSheet Of(Sheet sheet, ImmutableArray<string?> names, bool isMain, int input) => new()
    {
        Sheet = sheet,
        IsMain = isMain,
        ServerNames = names,
        Headers = [.. sheet.Headers.Select((h, i) => names[i] is null && Clean(h, i) is { Length: > 0 } header ? header : null)],
        Input = input,
    };

    /// <summary>The server's name of each column.</summary>
    public static ImmutableArray<string?> Names(Sheet sheet, bool central) =>
        [.. sheet.Headers.Select((h, i) => central ? ServerColumns.OfCentral(Clean(h, i)) : ServerColumns.OfKobo(Clean(h, i)))];

    private static string Clean(string header, int position) => position == 0 ? HeaderText.WithoutMark(header) : header;

    private static Export Json(Sheet[] sheets, int input) => new()
    {
        Family = ExportFamily.J,
        IsRewritten = false,
        Sheets = [.. sheets.Select((s, i) => Of(s, Names(s, central: false), s.ParentRows is null && i == 0, input))],
    };

    /// <summary>The legacy exporter and Ona give the main sheet a parent too: −1.</summary>
    private static bool IsLegacyMain(Sheet sheet, ImmutableArray<string?> names)
    {
        var parents = sheet.Columns[names.IndexOf(ServerColumns.ParentIndex)];
        return names.Contains("_uuid") && !names.Any(IsOfSubmission)
            && Enumerable.Range(1, parents.ValueCount - 1).All(code => parents.Utf8(code).SequenceEqual("-1"u8));
    }

    private static ExportFamily FamilyOf(ImmutableArray<ImmutableArray<string?>> all, ImmutableArray<string?> main, bool isCentral)
    {
        if (isCentral) return all.Any(names => names.Contains("SubmitterID")) ? ExportFamily.C : ExportFamily.B;
        if (all.Any(names => names.Any(IsOfSubmission))) return ExportFamily.K;
        if (main.Contains(ServerColumns.ParentIndex) && main.Contains(ServerColumns.ParentTable))
            return main.Contains("_xform_id") || main.Contains("_duration") ? ExportFamily.O : ExportFamily.L;
        if (main.Contains("_xform_id") || main.Contains("_duration")) return ExportFamily.O;
        return main.Contains("meta/instanceID") && main.Contains("_uuid") && !main.Contains("_id") ? ExportFamily.L : ExportFamily.K;
    }

    private static bool IsOfSubmission(string? name) =>
        name is not (null or "_submission_time") && name.StartsWith(ServerColumns.OfSubmission, StringComparison.Ordinal);
}
