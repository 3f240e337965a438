using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Cli.Terminal;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;
using MigrationClean.Writing;

namespace MigrationClean.Cli.Arguments;

/// <summary>A closed set of words and what they mean.</summary>
internal sealed class Words<T>
    where T : struct
{
    // Not an array of pairs: pairs of so many types would each be compiled at every start.
    private readonly T[] _values;

    public Words(params ReadOnlySpan<(string Word, T Value)> pairs)
    {
        var words = new string[pairs.Length];
        _values = new T[pairs.Length];
        for (var i = 0; i < pairs.Length; i++) (words[i], _values[i]) = pairs[i];
        All = [.. words];
    }

    /// <summary>The words, in order.</summary>
    public ImmutableArray<string> All { get; }

    /// <summary>The meaning of a word that is one of them; <see langword="null"/> for none.</summary>
    public T? Find(string? word) => word is not null && All.IndexOf(word) is >= 0 and var at ? _values[at] : null;

    /// <summary>The word of a meaning.</summary>
    public string Of(T value) => All[Array.IndexOf(_values, value)];
}

/// <summary>The closed sets of the command line and the settings. Never translated.</summary>
internal static class Words
{
    public static Words<ReleaseLevel> Levels { get; } = new(("internal", ReleaseLevel.Internal), ("partner", ReleaseLevel.Partner), ("public", ReleaseLevel.Public));

    public static Words<CsvGuard> Guards { get; } = new(("on", CsvGuard.On), ("off", CsvGuard.Off), ("strict", CsvGuard.Strict));

    public static Words<bool> LineEnds { get; } = new(("lf", false), ("crlf", true));

    public static Words<ColourChoice> Colours { get; } = new(("auto", ColourChoice.Auto), ("always", ColourChoice.Always), ("never", ColourChoice.Never));

    public static Words<Language> Languages { get; } = new(("en", Language.English), ("ru", Language.Russian), ("ky", Language.Kyrgyz));

    public static Words<Severity> Severities { get; } =
        new(("error", Severity.Error), ("warning", Severity.Warning), ("notice", Severity.Notice), ("info", Severity.Info));

    public static Words<DialectChoice> Dialects { get; } = new(
        ("auto", DialectChoice.Auto), ("javarosa", DialectChoice.JavaRosa), ("enketo", DialectChoice.Enketo), ("both", DialectChoice.Both));

    public static Words<ResultType> ResultTypes { get; } =
        new(("number", ResultType.Number), ("string", ResultType.Text), ("boolean", ResultType.Boolean), ("date", ResultType.Date));

    /// <summary>Formats of the report.</summary>
    public static ImmutableArray<string> ReportFormats { get; } = ["text", "json", "sarif", "junit", "github"];

    /// <summary>Formats of the supervisor's view.</summary>
    public static ImmutableArray<string> MonitorFormats => Reporting.MonitorFormats.Names;

    /// <summary>Formats of data in the contract.</summary>
    public static ImmutableArray<string> DataFormats { get; } =
        ["csv", "xlsx", "ndjson", "json", "sav", "zsav", "dta", "parquet", "datapackage", "ddi", "csvw", "hxl", "ro-crate"];
}
