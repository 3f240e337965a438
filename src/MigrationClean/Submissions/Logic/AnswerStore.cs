using MigrationClean.Expressions.Evaluation;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Logic;

/// <summary>
/// The distinct values of one question as expressions read them: those of its column under the column's codes, and calculated ones after
/// them. One a worker; texts and typed values are made once per distinct value.
/// </summary>
internal sealed class AnswerStore(Column? column, BindType type, Func<int, bool> isBlank)
{
    private readonly int _stored = column?.ValueCount ?? 1;
    private readonly List<string> _calculated = [];
    private readonly Dictionary<string, int> _codes = new(StringComparer.Ordinal);
    private string?[] _texts = [];
    private Value[] _typed = [];
    private byte[] _blank = [];

    /// <summary>The column; <see langword="null"/> if the export does not hold the question.</summary>
    public Column? Column => column;

    /// <summary>Codes so far: 0 … Count − 1.</summary>
    public int Count => _stored + _calculated.Count;

    /// <summary>The code of a stored value, 0 where it counts as blank.</summary>
    public int Effective(int code)
    {
        if (code == 0) return 0;
        if (_blank.Length == 0) _blank = new byte[_stored];
        if (_blank[code] == 0) _blank[code] = isBlank(code) ? (byte)2 : (byte)1;
        return _blank[code] == 2 ? 0 : code;
    }

    /// <summary>The code of a calculated value; it lasts as long as the store.</summary>
    public int Add(string text)
    {
        if (text.Length == 0) return 0;
        if (_codes.TryGetValue(text, out var code)) return code;
        _calculated.Add(text);
        return _codes[text] = Count - 1;
    }

    /// <summary>The text of a code.</summary>
    public string Text(int code)
    {
        if (code >= _stored) return _calculated[code - _stored];
        if (code == 0) return "";

        // Values of a column without distinct codes are met once each: nothing is kept of them.
        if (!column!.HasDistinctCodes) return column.Text(code).Trim();
        if (_texts.Length == 0) _texts = new string?[_stored];
        return _texts[code] ??= column.Text(code).Trim();
    }

    /// <summary>The value of a code as JavaRosa reads it.</summary>
    public Value Typed(int code, EvaluationContext context)
    {
        if (code == 0) return Value.Empty;
        if (type == BindType.Text) return Value.Of(Text(code));
        if (code >= _stored || !column!.HasDistinctCodes) return TypedText.Read(Text(code), type, context);
        if (_typed.Length == 0) _typed = new Value[_stored];
        if (_typed[code].Kind == ValueKind.Text && _typed[code].Text.Length == 0) _typed[code] = TypedText.Read(Text(code), type, context);
        return _typed[code];
    }
}
