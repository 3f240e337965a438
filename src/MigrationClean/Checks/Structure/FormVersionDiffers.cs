using System.Collections.Frozen;
using System.Globalization;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Structure;

/// <summary>Submissions were collected with a version of the form that was not given.</summary>
/// <remarks>
/// One finding a version and sheet, with the number of its submissions. KoBo names versions by ids that only its own form file (asset
/// JSON) carries: where no form given has one, the ids cannot be compared, and only a mixture of versions is reported. Source: cleaning
/// §4.1.
/// </remarks>
internal sealed class FormVersionDiffers : SubmissionCheck
{
    private const int KoboIdLength = 22;

    private static readonly string[] Names = ["__version__", "_version_", "FormVersion", "formVersion", "formdef_version"];

    /// <inheritdoc/>
    public override CheckId Id => new("ID-05", "form-version-differs");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        var main = context.Submissions.Main;
        if (main.RowCount == 0) return [];
        var known = KnownVersions(context.Submissions);
        if (Names.Select(main.Find).OfType<TableColumn>().FirstOrDefault() is not { } column)
        {
            context.NotJudged(Id, null, "no-version-column", main.RowCount);
            return [];
        }

        var unknown = Counted(main, column).Where(v => !known.Contains(v.Version)).ToList();
        var comparable = unknown.Where(v => IsOther(v.Version, known)).ToList();
        var others = unknown.Except(comparable).ToList();
        if (others.Count > 0) context.NotJudged(Id, null, "version-ids-unknown", others.Sum(v => v.Rows));

        var mixed = others.Select(v => v.Version).Distinct(StringComparer.Ordinal).Count() > 1 ? others : [];
        return comparable.Select(v => Said(context, column, v, null)).Concat(mixed.Select(v => Said(context, column, v, "several")));
    }

    /// <summary>
    /// By row of the main table: whether a submission names a version that was certainly not given. What the form's logic says of it may be the
    /// other version's doing (xlsform §11). Empty = none.
    /// </summary>
    internal static bool[] RowsOfOtherVersions(SubmissionSet submissions)
    {
        if (Names.Select(submissions.Main.Find).OfType<TableColumn>().FirstOrDefault() is not { } column) return [];
        var known = KnownVersions(submissions);
        var isOther = new bool[column.Value.ValueCount];
        for (var code = 1; code < isOther.Length; code++) isOther[code] = IsOther(column.Value.Text(code), known);
        return isOther.Contains(true) ? [.. column.Value.CodesOfAllRows().Select(code => isOther[code])] : [];
    }

    private static FrozenSet<string> KnownVersions(SubmissionSet submissions) => submissions.Forms
        .SelectMany(f => f.Version is null ? f.VersionIds : f.VersionIds.Add(f.Version))
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a version can be compared with those that are known, and is none of them.</summary>
    private static bool IsOther(string version, FrozenSet<string> known) =>
        known.Count > 0 && !known.Contains(version) && (!IsKoboId(version) || known.Any(IsKoboId));

    private static bool IsKoboId(string version) => version.Length == KoboIdLength && version[0] == 'v' && version.All(char.IsAsciiLetterOrDigit);

    /// <summary>Versions by sheet with their rows and the first of them, in order of the sheets and of the version's text.</summary>
    private static IEnumerable<(string Version, int Rows, int FirstRow)> Counted(Table main, TableColumn column)
    {
        foreach (var segment in main.Segments)
        {
            var codes = new int[segment.RowCount];
            column.Value.CopyCodes(segment.FirstRow, codes);
            var (rows, firsts) = (new int[column.Value.ValueCount], new int[column.Value.ValueCount]);
            for (var i = codes.Length - 1; i >= 0; i--)
            {
                rows[codes[i]]++;
                firsts[codes[i]] = segment.FirstRow + i;
            }

            // Equal texts may stand under several codes.
            var versions = Enumerable.Range(1, rows.Length - 1).Where(code => rows[code] > 0).GroupBy(column.Value.Text, StringComparer.Ordinal);
            foreach (var version in versions.OrderBy(g => g.Key, StringComparer.Ordinal))
                yield return (version.Key, version.Sum(code => rows[code]), version.Min(code => firsts[code]));
        }
    }

    private Finding Said(CheckContext context, TableColumn column, (string Version, int Rows, int FirstRow) counted, string? variant)
    {
        var main = context.Submissions.Main;
        return new()
        {
            Check = Id,
            Severity = Severity,
            Location = main.LocationOf(counted.FirstRow, column) with { Row = null, Line = null },
            Variant = variant,
            Arguments =
            [
                new("version", counted.Version),
                new("n", counted.Rows.ToString(CultureInfo.InvariantCulture)),
                new("forms", string.Join(", ", context.Submissions.Forms.Select(f => f.Source))),
            ],
        };
    }
}
