namespace MigrationClean.Expressions.Evaluation;

/// <summary>Comparison of two values, by dialect.</summary>
/// <remarks>Source: xpath §5.</remarks>
internal static class Comparing
{
    /// <summary>JavaRosa's numbers are equal within this distance.</summary>
    private const double Tolerance = 1e-12;

    /// <summary>Compares; both sides have values.</summary>
    public static Value Compare(ComparisonKind comparison, in Value left, in Value right, EvaluationContext context, int leftPosition, int rightPosition)
    {
        if (!context.IsJavaRosa && (left.IsNodes || right.IsNodes)) return OfNodes(comparison, left, right, context, leftPosition);
        var a = Conversion.Single(left, context, leftPosition);
        if (a.IsFailure) return a;
        var b = Conversion.Single(right, context, rightPosition);
        return b.IsFailure ? b : Value.Of(OfSingles(comparison, a, b, context));
    }

    /// <summary>Enketo: true if any pair of nodes is. A node against a truth is compared by its existence.</summary>
    private static Value OfNodes(ComparisonKind comparison, in Value left, in Value right, EvaluationContext context, int position)
    {
        if (left.Kind == ValueKind.Boolean || right.Kind == ValueKind.Boolean)
        {
            var a = Conversion.ToBoolean(left, context, 0);
            if (a.IsFailure) return a;
            var b = Conversion.ToBoolean(right, context, 0);
            return b.IsFailure ? b : Value.Of(OfSingles(comparison, a, b, context));
        }

        var (failure, lefts, rights) = (default(Value?), CountOf(left), CountOf(right));
        if (!context.Visit((long)lefts * rights)) return Value.Fail(new ExpressionError("EXPR-05/nodes", position));
        for (var i = 0; i < lefts; i++)
        {
            var a = At(left, i, context);
            for (var j = 0; j < rights; j++)
            {
                var b = At(right, j, context);
                if (a.IsFailure || b.IsFailure) failure = a.IsFailure ? a : b;
                else if (OfSingles(comparison, a, b, context)) return Value.Of(true);
            }
        }

        return failure ?? Value.Of(false);
    }

    private static int CountOf(in Value value) => value.Kind == ValueKind.Nodes ? value.Nodes.Count : 1;

    private static Value At(in Value value, int index, EvaluationContext context) => value.Kind switch
    {
        ValueKind.Node => Conversion.OfNode(value.Node, context),
        ValueKind.Nodes => Conversion.OfNode(value.Nodes[index], context),
        _ => value,
    };

    private static bool OfSingles(ComparisonKind comparison, in Value a, in Value b, EvaluationContext context) => comparison switch
    {
        ComparisonKind.Equal => AreEqual(a, b, context),
        ComparisonKind.Different => !AreEqual(a, b, context),
        _ => IsOrdered(comparison, Number(a, context), Number(b, context)),
    };

    private static bool AreEqual(in Value a, in Value b, EvaluationContext context)
    {
        if (a.Kind == ValueKind.Text && b.Kind == ValueKind.Text && context.IsJavaRosa) return string.Equals(a.Text, b.Text, StringComparison.Ordinal);
        if (a.Kind == ValueKind.Boolean || b.Kind == ValueKind.Boolean) return Truth(a, context) == Truth(b, context);
        if (IsNumeric(a, b, context)) return NumbersEqual(Number(a, context), Number(b, context), context);
        return string.Equals(Text(a, context), Text(b, context), StringComparison.Ordinal);
    }

    /// <summary>Whether two values are compared as numbers; in Enketo also where both are dates, or texts that look like dates.</summary>
    private static bool IsNumeric(in Value a, in Value b, EvaluationContext context)
    {
        if (a.Kind == ValueKind.Number || b.Kind == ValueKind.Number) return true;
        return !context.IsJavaRosa && IsDate(a) && IsDate(b);
    }

    private static bool IsDate(in Value value) => value.Kind == ValueKind.Date || (value.Kind == ValueKind.Text && Dates.LooksLikeDate(value.Text));

    // An infinity is not equal to itself in JavaRosa: their difference is no number.
    private static bool NumbersEqual(double a, double b, EvaluationContext context) => context.IsJavaRosa ? Math.Abs(a - b) < Tolerance : a == b;

    private static bool IsOrdered(ComparisonKind comparison, double a, double b) => comparison switch
    {
        ComparisonKind.Less => a < b,
        ComparisonKind.LessOrEqual => a <= b,
        ComparisonKind.Greater => a > b,
        _ => a >= b,
    };

    private static double Number(in Value value, EvaluationContext context) => Conversion.ToNumber(value, context, 0).Number;

    private static string Text(in Value value, EvaluationContext context) => Conversion.ToText(value, context, 0).Text;

    private static bool Truth(in Value value, EvaluationContext context) => Conversion.ToBoolean(value, context, 0).Boolean;
}
