namespace MigrationClean.Expressions.Evaluation;

/// <summary>A node's text under the type that the form binds to it, as JavaRosa reads it.</summary>
/// <remarks>A text that does not fit its type stays text. Source: xpath §4.</remarks>
internal static class TypedText
{
    /// <summary>The value of a text.</summary>
    public static Value Read(string text, BindType type, EvaluationContext context)
    {
        if (text.Length == 0) return Value.Empty;
        switch (type)
        {
            case BindType.Integer or BindType.Decimal:
                var number = NumberText.Parse(text, context);
                return double.IsNaN(number) ? Value.Of(text) : Value.Of(number);
            case BindType.Date:
                return Dates.Parse(text.Split('T')[0], context) is { } day ? Value.At(day) : Value.Of(text);
            case BindType.DateTime:
                return Dates.Parse(text, context) is { } instant ? Value.At(instant) : Value.Of(text);
            case BindType.Time:
                return Dates.ParseTime(text, context) is { } time ? Value.At(time) : Value.Of(text);
            case BindType.Boolean:
                return text is "true" or "1" ? Value.Of(true) : text is "false" or "0" ? Value.Of(false) : Value.Of(text);
            default:
                return Value.Of(text);
        }
    }
}
