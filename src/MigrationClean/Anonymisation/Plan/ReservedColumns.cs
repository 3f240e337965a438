using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>Columns that the server or the exporter adds, under their reserved names, and their roles. None of them is ever released as it is.</summary>
/// <remarks>Source: anonymisation §2.4. Row keys are replaced by ours: <c>_submission</c>, <c>_index</c>, <c>_parent_index</c>.</remarks>
internal static class ReservedColumns
{
    private static readonly FrozenDictionary<string, PrivacyRole> Roles = new Dictionary<string, PrivacyRole>(StringComparer.OrdinalIgnoreCase)
    {
        ["_id"] = PrivacyRole.Linking,
        ["_uuid"] = PrivacyRole.Linking,
        ["uuid"] = PrivacyRole.Linking,
        ["instanceID"] = PrivacyRole.Linking,
        ["rootUuid"] = PrivacyRole.Linking,
        ["deprecatedID"] = PrivacyRole.Linking,
        ["KEY"] = PrivacyRole.Linking,
        ["PARENT_KEY"] = PrivacyRole.Linking,
        ["SET-OF"] = PrivacyRole.Linking,
        ["_index"] = PrivacyRole.Linking,
        ["_parent_index"] = PrivacyRole.Linking,
        ["_parent_table_name"] = PrivacyRole.Paradata,
        ["_submission_time"] = PrivacyRole.Paradata,
        ["_date_modified"] = PrivacyRole.Paradata,
        ["SubmissionDate"] = PrivacyRole.Paradata,
        ["_submitted_by"] = PrivacyRole.Direct,
        ["SubmitterID"] = PrivacyRole.Direct,
        ["SubmitterName"] = PrivacyRole.Direct,
        ["username"] = PrivacyRole.Direct,
        ["deviceid"] = PrivacyRole.Direct,
        ["DeviceID"] = PrivacyRole.Direct,
        ["phonenumber"] = PrivacyRole.Direct,
        ["simserial"] = PrivacyRole.Direct,
        ["subscriberid"] = PrivacyRole.Direct,
        ["imei"] = PrivacyRole.Direct,
        ["email"] = PrivacyRole.Direct,
        ["instanceName"] = PrivacyRole.Text,
        ["_notes"] = PrivacyRole.Text,
        ["_tags"] = PrivacyRole.Text,
        ["_validation_status"] = PrivacyRole.Paradata,
        ["_status"] = PrivacyRole.Paradata,
        ["__version__"] = PrivacyRole.Paradata,
        ["_version_"] = PrivacyRole.Paradata,
        ["_version"] = PrivacyRole.Paradata,
        ["FormVersion"] = PrivacyRole.Paradata,
        ["ReviewState"] = PrivacyRole.Paradata,
        ["Status"] = PrivacyRole.Paradata,
        ["Edits"] = PrivacyRole.Paradata,
        ["AttachmentsExpected"] = PrivacyRole.Paradata,
        ["AttachmentsPresent"] = PrivacyRole.Paradata,
        ["_xform_id_string"] = PrivacyRole.Paradata,
        ["_xform_id"] = PrivacyRole.Paradata,
        ["_bamboo_dataset_id"] = PrivacyRole.Paradata,
        ["_duration"] = PrivacyRole.Paradata,
        ["_total_media"] = PrivacyRole.Paradata,
        ["_media_count"] = PrivacyRole.Paradata,
        ["_media_all_received"] = PrivacyRole.Paradata,
        ["_attachments"] = PrivacyRole.Media,
        ["_geolocation"] = PrivacyRole.Geo,
        ["audit"] = PrivacyRole.Paradata,
        ["start"] = PrivacyRole.Paradata,
        ["end"] = PrivacyRole.Paradata,
        ["today"] = PrivacyRole.Paradata,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Prefixes = ["meta/", "formhub/", "_submission__", "_submission_", "meta-", "meta.", "meta:"];

    /// <summary>Structure columns of KoBo's exports, in the order of its main sheet, for a plan that is made before there is data.</summary>
    public static ImmutableArray<string> OfMain { get; } =
    [
        "_id", "_uuid", "_submission_time", "_validation_status", "_notes", "_status", "_submitted_by", "__version__", "_tags",
        "meta/instanceID", "meta/rootUuid", "meta/instanceName", "_index",
    ];

    /// <summary>The same of a repeat's sheet.</summary>
    public static ImmutableArray<string> OfRepeat { get; } =
    [
        "_index", "_parent_table_name", "_parent_index", "_submission__id", "_submission__uuid", "_submission__submission_time",
        "_submission__validation_status", "_submission__notes", "_submission__status", "_submission__submitted_by", "_submission___version__", "_submission__tags",
    ];

    /// <summary>The role of a column of the server, or <see langword="null"/> where the name is not reserved.</summary>
    public static PrivacyRole? RoleOf(string name)
    {
        if (Roles.TryGetValue(name, out var role)) return role;
        foreach (var prefix in Prefixes)
            if (name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && name.Length > prefix.Length)
                return RoleOf(name[prefix.Length..]) ?? PrivacyRole.Paradata;
        return null;
    }
}
