using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Submissions.Layouts;

namespace MigrationClean.Submissions.Rows;

/// <summary>The form version that each submission was collected with (kobo-exports §8.1).</summary>
internal sealed class FormVersions
{
    private FormVersions(int[] formOfRow, bool[] isKnown)
    {
        FormOfRow = formOfRow;
        IsKnown = isKnown;
    }

    /// <summary>Index of the version of each row; 0, the newest, where none is named or known.</summary>
    public int[] FormOfRow { get; }

    /// <summary>Whether the row names a version that was given.</summary>
    public bool[] IsKnown { get; }

    /// <summary>The newest version that any column with a version of a submission names.</summary>
    public static FormVersions Of(ExportSheet main, ImmutableArray<Form> forms)
    {
        var formOfRow = new int[main.Sheet.RowCount];
        var isKnown = new bool[formOfRow.Length];
        Array.Fill(formOfRow, int.MaxValue);
        for (var i = 0; i < main.Sheet.Columns.Length; i++)
        {
            if (!HoldsVersions(main.ServerNames[i] ?? main.Sheet.Headers[i])) continue;
            var column = main.Sheet.Columns[i];
            var formOfCode = Enumerable.Range(0, column.ValueCount).Select(code => code == 0 ? -1 : IndexOf(forms, column.Text(code))).ToArray();
            var codes = column.CodesOfAllRows();
            for (var row = 0; row < codes.Length; row++)
                if (formOfCode[codes[row]] is >= 0 and var form) formOfRow[row] = Math.Min(formOfRow[row], form);
        }

        for (var row = 0; row < formOfRow.Length; row++)
        {
            isKnown[row] = formOfRow[row] != int.MaxValue;
            if (!isKnown[row]) formOfRow[row] = 0;
        }

        return new(formOfRow, isKnown);
    }

    /// <summary>
    /// The same, corrected by what the rows show: a row whose version is not given, or that shows what its version can't have (it was edited under a newer
    /// one), belongs to the newest version that explains it.
    /// </summary>
    /// <param name="main">KoBo's main sheet.</param>
    /// <param name="forms">How many versions there are.</param>
    /// <param name="isBlank">Whether a text stands for a blank cell.</param>
    public FormVersions Corrected(AlignedSheet main, int forms, Func<string, bool> isBlank)
    {
        if (forms == 1 || FormOfRow.Length == 0) return this;
        var evidence = VersionEvidence.Of(main, forms, isBlank);
        var (formOfRow, isNamed) = (FormOfRow.ToArray(), IsKnown.ToArray());
        NameById(main.Source, forms, evidence, formOfRow, isNamed);
        // An export of the latest version alone formats all rows by it, so that none shows its own version: the ids count.
        var older = Enumerable.Range(0, formOfRow.Length).Where(row => isNamed[row] && formOfRow[row] > 0).ToList();
        var isLatestOnly = older.Count > 0 && older.All(row => !evidence.IsPossible(formOfRow[row], row));
        var moved = isLatestOnly ? AnsweredWhereMoved(main, forms) : null;
        for (var row = 0; row < formOfRow.Length; row++)
        {
            var named = formOfRow[row];
            if (isLatestOnly && isNamed[row])
            {
                if (named > 0 && moved![named][row]) formOfRow[row] = 0;
                continue;
            }

            if (isNamed[row] && evidence.IsPossible(named, row)) continue;
            var limit = isNamed[row] ? named : forms;
            formOfRow[row] = Enumerable.Range(0, limit).Where(f => evidence.IsPossible(f, row)).DefaultIfEmpty(named).First();
        }

        return new(formOfRow, IsKnown);
    }

    /// <summary>The same for KoBo's JSON: rows whose id no form names have the newest version whose paths their answers stand under.</summary>
    public FormVersions CorrectedByPaths(AlignedSheet main, int forms)
    {
        if (forms == 1 || FormOfRow.Length == 0 || IsKnown.All(known => known)) return this;
        var (formOfRow, isNamed) = (FormOfRow.ToArray(), IsKnown.ToArray());
        NameById(main.Source, forms, VersionEvidence.OfPaths(main, forms), formOfRow, isNamed);
        return new(formOfRow, isNamed);
    }

