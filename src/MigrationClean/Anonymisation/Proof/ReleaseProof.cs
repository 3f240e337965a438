using System.Globalization;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Diagnostics;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation.Proof;

/// <summary>What a proof looked at.</summary>
/// <param name="Values">Values that were looked for and not found, of each column by themselves.</param>
/// <param name="NotProved">Direct identifiers too short to be told from ordinary answers, and values that are words of the released questions themselves.</param>
/// <param name="Files">Files that were read.</param>
internal sealed record ProofResult(int Values, int NotProved, int Files);

/// <summary>
/// Prove, do not assume: after writing, every file of <c>share/</c> is read again, and no value of a column that must not leave may stand in it.
/// Source: anonymisation §0 and §8, numbers 6, 7, 18, 29.
/// </summary>
/// <remarks>
/// Values of direct identifiers are looked for everywhere, inside other texts as well. Those of keys, free text, files, devices and unknown columns count as a
/// whole cell of data, or as a run of words of twelve letters and more anywhere: a single word of a text may well be a word of a label.
/// </remarks>
internal sealed class ReleaseProof
{
    private const PrivacyRole NeverReleased = PrivacyRole.Direct | PrivacyRole.Linking | PrivacyRole.Text | PrivacyRole.Media;

    private readonly List<(Column Values, int Source, bool IsDirect)> _identifiers = [];
    private readonly List<string> _columns = [];
    private readonly string[] _publicTexts;
    private readonly HashSet<string> _dataFiles;
    private readonly int _threads;

    private ReleaseProof(SubmissionSet submissions, AnonymisedSubmissions released, IEnumerable<string> knownTexts, int threads)
    {
        _threads = threads;
        _dataFiles = released.Tables.Select(t => $"{t.Name}.csv").ToHashSet(StringComparer.OrdinalIgnoreCase);
        _publicTexts = [.. PublicTexts(released).Concat(knownTexts)];
        foreach (var table in submissions.Tables)
            foreach (var column in table.Columns) AddIfToLookFor(table, column, released);
    }

    /// <summary>Chooses the columns whose values must not occur, of all rows of the input. Holds those columns and nothing else of the input. O(columns).</summary>
    /// <param name="submissions">The input.</param>
    /// <param name="released">What is written.</param>
    /// <param name="knownTexts">Texts that a person writes on the release: title, controller, description.</param>
    /// <param name="threads">Most worker threads; never changes the result.</param>
    public static ReleaseProof Prepare(SubmissionSet submissions, AnonymisedSubmissions released, IEnumerable<string> knownTexts, int threads = 1) =>
        new(submissions, released, knownTexts, threads);

    /// <summary>Reads every file of the folder.</summary>
    /// <param name="folder">The written <c>share/</c>, or what will become it.</param>
    /// <exception cref="InputException">PRIV-15: a value stands in a file. Names columns and files, never the value.</exception>
    public ProofResult Prove(string folder)
    {
        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return Prove([.. files.Select(file => (Path.GetRelativePath(folder, file).Replace('\\', '/'), (Func<Stream>)(() => File.OpenRead(file))))]);
    }

    /// <summary>Reads every file, then looks which values stand in their texts. O(bytes of the files + distinct values).</summary>
    /// <param name="files">Paths relative to <c>share/</c>, with <c>/</c>, and how to open what was written.</param>
    /// <exception cref="InputException">PRIV-15: a value stands in a file. Names columns and files, never the value.</exception>
    public ProofResult Prove(IReadOnlyList<(string Path, Func<Stream> Open)> files)
    {
        var written = SideBySide.Each(_threads, [.. files.SelectMany(PartsOf)], part =>
        {
            using var content = part.Open();
            if (part.Start > 0) content.Position = part.Start;
            return WrittenFile.Read(part.Path, _dataFiles.Contains(part.Path), content, part.Length);
        });
        var beginnings = BeginningsOf(written);
        var columns = SideBySide.Each(_threads, _identifiers, c => (Values: IdentifierHashes.Of(c.Values, c.IsDirect, beginnings), c.Source, c.IsDirect));
        var index = new IdentifierIndex(columns);

        var known = FoundIn(_publicTexts, index);
        index.Remove(known);
        var ownWords = new Lazy<HashSet<ulong>>(() => FoundIn(OwnTexts(), index)); // nearly always nothing is found, and they are not needed
        var hits = new HashSet<ulong>();
        var names = new List<string>();
        foreach (var file in written)
        {
            var inFile = FoundIn(file, index);
            if (!file.IsData && inFile.Count > 0) inFile.ExceptWith(ownWords.Value); // the read-me and the codebook are in our own words
            if (inFile.Count == 0) continue;
            hits.UnionWith(inFile);
            if (!names.Contains(file.Path, StringComparer.Ordinal)) names.Add(file.Path);
        }

        return hits.Count == 0
            ? new(columns.Sum(c => c.Values.Count) - known.Count, index.TooShort + known.Count, files.Count)
            : throw Leak(hits, names, index);
    }

