namespace MigrationClean.Cleaning.Reading;

/// <summary>The headers of the two sheets beside the log: others and deletions (cleaning §5.4, §5.5).</summary>
internal static class LogSheetProfiles
{
    /// <summary>The sheet of others.</summary>
    public static LogProfile Others { get; } = Make(
        "others",
        ["uuid", "question", "true_other", "existing_other", "invalid_other"],
        "uuid=uuid,x_uuid,key,instanceid", "submission_index=index,id", "table=table,sheet,repeat", "row_path=row_path", "row_key=loop_index", "question=question,name,ref_name",
        "parent_question=parent_question,parent,ref_question", "text=text,response,old_value", "translation=translation,response_en", "options=options,choices",
        "true_other=true_other,true", "existing_other=existing_other,existing", "invalid_other=invalid_other,invalid", "elsewhere=elsewhere", "explanation=explanation",
        "exception=exception", "reviewed_by=reviewed_by", "reviewed_at=reviewed_at", "finding_id=finding_id", "label=label");

    /// <summary>The deletion log.</summary>
    public static LogProfile Deletions { get; } = Make(
        "deletion_log",
        ["uuid", "reason"],
        "uuid=uuid,x_uuid,key,instanceid", "submission_index=index,id", "table=table", "row_path=row_path", "row_key=loop_index", "enumerator=enumerator", "site=site", "start=start",
        "reason=reason,raison,причина,motivo,себеп", "check_ids=check_ids,check_id", "findings=findings", "decided_by=decided_by,reviewed_by", "decided_at=decided_at,reviewed_at",
        "replaced_by=replaced_by", "status=status", "explanation=explanation") with
    { OneOf = ["decided_by", "check_ids", "replaced_by", "status", "start"], Forbids = ["old_value"] };

    private static LogProfile Make(string name, string[] requires, params string[] columns) => new()
    {
        Name = name,
        Requires = requires,
        Columns = LogProfiles.HeadersOf(columns),
    };
}
