using System.Collections.Immutable;
using MigrationClean.Anonymisation.Plan;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>Numbers above a threshold become the threshold, or the mean of those replaced. Threshold and count are published. Source: anonymisation §3.5.</summary>
internal sealed class TopCode : Method
{
    public override string Name => "top";

    public override int Strictness => 2;

    public override ImmutableArray<string> Parameters => ["at", "q", "as", "k"];

    public override string? WrongParameter(PlanParameters parameters) => TailCode.WrongParameter(parameters);

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context) => TailCode.Apply(column.Values, context, isTop: true);
}

/// <summary>Numbers below a threshold become the threshold, or the mean of those replaced.</summary>
internal sealed class BottomCode : Method
{
    public override string Name => "bottom";

    public override int Strictness => 2;

    public override ImmutableArray<string> Parameters => ["at", "q", "as", "k"];

    public override string? WrongParameter(PlanParameters parameters) => TailCode.WrongParameter(parameters);

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context) => TailCode.Apply(column.Values, context, isTop: false);
}
