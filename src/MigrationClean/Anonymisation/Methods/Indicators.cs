using System.Collections.Immutable;
using MigrationClean.Anonymisation.Plan;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>Of a select_multiple only the 0/1 columns of some choices; the sets themselves stay behind. Source: anonymisation §3.9.</summary>
internal sealed class Indicators : Method
{
    public override string Name => "indicators";

    public override int Strictness => 2;

    public override ImmutableArray<string> Parameters => ["choices"];

    public override string? WrongParameter(PlanParameters parameters) => parameters["choices"] is { Length: > 0 } ? null : "choices";

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var wanted = (context.Parameters["choices"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kept = Keep.Choices(column);
        return kept with { Indicators = [.. kept.Labels.Where(l => wanted.Contains(l.Value, StringComparer.Ordinal))], OnlyIndicators = true };
    }
}
