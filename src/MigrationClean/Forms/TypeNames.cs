using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Forms;

/// <summary>The types of XLSForm with all their spellings (xlsform §4, §5). Types are case-sensitive.</summary>
internal static class TypeNames
{
    private static readonly FrozenDictionary<string, Structure> Structures = new Dictionary<string, Structure>(StringComparer.Ordinal)
    {
        ["group"] = Structure.Group,
        ["repeat"] = Structure.Repeat,
        ["lgroup"] = Structure.Repeat,
        ["looped group"] = Structure.Repeat,
        ["looped_group"] = Structure.Repeat,
        ["loop"] = Structure.Loop,
        ["kobomatrix"] = Structure.Matrix,
        ["score"] = Structure.Score,
        ["rank"] = Structure.Rank,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, QuestionType> Plain = Spellings(
        (QuestionType.Text, "text|string|q string|q text|add text prompt"),
        (QuestionType.Integer, "integer|int|q int|q integer|add integer prompt"),
        (QuestionType.Integer, "number of days in last month|number of days in last six months|number of days in last year"),
        (QuestionType.Decimal, "decimal|q decimal|add decimal prompt"),
        (QuestionType.Range, "range"),
        (QuestionType.Percentage, "percentage|q percentage|add percentage prompt"),
        (QuestionType.Date, "date|q date|add date prompt"),
        (QuestionType.Time, "time|q time|add time prompt"),
        (QuestionType.DateTime, "dateTime|datetime|date time|q dateTime|q date time|add dateTime prompt|add date time prompt"),
        (QuestionType.Note, "note|q note|add note prompt"),
        (QuestionType.Calculate, "calculate|q calculate|add calculate prompt"),
        (QuestionType.Hidden, "hidden"),
        (QuestionType.Acknowledge, "acknowledge|trigger|q acknowledge|add acknowledge prompt"),
        (QuestionType.Geopoint, "geopoint|gps|location|q geopoint|q location|add geopoint prompt|add location prompt"),
        (QuestionType.Geotrace, "geotrace|q geotrace|add geotrace prompt"),
        (QuestionType.Geoshape, "geoshape|q geoshape|add geoshape prompt"),
        (QuestionType.Image, "image|photo|q image|q picture|q photo|add image prompt|add photo prompt"),
        (QuestionType.Audio, "audio|q audio|add audio prompt"),
        (QuestionType.Video, "video|q video|add video prompt"),
        (QuestionType.File, "file|q file|add file prompt"),
        (QuestionType.Barcode, "barcode|q barcode|add barcode prompt"),
        (QuestionType.PhoneNumberText, "phone number"),
        (QuestionType.Start, "start|start time|get start time"),
        (QuestionType.End, "end|end time|get end time"),
        (QuestionType.Today, "today|get today"),
        (QuestionType.DeviceId, "deviceid|imei|device id|get device id|uri:deviceid"),
        (QuestionType.Username, "username|uri:username"),
        (QuestionType.Email, "email|uri:email"),
        (QuestionType.PhoneNumber, "phonenumber|get phone number|uri:phonenumber"),
        (QuestionType.SubscriberId, "subscriberid|subscriber id|get subscriber id|uri:subscriberid"),
        (QuestionType.SimSerial, "simserial|sim id|sim serial|get sim id|uri:simserial"),
        (QuestionType.Audit, "audit"),
        (QuestionType.StartGeopoint, "start-geopoint"),
        (QuestionType.BackgroundGeopoint, "background-geopoint"),
        (QuestionType.BackgroundAudio, "background-audio"),
        (QuestionType.CsvExternal, "csv-external"),
        (QuestionType.XmlExternal, "xml-external"),
        (QuestionType.Osm, "osm"));

    /// <summary>Types that a list or a file follows.</summary>
    private static readonly FrozenDictionary<string, QuestionType> WithList = Spellings(
        (QuestionType.SelectOne, "select_one|select one|select1|select one from|add select one prompt using|select one using|q select1"),
        (QuestionType.SelectMultiple, "select_multiple|select multiple|select many|select_many|select all that apply|select all that apply from"),
        (QuestionType.SelectMultiple, "add select multiple prompt using|select multiple using|select multiple from|q select"),
        (QuestionType.SelectOneFromFile, "select_one_from_file|select one from file"),
        (QuestionType.SelectMultipleFromFile, "select_multiple_from_file|select multiple from file"),
        (QuestionType.SelectOneExternal, "select_one_external|select one external"),
        (QuestionType.Rank, "rank|odk:rank"),
        (QuestionType.Osm, "osm"));

    private static readonly FrozenDictionary<QuestionType, string> Metadata = new[]
    {
        "start", "end", "today", "deviceid", "username", "email", "phonenumber", "subscriberid", "simserial", "audit", "start-geopoint",
    }.ToFrozenDictionary(name => Plain[name]);

    private static readonly ImmutableArray<string> OrOther = [" or_other", " or other", " or specify other"];

    /// <summary>The canonical spelling of metadata types, by which KoBo names such a row that has no name.</summary>
    public static string Canonical(QuestionType type) => Metadata[type];

    /// <summary>All spellings of types and structures, for "did you mean".</summary>
    public static IEnumerable<string> All => Plain.Keys.Concat(WithList.Keys)
        .Concat(Structures.Keys.SelectMany(s => new[] { $"begin_{s}", $"end_{s}", $"begin {s}", $"end {s}" }))
        .Order(StringComparer.Ordinal);

    /// <summary>Understands a cell of the type column; any text is a question of an unknown type at least.</summary>
    public static TypeCell Parse(string text)
    {
        if (Structured(text, "begin") is { } begin) return begin;
        if (Structured(text, "end") is { } end) return end;
        if (Plain.TryGetValue(text, out var plain)) return new(RowKind.Question, Structure.None, plain, null, false);

        var (command, hasOrOther) = WithoutOrOther(text);
        if (WithList.TryGetValue(command, out var bare)) return new(RowKind.Question, Structure.None, bare, null, hasOrOther);
        var blank = command.LastIndexOf(' ');
        if (blank < 0 || !WithList.TryGetValue(command[..blank].TrimEnd(), out var type))
            return new(RowKind.Question, Structure.None, QuestionType.Unknown, null, false);
        var list = command[(blank + 1)..];
        if (type == QuestionType.SelectOne && list.StartsWith("${", StringComparison.Ordinal)) type = QuestionType.SelectOneFromRepeat;
        return new(RowKind.Question, Structure.None, type, list, hasOrOther);
    }

    /// <summary><c>begin_group</c>, <c>begin loop over districts</c>, <c>end repeat</c>: one blank or underscore between the words.</summary>
    private static TypeCell? Structured(string text, string keyword)
    {
        if (text.Length <= keyword.Length || !text.StartsWith(keyword, StringComparison.Ordinal) || text[keyword.Length] is not (' ' or '_')) return null;
        var kind = keyword == "begin" ? RowKind.Begin : RowKind.End;
        var rest = text[(keyword.Length + 1)..].Trim();
        if (Structures.TryGetValue(rest, out var structure)) return new(kind, structure, QuestionType.Unknown, null, false);
        if (!rest.StartsWith("loop ", StringComparison.Ordinal)) return null;
        var list = rest["loop ".Length..].Trim();
        if (list.StartsWith("over ", StringComparison.Ordinal)) list = list["over ".Length..].Trim();
        return new(kind, Structure.Loop, QuestionType.Unknown, list, false);
    }

    private static (string Command, bool HasOrOther) WithoutOrOther(string text)
    {
        foreach (var ending in OrOther)
            if (text.EndsWith(ending, StringComparison.Ordinal)) return (text[..^ending.Length].TrimEnd(), true);

        // KoBo reads `select_one_or_other list` as well.
        foreach (var select in (ImmutableArray<string>)["select_one", "select_multiple"])
            if (text.StartsWith(select + "_or_other", StringComparison.Ordinal)) return (select + text[(select + "_or_other").Length..], true);
        return (text, false);
    }

    private static FrozenDictionary<string, QuestionType> Spellings(params (QuestionType Type, string Spellings)[] types) => types
        .SelectMany(t => t.Spellings.Split('|').Select(spelling => KeyValuePair.Create(spelling, t.Type)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
