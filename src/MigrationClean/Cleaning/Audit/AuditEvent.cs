namespace MigrationClean.Cleaning.Audit;

/// <summary>One event of the audit trail: who changed which cell from what to what, when and why (cleaning §7). All texts as stored; "" where there is none.</summary>
internal sealed record AuditEvent
{
    /// <summary>log, parent, child, recalculated, hidden, removed, normalised.</summary>
    public required string Cause { get; init; }

    /// <summary>Id of the line of the log.</summary>
    public string EntryId { get; init; } = "";

    /// <summary>Codes of the checks.</summary>
    public string CheckIds { get; init; } = "";

    /// <summary>The submission.</summary>
    public string Uuid { get; init; } = "";

    /// <summary>The repeat's path; "" = main.</summary>
    public string Table { get; init; } = "";

    /// <summary>Positions of the repeat row, as in the raw data.</summary>
    public string RowPath { get; init; } = "";

    /// <summary>Canonical name of the column.</summary>
    public string Question { get; init; } = "";

    /// <summary>The cell as it was read.</summary>
    public string Old { get; init; } = "";

    /// <summary>The cell as it is written.</summary>
    public string New { get; init; } = "";

    /// <summary>Code of the person who decided.</summary>
    public string Actor { get; init; } = "";

    /// <summary>When, as the log has it, or <c>--now</c>.</summary>
    public string At { get; init; } = "";

    /// <summary>Whether the old value was not compared.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>Reason of a removal.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether it is about one cell.</summary>
    public bool IsOfCell => Cause is "log" or "parent" or "child" or "recalculated" or "hidden" or "normalised";

    /// <summary>Its members besides those of the chain, by name.</summary>
    public SortedDictionary<string, string> Facts()
    {
        SortedDictionary<string, string> facts = new(StringComparer.Ordinal)
        {
            ["actor"] = Actor,
            ["at"] = At,
            ["cause"] = Cause,
            ["check_ids"] = CheckIds,
            ["entry_id"] = EntryId,
            ["new"] = New,
            ["old"] = Old,
            ["question"] = Question,
            ["row_path"] = RowPath,
            ["table"] = Table,
            ["unverified"] = IsUnverified ? "yes" : "",
            ["uuid"] = Uuid,
        };
        if (Reason.Length > 0) facts["reason"] = Reason;
        return facts;
    }
}
