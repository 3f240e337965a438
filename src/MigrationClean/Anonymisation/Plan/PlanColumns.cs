using System.Collections.Immutable;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>A column of the plan's table.</summary>
/// <param name="Name">Its header.</param>
/// <param name="Read">What the plan's row has in it.</param>
/// <param name="Width">Width in the workbook.</param>
/// <param name="IsOurs">Whether we fill it and the workbook locks it.</param>
internal sealed record PlanColumn(string Name, Func<PlanRow, string> Read, double Width, bool IsOurs = false)
{
    /// <summary>What a drop-down list offers, or empty.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}

/// <summary>The columns of the privacy plan, in the order in which we write them. Source: tables-and-settings §2.</summary>
internal static class PlanColumns
{
    /// <summary>All columns.</summary>
    public static ImmutableArray<PlanColumn> All { get; } =
    [
        new("table", r => r.Table ?? "", 14, IsOurs: true),
        new("question", r => r.Question, 26, IsOurs: true),
        new("type", r => r.Type, 18, IsOurs: true),
        new("label", r => r.Label, 40, IsOurs: true),
        new("role", r => RoleNames.Of(r.Role), 16) { Choices = RoleNames.ForList },
        new("internal", r => r.Internal, 13) { Choices = Methods.AllMethods.Names },
        new("partner", r => r.Partner, 13) { Choices = Methods.AllMethods.Names },
        new("public", r => r.Public, 13) { Choices = Methods.AllMethods.Names },
        new("parameters", r => r.Parameters.ToString(), 34),
        new("importance", r => r.Importance is { } importance ? $"{importance}" : "", 11),
        new("hierarchy", r => r.Hierarchy, 22),
        new("domain", r => r.Domain, 14),
        new("depends_on", r => r.DependsOn, 18),
        new("evidence", r => r.Evidence, 60, IsOurs: true),
        new("confidence", r => r.Confidence, 11, IsOurs: true),
        new("fingerprint", r => r.Fingerprint, 19, IsOurs: true),
        new("confirmed_by", r => r.ConfirmedBy, 14),
        new("confirmed_on", r => r.ConfirmedOn, 13),
        new("note", r => r.Note, 30),
    ];
}
