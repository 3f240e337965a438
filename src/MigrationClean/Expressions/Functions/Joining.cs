using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Texts put together, for <c>concat()</c> and <c>join()</c>: a node-set gives all its nodes.</summary>
internal static class Joining
{
    /// <summary>Joins the arguments from a place on.</summary>
    /// <remarks>In JavaRosa several nodes are an error unless they are the only argument.</remarks>
    public static Value Join(in FunctionCall call, string separator, int first)
    {
        var texts = new List<string>();
        var length = 0L;
        for (var i = first; i < call.Count; i++)
        {
            var spreads = call[i].Kind == ValueKind.Nodes && (!call.IsJavaRosa || call.Count == first + 1);
            foreach (var value in spreads ? call.Nodes(i).Select(n => Value.Of(n)) : [call[i]])
            {
                var text = call.ToText(value, i);
                if (text.IsFailure) return text;
                texts.Add(text.Text);
                length += text.Text.Length + separator.Length;
                if (length > ExpressionLimits.TextLength) return Value.Fail(new ExpressionError("EXPR-05/text", call.PositionOf(i)));
            }
        }

        return Value.Of(string.Join(separator, texts));
    }
}
