using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Batch;

/// <summary>A line that asks for one expression.</summary>
internal sealed record BatchLine
{
    /// <summary>The expression.</summary>
    public required string Expression { get; init; }

    /// <summary>What the result is cast to.</summary>
    public ResultType Type { get; init; }

    /// <summary>Whose rules; <see langword="null"/> = those of the run.</summary>
    public DialectChoice? Dialect { get; init; }

    /// <summary>Name of the fixture, or <see langword="null"/>.</summary>
    public string? Fixture { get; init; }

    /// <summary>Where the expression stands; <see langword="null"/> = the root element.</summary>
    public string? Path { get; init; }

    /// <summary>The clock, or <see langword="null"/>.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The zone, or <see langword="null"/>.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Further lists and files by id.</summary>
    public IReadOnlyDictionary<string, XmlInstance> Secondary { get; init; } = ImmutableDictionary<string, XmlInstance>.Empty;

    /// <summary>Labels of choices: path of the select, then name of the choice.</summary>
    public IReadOnlyDictionary<string, ImmutableDictionary<string, string>> Choices { get; init; } =
        ImmutableDictionary<string, ImmutableDictionary<string, string>>.Empty;

    /// <summary>Texts of the first language, by id.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Relevance expressions by path.</summary>
    public IReadOnlyDictionary<string, string> Relevance { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Reads a line.</summary>
    /// <exception cref="FormatException">A field is wrong or missing; the message is its name.</exception>
    public static BatchLine Read(JsonElement line)
    {
        var context = line.Find("context") ?? default;
        if (context.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined)) throw new FormatException("context");
        return new()
        {
            Expression = line.Text("expr") ?? throw new FormatException("expr"),
            Type = TypeOf(line.Text("type")),
            Dialect = DialectOf(line.Text("dialect")),
            Fixture = context.Text("fixture"),
            Path = context.Text("path"),
            Now = InstantOf(context.Text("now")),
            Zone = Batch.Fixture.ZoneOf(context),
            Secondary = Batch.Fixture.SecondaryOf(context),
            Choices = ChoicesOf(context),
            Texts = TextsOf(context),
            Relevance = context.Fields("relevant").ToImmutableDictionary(r => r.Name, r => r.Value.AsText("relevant"), StringComparer.Ordinal),
        };
    }

    /// <summary>The cast of a word.</summary>
    public static ResultType TypeOf(string? word) => word switch
    {
        null => ResultType.AsIs,
        "number" => ResultType.Number,
        "string" => ResultType.Text,
        "boolean" => ResultType.Boolean,
        "date" => ResultType.Date,
        _ => throw new FormatException("type"),
    };

    private static DialectChoice? DialectOf(string? word) => word switch
    {
        null => null,
        "auto" => DialectChoice.Auto,
        "javarosa" => DialectChoice.JavaRosa,
        "enketo" => DialectChoice.Enketo,
        "both" => DialectChoice.Both,
        _ => throw new FormatException("dialect"),
    };

    private static DateTimeOffset? InstantOf(string? text)
    {
        if (text is null) return null;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : throw new FormatException("now");
    }

    private static ImmutableDictionary<string, ImmutableDictionary<string, string>> ChoicesOf(JsonElement context)
    {
        var selects = ImmutableDictionary.CreateBuilder<string, ImmutableDictionary<string, string>>(StringComparer.Ordinal);
        foreach (var select in context.Items("selects"))
        {
            var labels = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var choice in select.Items("choices"))
            {
                if (choice.ValueKind != JsonValueKind.Array || choice.GetArrayLength() < 2) throw new FormatException("selects");
                labels.TryAdd(choice[0].AsText("selects"), choice[1].AsText("selects"));
            }

            selects[select.Text("path") ?? throw new FormatException("selects")] = labels.ToImmutable();
        }

        return selects.ToImmutable();
    }

    private static ImmutableDictionary<string, string> TextsOf(JsonElement context)
    {
        if (context.Find("itext") is not { ValueKind: JsonValueKind.Object } languages || !languages.EnumerateObject().Any())
            return ImmutableDictionary<string, string>.Empty;
        var first = languages.EnumerateObject().First().Name;
        return languages.Fields(first).ToImmutableDictionary(text => text.Name, text => text.Value.AsText("itext"), StringComparer.Ordinal);
    }
}
