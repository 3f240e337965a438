using System.Collections.Frozen;
using System.Collections.Immutable;

namespace MigrationClean.Cleaning.Reading;

/// <summary>The kinds of logs that are read as they are (cleaning §5.3).</summary>
internal static class LogProfiles
{
    /// <summary>Our own kind.</summary>
    public const string Ours = "migrationclean";

    /// <summary>The kind of IMPACT's cleaningtools, which the name <c>impact</c> stands for too.</summary>
    public const string Impact = "impact-cleaningtools";

    private const string Uuid = "uuid=uuid,x_uuid,key,instanceid,meta/instanceid,meta/rootuuid,submission_uuid";
    private const string Index = "submission_index=index,id";

    private static readonly string[] OwnColumns =
    [
        Uuid, Index,
        "entry_id=entry_id", "table=table,sheet,repeat,таблица,tabla", "row_path=row_path", "row_key=loop_index",
        "question=question,вопрос,pregunta,суроо", "label=label,libellé,подпись,etiqueta,аталышы",
        "old_value=old_value,ancienne_valeur,старое_значение,valor_anterior,valor_antiguo,эски_маани",
        "new_value=new_value,nouvelle_valeur,новое_значение,valor_nuevo,nuevo_valor,жаңы_маани",
        "change_type=change_type,type_de_changement,type_changement,тип_изменения,tipo_de_cambio,өзгөртүү_түрү",
        "issue=issue,problème,probleme,проблема,problema,көйгөй", "check_id=check_id,check_ids", "finding_id=finding_id", "group_key=group_key,check_binding",
        "explanation=explanation,explication,пояснение,объяснение,explicación,түшүндүрмө", "exception=exception,исключение,excepción,өзгөчө", "source=source,источник,fuente,булак",
        "reviewed_by=reviewed_by,проверил,revisado_por,текшерген", "reviewed_at=reviewed_at,проверено,revisado_el,текшерилген",
        "enumerator=enumerator", "date=date", "site=site", "status=status",
    ];

    /// <summary>The kinds, ours first.</summary>
    public static ImmutableArray<LogProfile> All { get; } =
    [
        Make(Ours, ["uuid", "question", "old_value", "new_value", "change_type"], OwnColumns),
        Make(Impact, ["uuid", "question", "old_value", "new_value", "change_type", "issue"], OwnColumns) with
        {
            Forbids = ["entry_id", "finding_id", "row_path"],
            WritesNa = true,
        },
        Make("impact-follow-up", ["uuid", "question", "old_value", "new_value", "invalid", "explanation", "issue", "check_id"],
        [
            Uuid, Index, "question=variable", "old_value=old_value", "new_value=new_value", "invalid=invalid", "explanation=explanation", "issue=issue", "check_id=check_id",
            "row_key=loop_index", "enumerator=enumerator",
        ]) with { WritesNa = true },
        Make("supporter", ["uuid", "change_type", "question", "old_value", "new_value", "issue"],
        [
            Uuid, "change_type=type", "question=name", "old_value=current_value", "new_value=value", "check_id=issue_id", "issue=issue", "reviewed=reviewed", "adjust_log=adjust_log",
            "table=sheet", "row_key=index", "explanation=comment",
        ]) with { OneOf = ["reviewed", "adjust_log"], WritesNa = true },
        Make("impactr-en", ["uuid", "check_id", "question", "old_value", "new_value", "change_type"],
        [
            Uuid, Index, "check_id=id_check", "question=question_name", "old_value=old_value", "new_value=new_value", "change_type=action", "other_parent=other_parent_question",
            "other_old=other_old_value", "other_new=other_new_value", "issue=why", "explanation=feedback",
        ]) with { WritesNa = true },
        Make("impactr-fr", ["uuid", "check_id", "question", "old_value", "new_value", "change_type"],
        [
            Uuid, Index, "check_id=id_check", "question=nom_question", "old_value=ancienne_valeur", "new_value=nouvelle_valeur", "change_type=action",
            "other_parent=autre_question_parent", "other_old=autre_ancienne_valeur", "other_new=autre_nouvelle_valeur", "explanation=explication", "issue=pourquoi",
        ]) with { WritesNa = true },
        Make("reach-burkina-faso", ["uuid", "question", "old_value", "new_value", "issue", "change_type"],
        [
            Uuid, Index, "question=question_name", "old_value=ancienne_valeur", "new_value=nouvelle_valeur", "other_parent=parent_other_question", "issue=probleme,problème", "change_type=action",
        ]) with { WritesNa = true },
        Make("ipacheck", ["uuid", "question", "old_value", "new_value", "change_type"],
        [
            Uuid, "question=variable", "old_value=value", "new_value=newvalue,new_value", "change_type=action", "explanation=notes,comment",
        ]) with { Forbids = ["invalid"] },
        Make("iecorrect", ["uuid", "question", "old_value", "new_value"],
        [
            "uuid=idvar", "question=varname,varlist", "old_value=valuecurrent,value_current", "new_value=value", "reviewed_by=initials", "explanation=notes", "n_obs=n_obs",
        ]),
        Make("reach-ukraine", ["uuid", "row_key", "question", "old_value", "new_value", "issue"],
        [
            Uuid, "row_key=loop_index", "question=variable", "old_value=old_value", "new_value=new_value", "issue=issue", "invalid=invalid",
        ]) with { Forbids = ["invalid"], WritesNa = true },
    ];

    /// <summary>The profile of a name; <c>impact</c> is short for <see cref="Impact"/>.</summary>
    public static LogProfile? Find(string name) =>
        All.FirstOrDefault(p => string.Equals(p.Name, name == "impact" ? Impact : name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Leads headers to our names of columns.</summary>
    /// <param name="columns">Our name, <c>=</c>, the headers with the usual one first.</param>
    public static FrozenDictionary<string, LogColumn> HeadersOf(IEnumerable<string> columns)
    {
        var headers = from column in columns
                      let pair = column.Split('=')
                      from header in pair[1].Split(',').Index()
                      select (Header: LogWords.Header(header.Item), Column: new LogColumn(pair[0], header.Index));
        return headers.ToFrozenDictionary(pair => pair.Header, pair => pair.Column, StringComparer.Ordinal);
    }

    private static LogProfile Make(string name, string[] requires, string[] columns) => new()
    {
        Name = name,
        Requires = requires,
        Columns = HeadersOf(columns),
    };
}
