namespace MigrationClean.Forms;

/// <summary>The XLSForm type of a question, aliases resolved.</summary>
public enum QuestionType
{
    /// <summary>A type that XLSForm does not know; <see cref="Question.TypeText"/> has it as written.</summary>
    Unknown,
#pragma warning disable CS1591 // The names are XLSForm's own (xlsform.md §4).
    Text,
    Integer,
    Decimal,
    Range,
    Percentage,
    Date,
    Time,
    DateTime,
    SelectOne,
    SelectMultiple,
    SelectOneFromFile,
    SelectMultipleFromFile,
    SelectOneExternal,
    SelectOneFromRepeat,
    Rank,
    Note,
    Calculate,
    Hidden,
    Acknowledge,
    Geopoint,
    Geotrace,
    Geoshape,
    Image,
    Audio,
    Video,
    File,
    Barcode,
    PhoneNumberText,
    Start,
    End,
    Today,
    DeviceId,
    Username,
    Email,
    PhoneNumber,
    SubscriberId,
    SimSerial,
    Audit,
    StartGeopoint,
    BackgroundGeopoint,
    BackgroundAudio,
    CsvExternal,
    XmlExternal,
    Osm,
#pragma warning restore CS1591
}

/// <summary>What a type means for its answers.</summary>
public static class QuestionTypes
{
    /// <summary>One choice of a list: <c>select_one</c> in all its forms.</summary>
    public static bool IsSelectOne(this QuestionType type) =>
        type is QuestionType.SelectOne or QuestionType.SelectOneFromFile or QuestionType.SelectOneExternal or QuestionType.SelectOneFromRepeat;

    /// <summary>Several choices, joined by one blank.</summary>
    public static bool IsSelectMultiple(this QuestionType type) => type is QuestionType.SelectMultiple or QuestionType.SelectMultipleFromFile;

    /// <summary>A point: latitude, longitude, altitude, accuracy.</summary>
    public static bool IsPoint(this QuestionType type) =>
        type is QuestionType.Geopoint or QuestionType.StartGeopoint or QuestionType.BackgroundGeopoint;

    /// <summary>Any geometry.</summary>
    public static bool IsGeometry(this QuestionType type) => type.IsPoint() || type is QuestionType.Geotrace or QuestionType.Geoshape or QuestionType.Osm;

    /// <summary>A file name of an attachment.</summary>
    public static bool IsMedia(this QuestionType type) =>
        type is QuestionType.Image or QuestionType.Audio or QuestionType.Video or QuestionType.File or QuestionType.BackgroundAudio or QuestionType.Audit;

    /// <summary>A whole number, a decimal or a range.</summary>
    public static bool IsNumeric(this QuestionType type) =>
        type is QuestionType.Integer or QuestionType.Decimal or QuestionType.Range or QuestionType.Percentage;

    /// <summary>Set by the client, not by a person: start, end, today, device and account columns, audit, start-geopoint.</summary>
    public static bool IsMetadata(this QuestionType type) => type is >= QuestionType.Start and <= QuestionType.StartGeopoint;

    /// <summary>Has no node in the submission.</summary>
    public static bool IsExternal(this QuestionType type) => type is QuestionType.CsvExternal or QuestionType.XmlExternal;
}
