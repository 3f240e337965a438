namespace MigrationClean.Expressions.Evaluation;

/// <summary>The text of a node as JavaRosa reads it by the type that the form binds. Text that is none of that type stays text.</summary>
/// <remarks>Source: xpath §4.</remarks>
internal static class TypedText
{
    /// <summary>The value.</summary>
    public static Value Read(string text, BindType type, EvaluationContext context)
    {
        if (text.Length == 0) return Value.Empty;
        return type switch
        {
            BindType.Integer or BindType.Decimal => NumberText.Parse(text, context) is var number && double.IsNaN(number) ? Value.Of(text) : Value.Of(number),
            BindType.Date => Dates.Parse(text, context) is { } day ? Value.At(Dates.StartOfDay(day, context)) : Value.Of(text),
            BindType.DateTime => Dates.Parse(text, context) is { } instant ? Value.At(instant) : Value.Of(text),
            BindType.Time => Dates.ParseTime(text, context) is { } time ? Value.At(time) : Value.Of(text),
            BindType.Boolean => text switch
            {
                "true" or "1" => Value.Of(true),
                "false" or "0" => Value.Of(false),
                _ => Value.Of(text),
            },
            _ => Value.Of(text),
        };
    }

    /// <summary>The type of a name in an XForm's binding: <c>int</c>, <c>dateTime</c>; those that stay text, and unknown ones, are text.</summary>
    public static BindType TypeOf(string name) => name switch
    {
        "int" or "integer" or "long" => BindType.Integer,
        "decimal" or "double" => BindType.Decimal,
        "date" => BindType.Date,
        "dateTime" => BindType.DateTime,
        "time" => BindType.Time,
        "boolean" => BindType.Boolean,
        _ => BindType.Text,
    };
}
