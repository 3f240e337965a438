using System.Collections.Immutable;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>A way of making answers safe: a pure function of values, parameters and key. One file each, one line in <see cref="AllMethods"/>.</summary>
internal abstract class Method
{
    /// <summary>Its word in the plan.</summary>
    public abstract string Name { get; }

    /// <summary>How much it takes away, 0 (nothing) to 9 (all): of two methods the larger wins.</summary>
    public abstract int Strictness { get; }

    /// <summary>The parameters that it reads.</summary>
    public virtual ImmutableArray<string> Parameters => [];

    /// <summary>The first parameter that can't be used, or <see langword="null"/>.</summary>
    public virtual string? WrongParameter(PlanParameters parameters) => null;

    /// <summary>The treated column. Only rows that are released, in released order.</summary>
    public abstract TreatedColumn Apply(AnswerColumn column, MethodContext context);

    /// <summary>Rewrites every distinct value; blank where the function gives nothing, and counts the cells that lost their answer.</summary>
    protected static (Column Values, int Blanked) Rewrite(Column column, Func<string, string?> rewrite)
    {
        var counts = column.CountByCode();
        var (code, blanked) = (0, 0);
        var values = column.MapValues(text =>
        {
            var count = counts[++code];
            if (count == 0) return null;
            var rewritten = rewrite(text);
            if (string.IsNullOrEmpty(rewritten)) blanked += count;
            return rewritten;
        });
        return (values, blanked);
    }
}

/// <summary>What a method may use besides the column: its parameters at the level, and the key.</summary>
internal sealed record MethodContext
{
    /// <summary>The level.</summary>
    public required ReleaseLevel Level { get; init; }

    /// <summary>The plan's row.</summary>
    public required PlanRow Row { get; init; }

    /// <summary>The parameters at this level.</summary>
    public required PlanParameters Parameters { get; init; }

    /// <summary>The hierarchy that the row names, or <see langword="null"/>.</summary>
    public Hierarchy? Hierarchy { get; init; }

    /// <summary>The settings.</summary>
    public required ReleaseSettings Settings { get; init; }

    /// <summary>The key.</summary>
    public required ProjectKey Key { get; init; }

    /// <summary>Canonical answers of another question of the same row (that of the table or an enclosing one), in released order; or <see langword="null"/>.</summary>
    public required Func<string, Column?> Other { get; init; }

    /// <summary>k of the level, from the plan's parameter <c>k</c> or the level's gate.</summary>
    public int K => (int)(Parameters.Number("k", Level.SmallestGroup()) ?? Level.SmallestGroup());
}
