using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>What shall be done to every question and export column, at every level: a table that a person confirms. Source: tables-and-settings §2.</summary>
public sealed class PrivacyPlan
{
    internal PrivacyPlan(ImmutableArray<PlanRow> rows) => Rows = rows;

    /// <summary>Whether a person has confirmed every row: then a run with it is a release.</summary>
    public bool IsConfirmed => !Rows.IsEmpty && Rows.All(r => r.ConfirmedBy.Length > 0);

    /// <summary>Whether it was inferred in this run rather than read from a table.</summary>
    public bool IsInferred { get; init; }

    /// <summary>The table's file as shown, or <see langword="null"/> for an inferred one.</summary>
    public string? File { get; init; }

    /// <summary>What is worth knowing about the table and is no mistake.</summary>
    public ImmutableArray<ReleaseWarning> Notices { get; init; } = [];

    /// <summary>Columns of the table that we do not know: kept and written back.</summary>
    internal ImmutableArray<string> OtherHeaders { get; init; } = [];

    /// <summary>The rows, main table first, in form order.</summary>
    internal ImmutableArray<PlanRow> Rows { get; }

    /// <summary>The question that gates the submission; <see langword="null"/> if no row has that role.</summary>
    public string? ConsentQuestion => Rows.FirstOrDefault(row => row.Role.HasFlag(PrivacyRole.Consent))?.Question;

    /// <summary>Hierarchies by the name that the plan gives them.</summary>
    internal FrozenDictionary<string, Hierarchy> Hierarchies { get; init; } = FrozenDictionary<string, Hierarchy>.Empty;

    /// <summary>The row of a question or column, or <see langword="null"/>. O(rows).</summary>
    /// <param name="table">Repeat path, <see langword="null"/> = main.</param>
    /// <param name="name">Canonical name of the column.</param>
    /// <param name="question">Its question: its name and its path serve as well.</param>
    internal PlanRow? Find(string? table, string name, Question? question)
    {
        foreach (var row in Rows)
        {
            if (row.Table != table) continue;
            if (row.Question == name || (question is not null && row.Question == question.Path)) return row;
        }

        return null;
    }
}

/// <summary>A row of the privacy plan.</summary>
internal sealed record PlanRow
{
    /// <summary>Repeat path; <see langword="null"/> = main.</summary>
    public string? Table { get; init; }

    /// <summary>Name of the question (its path where the name occurs twice), or of the export's column.</summary>
    public required string Question { get; init; }

    /// <summary>XLSForm type, or "".</summary>
    public string Type { get; init; } = "";

    /// <summary>Label in the chosen language.</summary>
    public string Label { get; init; } = "";

    /// <summary>Its role.</summary>
    public PrivacyRole Role { get; init; }

    /// <summary>Method inside the team; "" = the role's default.</summary>
    public string Internal { get; init; } = "";

    /// <summary>Method for a partner.</summary>
    public string Partner { get; init; } = "";

    /// <summary>Method for the public.</summary>
    public string Public { get; init; } = "";

    /// <summary>Parameters of the methods.</summary>
    public PlanParameters Parameters { get; init; } = PlanParameters.None;

    /// <summary>1–99, 1 = blanked last; <see langword="null"/> = by the order in the form.</summary>
    public int? Importance { get; init; }

    /// <summary>Name of a hierarchy, or "".</summary>
    public string Hierarchy { get; init; } = "";

    /// <summary>Pseudonym domain; "" = the question's name.</summary>
    public string Domain { get; init; } = "";

    /// <summary>Questions that would give this one away, as written.</summary>
    public string DependsOn { get; init; } = "";

    /// <summary>Why this role is proposed, in words.</summary>
    public string Evidence { get; init; } = "";

    /// <summary><c>high</c>, <c>medium</c>, <c>low</c> or "".</summary>
    public string Confidence { get; init; } = "";

    /// <summary>16 hex digits, or "" in a row that a person wrote.</summary>
    public string Fingerprint { get; init; } = "";

    /// <summary>Code of the person who confirmed it; "" = a proposal.</summary>
    public string ConfirmedBy { get; init; } = "";

    /// <summary>When.</summary>
    public string ConfirmedOn { get; init; } = "";

    /// <summary>A person's note.</summary>
    public string Note { get; init; } = "";

    /// <summary>Cells of columns that we do not know, in the order of <see cref="PrivacyPlan.OtherHeaders"/>.</summary>
    public ImmutableArray<string> Others { get; init; } = [];

    /// <summary>1-based row in the file; 0 in an inferred plan.</summary>
    public int Number { get; init; }

    /// <summary>The method cell of a level.</summary>
    public string MethodAt(ReleaseLevel level) => level switch
    {
        ReleaseLevel.Internal => Internal,
        ReleaseLevel.Partner => Partner,
        _ => Public,
    };
}
