using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;

namespace MigrationClean.Cli.Arguments;

/// <summary>Reads the values of options: the line's, else the environment's. What is wrong is refused in our words.</summary>
internal sealed class Line(ParseResult result, IReadOnlyDictionary<string, string> environment)
{
    /// <summary>The value given, or <see langword="null"/>: then the settings decide.</summary>
    public string? One(ValueOption option)
    {
        var values = Values(option);
        if (values.Length > 1) throw UsageMistake.Of("given-twice", ("option", option.Name));
        return values.IsEmpty ? null : values[0];
    }

    /// <summary>All values given, lists taken apart; empty if none.</summary>
    public ImmutableArray<string> Many(ValueOption option) => Values(option);

    /// <summary>A value of a closed set, or <see langword="null"/>.</summary>
    public T? OneOf<T>(ValueOption option, Words<T> words)
        where T : struct => One(option) is { } word ? words.Find(word) : null;

    /// <summary>A whole number within bounds, or <see langword="null"/>.</summary>
    public int? Whole(ValueOption option, int least, int most)
    {
        if (One(option) is not { } text) return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        throw UsageMistake.Of("not-a-number", ("option", option.Name), ("typed", text), ("least", $"{least}"), ("most", $"{most}"));
    }

    /// <summary>A date or an instant in ISO 8601, or <see langword="null"/>. Without an offset it is UTC.</summary>
    public DateTimeOffset? Instant(ValueOption option)
    {
        if (One(option) is not { } text) return null;
        string[] formats = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"];
        return DateTimeOffset.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw UsageMistake.Of("not-an-instant", ("option", option.Name), ("typed", text));
    }

    /// <summary>Whether a switch is on.</summary>
    public bool Is(Switch option) => Count(option) > 0 || IsOnInEnvironment(option);

    /// <summary>How often a switch stands on the line: <c>-qq</c> is two.</summary>
    public int Count(Switch option) => result.GetResult(option) is { Implicit: false } found ? found.IdentifierTokenCount : 0;

    /// <summary>Whether the line itself, not the environment, gives the option.</summary>
    public bool IsOnLine(Option option) => result.GetResult(option) is { Implicit: false };

    private ImmutableArray<string> Values(ValueOption option)
    {
        ImmutableArray<string> values;
        if (IsOnLine(option)) values = [.. result.GetValue(option) ?? []];
        else if (environment.GetValueOrDefault(option.EnvironmentName, "") is { Length: > 0 } text)
            values = option is { IsRepeatable: true, IsCommaList: false } ? Split(text, ';') : [text];
        else return [];

        if (option.IsCommaList) values = [.. values.SelectMany(value => Split(value, ','))];
        foreach (var value in values)
        {
            if (value.Length == 0) throw UsageMistake.Of("empty-value", ("option", option.Name));
            if (!option.Allowed.IsEmpty && !option.Allowed.Contains(value, StringComparer.Ordinal))
                throw UsageMistake.Unknown("not-one-of", value, option.Allowed, ("option", option.Name), ("allowed", string.Join(", ", option.Allowed)));
        }

        return values;
    }

    private static ImmutableArray<string> Split(string text, char separator) =>
        [.. text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private bool IsOnInEnvironment(Switch option)
    {
        if (!option.IsInEnvironment || environment.GetValueOrDefault(option.EnvironmentName, "") is not { Length: > 0 } text) return false;
        return text.ToUpperInvariant() switch
        {
            "1" or "TRUE" or "YES" or "ON" => true,
            "0" or "FALSE" or "NO" or "OFF" => false,
            _ => throw UsageMistake.Of("not-one-of", ("typed", text), ("option", option.EnvironmentName), ("allowed", "1, 0")),
        };
    }
}
