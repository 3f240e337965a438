using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Values;

/// <summary>Leads the texts in the cells of a select back to the names of its choices (kobo-exports §4, §4.1, §16.4).</summary>
internal sealed class ChoiceNames
{
    /// <summary>The answer that or_other adds; never translated.</summary>
    public const string Other = "other";

    private readonly ImmutableArray<WrittenChoice>[] _written;
    private readonly bool _isXml;
    private readonly bool _restoresNumbers;
    private readonly Dictionary<string, string?> _named = new(StringComparer.Ordinal);

    /// <summary>Prepares one question.</summary>
    /// <param name="question">A select.</param>
    /// <param name="language">The export's language, or <see cref="HeaderStyle.Xml"/>.</param>
    /// <param name="restoresNumbers">Whether a code that lost its leading zeros may be restored from its numeric value.</param>
    public ChoiceNames(SurveyQuestion question, string? language, bool restoresNumbers)
    {
        _isXml = language == HeaderStyle.Xml;
        _restoresNumbers = restoresNumbers;
        _written = new ImmutableArray<WrittenChoice>[question.ByForm.Length];
        for (var f = 0; f < _written.Length; f++)
        {
            var version = question.ByForm[f];
            var written = ImmutableArray.CreateBuilder<WrittenChoice>();
            foreach (var choice in version?.Choices?.Choices ?? [])
                written.Add(new(!_isXml && choice.Label.In(language) is { Length: > 0 } label ? label : choice.Name, choice.Name));
            if (version?.HasOrOther == true && !written.Any(w => w.Name == Other)) written.Add(new(Other, Other));
            _written[f] = written.ToImmutable();
        }

        All = [.. _written.SelectMany(w => w).Distinct()];
        Names = [.. All.Select(w => w.Name).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All ways in which a choice is written, over all versions.</summary>
    public ImmutableArray<WrittenChoice> All { get; }

    /// <summary>All names, newest version first.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>How a version writes its choices.</summary>
    public ImmutableArray<WrittenChoice> Of(int form) => _written[form].IsEmpty ? All : _written[form];

    /// <summary>The name of the one choice that a text stands for in a version, or <see langword="null"/> if it stands for none or for several.</summary>
    public string? NameOf(string text, int form)
    {
        var key = $"{form} {text}";
        if (!_named.TryGetValue(key, out var name)) _named[key] = name = Find(text, form);
        return name;
    }

    private string? Find(string text, int form)
    {
        var own = Of(form);
        var exact = Distinct(own.Where(w => w.Text == text));
        if (exact.Length > 0) return exact.Length == 1 ? exact[0] : null;
        if (own.Any(w => w.Name == text)) return text;

        exact = Distinct(All.Where(w => w.Text == text));
        if (exact.Length > 0) return exact.Length == 1 ? exact[0] : null;
        if (Names.Contains(text, StringComparer.Ordinal)) return text;

        if (!_isXml)
        {
            var folded = Normal(text);
            if (Only(own.Where(w => Normal(w.Text) == folded)) is { } near) return near;
            if (Only(All.Where(w => Normal(w.Text) == folded)) is { } nearOfOther) return nearOfOther;
        }

        if (!_restoresNumbers || NumberOf(text) is not { } number) return null;
        return Only(own.Where(w => IsSame(NumberOf(w.Text), number))) ?? Only(All.Where(w => IsSame(NumberOf(w.Text), number)));
    }

    private static string? Only(IEnumerable<WrittenChoice> choices) => Distinct(choices) is [var one] ? one : null;

    private static string[] Distinct(IEnumerable<WrittenChoice> choices) => [.. choices.Select(w => w.Name).Distinct(StringComparer.Ordinal)];

    private static string Normal(string text)
    {
        try
        {
            return HeaderText.Collapse(text.Normalize(NormalizationForm.FormC));
        }
        catch (ArgumentException)
        {
            return text; // a lone surrogate: nothing to compare loosely
        }
    }

    // Numbers above 15 digits lose their last ones in a typed cell.
    private static bool IsSame(double? name, double number) => name is { } n && (n == number || (Math.Abs(n) >= 1e15 && Math.Abs(n - number) <= Math.Abs(n) * 1e-15));

    /// <summary>The number that Python's int() or float() makes of a text: Unicode digits and underscores between digits count, nan and inf do not.</summary>
    private static double? NumberOf(string text)
    {
        var digits = new StringBuilder(text.Length);
        foreach (var rune in text.Trim().EnumerateRunes())
        {
            if (Rune.IsDigit(rune)) digits.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
            else if (rune.Value == '_' && digits.Length > 0 && char.IsAsciiDigit(digits[^1])) continue;
            else digits.Append(rune);
        }

        return double.TryParse(digits.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }
}

/// <summary>How an export writes a choice.</summary>
/// <param name="Text">The label in the export's language, or the name.</param>
/// <param name="Name">The name.</param>
internal readonly record struct WrittenChoice(string Text, string Name);