    private IEnumerable<(string Path, Func<Stream> Open, long Start, long Length)> PartsOf((string Path, Func<Stream> Open) file)
    {
        using var content = file.Open();
        return WrittenTexts.IsCsv(file.Path)
            ? [.. CsvParts.Of(content, _threads).Select(part => (file.Path, file.Open, part.Start, part.Length))]
            : [(file.Path, file.Open, 0, content.Length)];
    }

    private static WordBeginnings BeginningsOf(IEnumerable<WrittenFile> written)
    {
        var beginnings = new WordBeginnings();
        var folded = new FoldedText();
        foreach (var file in written)
        {
            file.ForEach((text, _) =>
            {
                folded.Fold(text);
                beginnings.Add(folded);
            });
        }

        return beginnings;
    }

    private static HashSet<ulong> FoundIn(WrittenFile file, IdentifierIndex index)
    {
        var folded = new FoldedText();
        var hits = new HashSet<ulong>();
        file.ForEach((text, isCell) =>
        {
            folded.Fold(text);
            index.Find(folded, isCell, hits);
        });
        return hits;
    }

    private static HashSet<ulong> FoundIn(IEnumerable<string> texts, IdentifierIndex index)
    {
        var folded = new FoldedText();
        var hits = new HashSet<ulong>();
        foreach (var text in texts)
        {
            folded.Fold(text);
            index.Find(folded, isCell: true, hits);
        }

        return hits;
    }

    private InputException Leak(HashSet<ulong> hits, IEnumerable<string> names, IdentifierIndex index)
    {
        var columns = hits.Select(h => _columns[index.SourceOf(h)]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new(
            "PRIV-15",
            null,
            new FindingArgument("n", hits.Count.ToString(CultureInfo.InvariantCulture)),
            new FindingArgument("columns", string.Join(", ", columns.Select(c => $"`{c}`"))),
            new FindingArgument("files", string.Join(", ", names.Select(n => $"`{n}`"))));
    }

    private void AddIfToLookFor(Table table, TableColumn column, AnonymisedSubmissions released)
    {
        var treatment = released.Treatments.FirstOrDefault(t => t.Table == table.Path && t.Column == column.Name);
        var role = treatment?.Role ?? PrivacyRole.Unknown;
        if (column.Role is ColumnRole.MediaUrl) role = PrivacyRole.Media;
        var mustNotLeave = (role & NeverReleased) != PrivacyRole.Unknown || (role == PrivacyRole.Unknown && column.Role == ColumnRole.Unknown)
            || (role == PrivacyRole.Unknown && column.Question is { } question && AnswerKinds.Of(question) is AnswerKind.Text or AnswerKind.Calculation);
        if (!mustNotLeave || column.Role == ColumnRole.Chosen) return;

        var source = _columns.Count;
        _columns.Add(table.Path is null ? column.Name : $"{table.Path}/{column.Name}");

        // Answers to a closed question are the form's words: "enough" in another column is no leak.
        var isDirect = role.HasFlag(PrivacyRole.Direct) && column.Question?.Choices is null;
        _identifiers.Add((column.Raw, source, isDirect));
        if (!ReferenceEquals(column.Raw, column.Value)) _identifiers.Add((column.Value, source, isDirect));
    }

    /// <summary>Words of the release itself: names, labels and values of released columns that a form or we gave them.</summary>
    private static IEnumerable<string> PublicTexts(AnonymisedSubmissions released)
    {
        foreach (var column in released.Tables.SelectMany(t => t.Columns))
        {
            yield return column.Name;
            if (column.Choice is { } choice) yield return choice;
            foreach (var (_, text) in column.Label.All) yield return text;
            foreach (var (value, label) in column.ValueLabels)
            {
                yield return value;
                foreach (var (_, text) in label.All) yield return text;
            }
        }
    }

    private static IEnumerable<string> OwnTexts() =>
        from language in Enum.GetValues<Language>()
        let messages = Messages.For(language)
        from key in messages.Keys
        from part in messages.PartsOf(key)
        select messages.Template(key, part);
}
