using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Submissions.Headers;

/// <summary>The columns that servers add: names, and the layouts of KoBo's main sheet over the years (kobo-exports §6, §7.2, §12, §13).</summary>
internal static class ServerColumns
{
    /// <summary>Position of a row among all rows of its sheet.</summary>
    public const string Index = "_index";

    /// <summary>Index of the parent row.</summary>
    public const string ParentIndex = "_parent_index";

    /// <summary>Name of the parent's table.</summary>
    public const string ParentTable = "_parent_table_name";

    /// <summary>What a child sheet puts before each metadata column of the main sheet.</summary>
    public const string OfSubmission = "_submission_";

    /// <summary>KoBo's metadata columns of the main sheet since 2017, oldest layout first; all end with <see cref="Index"/>.</summary>
    public static readonly ImmutableArray<ImmutableArray<string>> Layouts =
    [
        ["_id", "_uuid", "_submission_time"],
        ["_id", "_uuid", "_submission_time", "_validation_status"],
        ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "_tags"],
        ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags"],
        ["_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags", "meta/rootUuid"],
        ["_id", "_uuid", "_submission_time", "_validation_status", "_status", "_submitted_by", "__version__", "meta/rootUuid"],
    ];

    private static readonly FrozenSet<string> Kobo = new[]
    {
        "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags", "meta/rootUuid",
        Index, ParentIndex, ParentTable, "meta/instanceID", "meta/instanceName", "meta/deprecatedID", "_version_", "_geolocation", "_attachments",
        "_xform_id_string", "formhub/uuid", "_bamboo_dataset_id", "_supplementalDetails", "_date_modified",
        "_version", "_duration", "_total_media", "_media_count", "_media_all_received", "_xform_id", "_edited", "_last_edited",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Central = new[]
    {
        "SubmissionDate", "KEY", "PARENT_KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState",
        "DeviceID", "Edits", "FormVersion", "isValidated", "formdef_version", "review_status", "review_quality", "review_comments", "review_corrections",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> Mangled = Kobo
        .Concat(Layouts[^2].Concat(Layouts[^1]).Select(name => OfSubmission + name))
        .Distinct(StringComparer.Ordinal)
        .Where(name => HeaderText.MakeNames(name) != name)
        .ToFrozenDictionary(HeaderText.MakeNames, StringComparer.Ordinal);

    /// <summary>The server's own name of a column of KoBo's family, or <see langword="null"/> if it is none: R's <c>X_id</c> is <c>_id</c>.</summary>
    public static string? OfKobo(string header)
    {
        if (Kobo.Contains(header)) return header;
        if (header.StartsWith("_submission__", StringComparison.Ordinal) || header.StartsWith("_submission_meta/", StringComparison.Ordinal)) return header;
        if (header.StartsWith("_version__", StringComparison.Ordinal) && header.AsSpan(10).ContainsAnyExceptInRange('0', '9') is false) return header;
        if (Mangled.TryGetValue(header, out var name)) return name;
        return header is "meta.instanceID" or "meta.instanceName" or "meta.rootUuid" or "meta.deprecatedID" ? header.Replace('.', '/') : null;
    }

    /// <summary>The name of a column of ODK Central, Briefcase or SurveyCTO, or <see langword="null"/> if it is none.</summary>
    public static string? OfCentral(string header)
    {
        if (Central.Contains(header)) return header;
        if (header.StartsWith("SET-OF-", StringComparison.Ordinal) || header.StartsWith("SETOF", StringComparison.Ordinal)) return header;
        return header switch
        {
            "meta-instanceID" or "instanceID" or "meta/instanceID" => "meta/instanceID",
            "meta-instanceName" or "instanceName" or "meta/instanceName" => "meta/instanceName",
            _ => null,
        };
    }

    /// <summary>Whether a server column only links rows of this file or is dead weight, so that no canonical submission has it (machine-interfaces §8).</summary>
    public static bool IsOnlyOfFile(string name) =>
        name is Index or ParentIndex or ParentTable or "PARENT_KEY"
            or "_notes" or "_tags" or "_attachments" or "_geolocation" or "formhub/uuid" or "_xform_id_string"
        || (name.StartsWith(OfSubmission, StringComparison.Ordinal) && name != "_submission_time")
        || name.StartsWith("SET-OF-", StringComparison.Ordinal) || name.StartsWith("SETOF", StringComparison.Ordinal);
}