    /// <summary>Ids that no form names (an XLSForm does not hold KoBo's): all rows of an id have one version, the newest that explains most of them.</summary>
    private static void NameById(ExportSheet main, int forms, VersionEvidence evidence, int[] formOfRow, bool[] isNamed)
    {
        if (main.Server("__version__") is not { } ids) return;
        var explained = new int[ids.ValueCount, forms];
        for (var row = 0; row < formOfRow.Length; row++)
            for (var f = 0; f < forms && !isNamed[row]; f++)
                if (evidence.IsPossible(f, row)) explained[ids.CodeAt(row), f]++;

        int[] best = [.. Enumerable.Range(0, ids.ValueCount).Select(id => Enumerable.Range(0, forms).MaxBy(f => explained[id, f]))];
        for (var row = 0; row < formOfRow.Length; row++)
        {
            if (isNamed[row] || ids.CodeAt(row) is not (> 0 and var id)) continue;
            formOfRow[row] = best[id];
            isNamed[row] = true;
        }
    }

    /// <summary>For each older version the rows with an answer to a question that the newest version has elsewhere: stored there, so edited under the newest.</summary>
    private static bool[][] AnsweredWhereMoved(AlignedSheet main, int forms)
    {
        var moved = Enumerable.Range(0, forms).Select(_ => new bool[main.Source.Sheet.RowCount]).ToArray();
        for (var i = 0; i < main.Columns.Length; i++)
        {
            if (main.Columns[i].Column is not { Role: ColumnRole.Answer, Question: var question } || question.ByForm[0] is not { } newest) continue;
            for (var f = 1; f < forms; f++)
            {
                if (question.ByForm[f] is not { } old || old.Path == newest.Path) continue;
                for (var row = 0; row < moved[f].Length; row++) moved[f][row] |= main.Source.Sheet.Columns[i].CodeAt(row) != 0;
            }
        }

        return moved;
    }

    /// <summary>The forms, newest first: by the submissions' own times where versions are told by them, else by number, else as given.</summary>
    public static ImmutableArray<Form> NewestFirst(IReadOnlyList<Form> forms, IEnumerable<ExportSheet> mains)
    {
        if (forms.Count == 1) return [.. forms];
        if (forms.All(f => f.Version is { Length: > 0 } v && v.All(char.IsAsciiDigit)))
            return [.. forms.OrderByDescending(f => f.Version!.TrimStart('0').Length).ThenByDescending(f => f.Version!.TrimStart('0'), StringComparer.Ordinal)];

        var first = new byte[]?[forms.Count];
        ImmutableArray<Form> given = [.. forms];
        foreach (var main in mains)
        {
            if ((main.Server("__version__") ?? main.Server("_version") ?? main.Server("FormVersion")) is not { } versions) continue;
            if ((main.Server("_submission_time") ?? main.Server("SubmissionDate")) is not { } times) continue;
            var formOfCode = Enumerable.Range(0, versions.ValueCount).Select(code => IndexOf(given, versions.Text(code))).ToArray();
            for (var row = 0; row < versions.RowCount; row++)
            {
                if (formOfCode[versions.CodeAt(row)] is not (>= 0 and var form) || times.CodeAt(row) is not (> 0 and var time)) continue;
                if (first[form] is not { } earliest || times.Utf8(time).SequenceCompareTo(earliest) < 0) first[form] = times.Utf8(time).ToArray();
            }
        }

        // A version that nobody used keeps its place: there is no evidence against the order given.
        if (first.Any(t => t is null)) return given;
        return [.. Enumerable.Range(0, forms.Count).OrderByDescending(i => Convert.ToHexString(first[i]!), StringComparer.Ordinal).Select(i => forms[i])];
    }

    private static bool HoldsVersions(string name) => name.Contains("_version_", StringComparison.Ordinal) || name is "_version" or "FormVersion" or "formdef_version";

    private static int IndexOf(ImmutableArray<Form> forms, string version)
    {
        for (var f = 0; f < forms.Length; f++)
            if (forms[f].Version == version || forms[f].VersionIds.Contains(version, StringComparer.Ordinal)) return f;
        return -1;
    }
}
