using System.Collections.Immutable;

namespace MigrationClean.Submissions.Headers;

/// <summary>Whose rules make the headers.</summary>
internal enum HeaderRules
{
    /// <summary>KoBo's exporter (kobo-exports §3).</summary>
    Kobo,

    /// <summary>Paths: KoBo's legacy exporter, Ona, KoBo's JSON (§12).</summary>
    Path,

    /// <summary>ODK Central and Briefcase (§13).</summary>
    Central,
}

/// <summary>The options of an export that decide its headers.</summary>
/// <param name="Rules">Whose rules.</param>
/// <param name="Language"><see cref="Xml"/>, a language of the form, or <see langword="null"/> for texts without a language.</param>
/// <param name="Groups">Whether headers carry groups.</param>
/// <param name="Separator">Between groups, and before a choice.</param>
internal sealed record HeaderStyle(HeaderRules Rules, string? Language, bool Groups, string Separator)
{
    /// <summary>The language of XML names. No form's language can be called that, as a language has a text.</summary>
    public const string Xml = "_xml";

    /// <summary>Whether headers and values are XML names.</summary>
    public bool IsXml => Language == Xml;
}

/// <summary>A column that an export of some style has.</summary>
/// <param name="Role">What it holds.</param>
/// <param name="Question">Whose question.</param>
/// <param name="Pieces">Parts of the header, joined by the separator.</param>
/// <param name="Choice">For a separate column: the choice's name.</param>
/// <param name="Part">For a part of a point: which.</param>
internal sealed record PredictedColumn(
    ColumnRole Role, SurveyQuestion Question, ImmutableArray<string> Pieces, string? Choice = null, GeoPart? Part = null)
{
    /// <summary>The header with that separator.</summary>
    public string Header(string separator) => Pieces.Length == 1 ? Pieces[0] : string.Join(separator, Pieces);

    /// <summary>Canonical name of the column.</summary>
    public string Name => Role switch
    {
        ColumnRole.Chosen => $"{Question.Name}/{Choice}",
        ColumnRole.GeoPart => GeoName(Question.Name, Part!.Value),
        ColumnRole.MediaUrl => $"{Question.Name}_URL",
        _ => Question.Name,
    };

    /// <summary>The header of a part of a point in KoBo's manner, for a name or path.</summary>
    public static string GeoName(string name, GeoPart part)
    {
        var slash = name.LastIndexOf('/') + 1;
        return $"{name[..slash]}_{name[slash..]}_{Suffix(part)}";
    }

    /// <summary>KoBo's word for a part of a point.</summary>
    public static string Suffix(GeoPart part) => part switch
    {
        GeoPart.Latitude => "latitude",
        GeoPart.Longitude => "longitude",
        GeoPart.Altitude => "altitude",
        _ => "precision",
    };

    /// <summary>The parts in order.</summary>
    public static readonly ImmutableArray<GeoPart> Parts = [GeoPart.Latitude, GeoPart.Longitude, GeoPart.Altitude, GeoPart.Precision];
}
