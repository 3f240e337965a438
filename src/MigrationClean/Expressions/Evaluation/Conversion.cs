namespace MigrationClean.Expressions.Evaluation;

/// <summary>Casts between the types of values, by dialect.</summary>
/// <remarks>Source: xpath §4. What fails stays a failure.</remarks>
internal static class Conversion
{
    /// <summary>A single value: a node gives what its dialect reads in it, no node the empty text.</summary>
    /// <param name="value">Any value.</param>
    /// <param name="context">Dialect and zone.</param>
    /// <param name="position">Where the operand stands, for the error.</param>
    public static Value Single(in Value value, EvaluationContext context, int position)
    {
        if (value.Kind == ValueKind.Node) return OfNode(value.Node, context);
        if (value.Kind != ValueKind.Nodes) return value;
        var nodes = value.Nodes;
        if (nodes.Count == 0) return Value.Empty;
        return context.IsJavaRosa ? Value.Fail("several-nodes", position, new Diagnostics.FindingArgument("name", nodes[0].Name)) : OfNode(nodes[0], context);
    }

    /// <summary>What a dialect reads in a node.</summary>
    public static Value OfNode(in Node node, EvaluationContext context)
    {
        if (node.Instance.UnreadableBecause(node) is { } unreadable) return unreadable;
        var value = context.IsJavaRosa ? node.Instance.TypedValueOf(node, context) : Value.Of(node.Instance.TextOf(node));
        return value.Kind != ValueKind.Text || context.Read(value.Text) ? value : Value.Fail(new ExpressionError("EXPR-05/nodes", 0));
    }

    /// <summary>To a number.</summary>
    public static Value ToNumber(in Value value, EvaluationContext context, int position) => value.Kind switch
    {
        ValueKind.Number => value,
        ValueKind.Boolean => Value.Of(value.Boolean ? 1.0 : 0.0),
        ValueKind.Text => Value.Of(NumberText.Parse(value.Text, context)),
        ValueKind.Date => Value.Of(Dates.ToDays(value.Milliseconds, context)),
        ValueKind.Node or ValueKind.Nodes => ToNumber(Single(value, context, position), context, position),
        _ => value,
    };

    /// <summary>To a text.</summary>
    public static Value ToText(in Value value, EvaluationContext context, int position) => value.Kind switch
    {
        ValueKind.Text => value,
        ValueKind.Number => Value.Of(NumberText.Print(value.Number, context.Dialect)),
        ValueKind.Boolean => Value.Of(value.Boolean ? "true" : "false"),
        ValueKind.Date => Value.Of(Dates.ToText(value.Milliseconds, context)),
        ValueKind.Node or ValueKind.Nodes => ToText(Single(value, context, position), context, position),
        _ => value,
    };

    /// <summary>To a truth.</summary>
    public static Value ToBoolean(in Value value, EvaluationContext context, int position)
    {
        switch (value.Kind)
        {
            case ValueKind.Boolean:
                return value;
            case ValueKind.Number:
                var number = value.Number;
                return Value.Of(!double.IsNaN(number) && (context.IsJavaRosa ? Math.Abs(number) > 1e-12 : number != 0));
            case ValueKind.Text:
                return Value.Of(value.Text.Length > 0);
            case ValueKind.Date:
                return Value.Of(!double.IsNaN(value.Milliseconds));
            case ValueKind.Node or ValueKind.Nodes:
                return context.IsJavaRosa
                    ? ToBoolean(Single(value, context, position), context, position)
                    : ExistenceOf(value);
            default:
                return value;
        }
    }

    /// <summary>To an instant, as <c>date()</c> and the date functions take it: empty stays the empty text.</summary>
    public static Value ToDate(in Value value, EvaluationContext context, int position)
    {
        var single = Single(value, context, position);
        switch (single.Kind)
        {
            case ValueKind.Date:
                return single;
            case ValueKind.Text:
                if (single.Text.Length == 0) return single;
                if (Dates.Parse(single.Text, context) is { } milliseconds) return Value.At(milliseconds);
                if (context.IsJavaRosa) return Value.Fail("not-a-date", position);
                var days = NumberText.Parse(single.Text, context);
                return Value.At(double.IsNaN(days) ? Dates.ParseLoosely(single.Text, context) : Dates.OfDays(days, context));
            case ValueKind.Number:
                if (double.IsNaN(single.Number)) return context.IsJavaRosa ? single : Value.At(double.NaN);
                return Value.At(Dates.OfDays(single.Number, context));
            case ValueKind.Boolean:
                return context.IsJavaRosa ? Value.Fail("not-a-date", position) : Value.At(double.NaN);
            default:
                return single;
        }
    }

    // A browser asks whether the node is there; a question that the export lacks can't be asked.
    private static Value ExistenceOf(in Value value)
    {
        if (value.Kind == ValueKind.Nodes) return Value.Of(value.Nodes.Count > 0);
        return value.Node.Instance.UnreadableBecause(value.Node) ?? Value.Of(true);
    }
}
