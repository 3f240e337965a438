using System.Collections.Frozen;

namespace MigrationClean.Forms;

/// <summary>The columns that a sheet of a form may have, with all their spellings (xlsform §2, §3).</summary>
internal sealed class HeaderNames
{
    private HeaderNames(string names, string translatable, params (string Spelling, string Name)[] aliases)
    {
        Translatable = translatable.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
        Names = names.Split(' ').Concat(Translatable).ToFrozenSet(StringComparer.Ordinal);
        Aliases = aliases.ToFrozenDictionary(a => a.Spelling, a => a.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The survey sheet.</summary>
    public static readonly HeaderNames Survey = new(
        "type name required relevant constraint calculation trigger read_only default choice_filter repeat_count appearance parameters disabled hxl tags "
        + "autoplay rows intent no_app_error_string save_to compact_tag sms_field sms_option select_from_list_name file _or_other "
        + "$kuid $autoname $given_name $qpath $xpath $prev "
        + "kobo--locking-profile kobo--matrix_list kobo--score-choices kobo--rank-items kobo--rank-constraint-message",
        "label hint guidance_hint constraint_message required_message image big-image audio video",
        ("command", "type"), ("tag", "name"), ("value", "name"), ("caption", "label"),
        ("requiredmsg", "required_message"), ("relevance", "relevant"), ("constraining_message", "constraint_message"),
        ("calculate", "calculation"), ("readonly", "read_only"), ("count", "repeat_count"), ("jr:count", "repeat_count"),
        ("noapperrorstring", "no_app_error_string"),
        ("bind::required", "required"), ("bind::jr:requiredmsg", "required_message"), ("bind::relevant", "relevant"),
        ("bind::constraint", "constraint"), ("bind::jr:constraintmsg", "constraint_message"), ("bind::calculate", "calculation"),
        ("bind::readonly", "read_only"), ("bind::entities:saveto", "save_to"), ("bind::jr:noapperrorstring", "no_app_error_string"),
        ("control::jr:count", "repeat_count"), ("control::appearance", "appearance"), ("control::autoplay", "autoplay"),
        ("control::rows", "rows"), ("control::intent", "intent"), ("instance::odk:tag", "compact_tag"),
        ("media::image", "image"), ("media::big-image", "big-image"), ("media::audio", "audio"), ("media::video", "video"));

    /// <summary>The choices and external_choices sheets.</summary>
    public static readonly HeaderNames Choices = new(
        "list_name name $autovalue $kuid",
        "label image big-image audio video",
        ("value", "name"), ("caption", "label"),
        ("media::image", "image"), ("media::big-image", "big-image"), ("media::audio", "audio"), ("media::video", "video"));

    /// <summary>The settings sheet.</summary>
    public static readonly HeaderNames Settings = new(
        "form_title form_id version default_language name instance_name style allow_choice_duplicates clean_text_values public_key submission_url "
        + "omit_instanceID instance_id instance_xmlns namespaces auto_send auto_delete client_editable entity_version flat add_none_option prefix delimiter "
        + "kobo--lock_all kobo--locking-profile",
        "",
        ("title", "form_title"), ("set_form_title", "form_title"), ("id_string", "form_id"), ("set_form_id", "form_id"),
        ("omit_instanceid", "omit_instanceID"));

    private static readonly FrozenSet<string> OwnColumns = FrozenSet.Create(
        StringComparer.Ordinal, "check", "check::id", "check_message", "soft_min", "soft_max", "dk_codes", "exclusive");

    /// <summary>The canonical names.</summary>
    public FrozenSet<string> Names { get; }

    /// <summary>Those that may have a language.</summary>
    public FrozenSet<string> Translatable { get; }

    private FrozenDictionary<string, string> Aliases { get; }

    /// <summary>What a header means.</summary>
    /// <param name="text">The header as written.</param>
    /// <param name="separator"><c>::</c> where any header of the sheet has it, else <c>:</c>.</param>
    public Header Resolve(string text, string separator)
    {
        if (Names.Contains(text)) return new(text, text, null);
        if (Find(Plain(text)) is { } name) return new(text, name, null);

        var parts = Split(text, separator);
        if (parts.Count < 2) return new(text, null, null);
        var first = Plain(parts[0]);
        var inner = (first == "body" ? "control" : first) + "::" + parts[1];
        var (target, rest) = Aliases.TryGetValue(inner, out var alias) ? (alias, parts.Skip(2)) : (Find(first), parts.Skip(1));
        var language = string.Join("::", rest);
        if (target is null) return new(text, null, null);
        if (language.Length == 0) return new(text, target, null);
        return Translatable.Contains(target) ? new(text, target, language) : new(text, null, null);
    }

    /// <summary>
    /// Whether a header without a canonical name means something all the same: attributes of the XForm, bookkeeping of KoBo, settings for SMS, rules for
    /// checks of our own (cleaning §6).
    /// </summary>
    public static bool IsKept(string text)
    {
        var first = text.Split(':', 2)[0].Trim();
        if (OwnColumns.Contains(text)) return true;
        return first is "bind" or "instance" or "control" or "body" or "attribute" && text.Contains(':', StringComparison.Ordinal)
            || text.StartsWith('$') || text.StartsWith("kobo", StringComparison.Ordinal) || text.StartsWith("sms_", StringComparison.Ordinal);
    }

    private string? Find(string plain) => Names.Contains(plain) ? plain : Aliases.GetValueOrDefault(plain);

    /// <summary>Lower case, blanks as underscores, KoBo's double hyphen where a word processor has made a dash of it.</summary>
    private static string Plain(string text)
    {
        var plain = CellText.Collapse(text.Trim()).ToLowerInvariant().Replace(' ', '_');
        return plain.StartsWith("kobo", StringComparison.Ordinal)
            ? plain.Replace("–", "--", StringComparison.Ordinal).Replace("—", "--", StringComparison.Ordinal)
            : plain;
    }

    /// <summary>The parts of a header; an XML prefix stays with its name (<c>bind:jr:count</c> has two parts).</summary>
    private static List<string> Split(string text, string separator)
    {
        List<string> parts = [];
        foreach (var part in text.Split(separator, StringSplitOptions.TrimEntries))
        {
            if (separator == ":" && parts is [.., "jr" or "odk" or "entities"]) parts[^1] += ":" + part;
            else parts.Add(part);
        }

        return parts;
    }
}
