using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Tells which parts of a condition decide its outcome: of a false <c>and</c> the first false side, of a true <c>or</c> the first true one.</summary>
internal static class DecidingParts
{
    /// <summary>The paths in those parts, from left to right.</summary>
    /// <param name="operation">The condition.</param>
    /// <param name="truth">Evaluates a part where the condition stands; <see langword="null"/> if it cannot be told.</param>
    public static IEnumerable<PathOperation> Of(Operation operation, Func<Operation, bool?> truth)
    {
        if (operation is PathOperation path) return [path];
        if (operation.Source is Expression.Binary { Operator: "and" or "or" } junction && operation.Parts is [var left, var right])
        {
            var decides = junction.Operator == "or";
            if (truth(left) == decides) return Of(left, truth);
            return truth(right) == decides ? Of(right, truth) : Of(left, truth).Concat(Of(right, truth));
        }

        return operation.Parts.SelectMany(part => Of(part, truth));
    }
}
