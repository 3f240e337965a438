using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Batch;

/// <summary>What an expression gave in one dialect: a value, an error with its place, or why it cannot be told.</summary>
public sealed record EvaluationAnswer
{
    private EvaluationAnswer(string type) => Type = type;

    /// <summary><c>number</c>, <c>string</c>, <c>boolean</c>, <c>date</c>, <c>nodeset</c>, <c>error</c>, <c>notEvaluable</c>.</summary>
    public string Type { get; }

    /// <summary>The value as text, one for each node of a node-set; empty where there is none.</summary>
    public ImmutableArray<string> Texts { get; private init; } = [];

    /// <summary>Of a number or a truth (0 or 1): itself.</summary>
    public double Number { get; private init; }

    /// <summary>Of an error: its code, <c>EXPR-01</c>.</summary>
    public string? Code { get; private init; }

    /// <summary>Of an error: where, 0-based in Unicode code points of the expression.</summary>
    public int Position { get; private init; }

    /// <summary>Of an error: a sentence in the language asked for.</summary>
    public string? Message { get; private init; }

    /// <summary>Of what is not evaluable: what it needs that is not there, as the expression writes it.</summary>
    public string? Reason { get; private init; }

    /// <summary>Whether two answers say the same.</summary>
    internal bool Agrees(EvaluationAnswer other)
    {
        if (Type != other.Type || Texts.Length != other.Texts.Length || Reason != other.Reason) return false;
        return Type == "number" ? Number.Equals(other.Number) || AreNear(Number, other.Number) : Texts.SequenceEqual(other.Texts, StringComparer.Ordinal);
    }

    internal static EvaluationAnswer Of(in Value value, string expression, EvaluationContext context, Messages texts) => value.Kind switch
    {
        ValueKind.Number => new("number") { Number = value.Number, Texts = [NumberText.Print(value.Number, context.Dialect)] },
        ValueKind.Boolean => new("boolean") { Number = value.Boolean ? 1 : 0, Texts = [value.Boolean ? "true" : "false"] },
        ValueKind.Date => new("date") { Texts = [DateText(value.Milliseconds, context)] },
        ValueKind.Node or ValueKind.Nodes => new("nodeset") { Texts = [.. value.Nodes.Select(node => node.Instance.TextOf(node))] },
        ValueKind.NotEvaluable => new("notEvaluable") { Reason = value.Reason.What },
        ValueKind.Error => Of(value.Error, expression, texts),
        _ => new("string") { Texts = [value.Text] },
    };

    internal static EvaluationAnswer Of(ExpressionError error, string expression, Messages texts) => new("error")
    {
        Code = error.Code,
        Position = CodePointsBefore(expression, error.Position),
        Message = texts.Has(error.Key, "message") ? texts.Text(error.Key, "message", error.Arguments, showValues: true) : error.Key,
    };

    /// <summary>The text of a value that was asked for as a date.</summary>
    internal static EvaluationAnswer Date(in Value value, EvaluationContext context) =>
        new("date") { Texts = [value.Kind == ValueKind.Date ? DateText(value.Milliseconds, context) : Conversion.ToText(value, context, 0).Text] };

    private static string DateText(double milliseconds, EvaluationContext context) =>
        double.IsNaN(milliseconds) ? "Invalid Date" : Dates.IsMidnight(milliseconds, context) ? Dates.DayText(milliseconds, context) : Dates.ToIso(milliseconds, context);

    private static bool AreNear(double a, double b) => Math.Abs(a - b) <= 1e-9 * Math.Max(1, Math.Max(Math.Abs(a), Math.Abs(b)));

    private static int CodePointsBefore(string text, int position)
    {
        var count = 0;
        foreach (var _ in text.AsSpan(0, Math.Min(position, text.Length)).EnumerateRunes()) count++;
        return count;
    }
}
