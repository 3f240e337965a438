using System.Collections.Immutable;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation;

/// <summary>What is done to one question or column at the level of this run.</summary>
internal sealed record ColumnDecision
{
    /// <summary>Repeat path; <see langword="null"/> = main.</summary>
    public string? Table { get; init; }

    /// <summary>Canonical name.</summary>
    public required string Name { get; init; }

    /// <summary>Its role.</summary>
    public PrivacyRole Role { get; init; }

    /// <summary>The method; <see langword="null"/> = it is left out.</summary>
    public Method? Method { get; init; }

    /// <summary>Its parameters at the level.</summary>
    public PlanParameters Parameters { get; init; } = PlanParameters.None;

    /// <summary>The plan's row, or <see langword="null"/> where there is none.</summary>
    public PlanRow? Row { get; init; }

    /// <summary>The question in each form version; empty for columns of the server and unknown ones.</summary>
    public ImmutableArray<Question> Versions { get; init; } = [];

    /// <summary>Its columns: the answers first, then the parts that follow it.</summary>
    public ImmutableArray<TableColumn> Columns { get; init; } = [];
}
