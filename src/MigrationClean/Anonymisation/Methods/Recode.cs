using System.Collections.Immutable;
using MigrationClean.Anonymisation.Plan;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>The category of a hierarchy's level in place of the answer. An answer that the hierarchy lacks is blank.</summary>
internal sealed class Recode : Method
{
    public override string Name => "recode";

    public override int Strictness => 3;

    public override ImmutableArray<string> Parameters => ["level"];

    public override string? WrongParameter(PlanParameters parameters) =>
        parameters.Number("level", 1) is { } level && level == Math.Floor(level) && level < 100 ? null : "level";

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var hierarchy = context.Hierarchy ?? throw new InvalidOperationException("A recode without hierarchy passed the plan's checks.");
        var level = (int)(context.Parameters.Number("level", 1) ?? 1);
        var (values, blanked) = Rewrite(column.Values, text => column.IsSet
            ? string.Join(' ', text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(c => hierarchy.At(c, level)?.Replace(' ', '_')).OfType<string>().Distinct(StringComparer.Ordinal))
            : hierarchy.At(text, level));
        return new() { Values = values, Kind = ValueKind.Code, Blanked = blanked };
    }
}
