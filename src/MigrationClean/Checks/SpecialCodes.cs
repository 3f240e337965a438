using System.Globalization;
using System.Runtime.CompilerServices;
using MigrationClean.Checks.Outliers;
using MigrationClean.Checks.Settings;
using MigrationClean.Forms;

namespace MigrationClean.Checks;

/// <summary>What an answer stands for instead of what was asked.</summary>
internal enum SpecialCode : byte
{
    /// <summary>Nothing but itself.</summary>
    None,

    /// <summary>Don't know.</summary>
    DontKnow,

    /// <summary>Refused to say.</summary>
    Refused,

    /// <summary>Not applicable.</summary>
    NotApplicable,

    /// <summary>Other, to be specified.</summary>
    Other,

    /// <summary>A number that is often used so; what for is not said.</summary>
    Reserved,
}

/// <summary>
/// Which choices and numbers of a question stand for no answer or for "other": by the form's column <c>dk_codes</c>, by the settings, else by the
/// usual words and numbers.
/// </summary>
/// <remarks>
/// The settings replace the usual names and numbers of a kind; what a label says in words holds all the same. <c>dk_codes</c> replaces what stands
/// for don't know in its question. Source: cleaning §4.5 VAL-01, §4.13.
/// </remarks>
internal sealed class SpecialCodes
{
    private const string Column = "dk_codes";

    private static readonly ConditionalWeakTable<ChoiceList, SpecialCode[]> ByWords = [];

    private readonly Dictionary<string, SpecialCode> _choices = new(StringComparer.Ordinal);
    private readonly Dictionary<double, SpecialCode> _numbers = [];
    private readonly Dictionary<double, SpecialCode> _declared = [];

    private SpecialCodes(Question question, CheckSettings settings)
    {
        var given = Given(settings.Codes);
        var dontKnow = FromColumn(question);
        if (question.Choices is { } list) Sort(list, given, dontKnow);
        if (question.HasOrOther) _choices["other"] = SpecialCode.Other;
        if (!question.Type.IsNumeric()) return;

        foreach (var text in settings.Of(ReservedNumber.Check).Texts(ReservedNumber.Codes)) Add(text, SpecialCode.Reserved, _numbers, bothSigns: true);
        foreach (var (kind, texts) in given)
            foreach (var text in texts) Add(text, kind, _numbers, bothSigns: true);
        foreach (var (number, kind) in SpokenCodes.Of(question)) _declared[number] = kind;
        foreach (var text in dontKnow) Add(text, SpecialCode.DontKnow, _declared, bothSigns: false);
        foreach (var (number, kind) in _declared) _numbers[number] = kind;
    }

    /// <summary>The codes of a question.</summary>
    public static SpecialCodes Of(Question question, CheckSettings settings) => new(question, settings);

    /// <summary>What a choice stands for, by its name.</summary>
    public SpecialCode OfChoice(string name) => _choices.GetValueOrDefault(name);

    /// <summary>What a number stands for in an integer or decimal question, for certain or perhaps.</summary>
    public SpecialCode OfNumber(double number) => _numbers.GetValueOrDefault(number);

    /// <summary>What a number stands for where the question itself says so: its hint, label, a note beside it, or <c>dk_codes</c>.</summary>
    public SpecialCode DeclaredAs(double number) => _declared.GetValueOrDefault(number);

    /// <summary>Whether the question offers an answer of that kind: a choice, or a number that it declares.</summary>
    public bool Offers(SpecialCode kind) => _choices.ContainsValue(kind) || _declared.ContainsValue(kind);

    private void Sort(ChoiceList list, Dictionary<SpecialCode, string[]> given, string[] dontKnow)
    {
        var words = ByWords.GetValue(list, l => [.. l.Choices.Select(SpecialWords.Of)]);
        for (var i = 0; i < words.Length; i++)
        {
            var (choice, kind) = (list.Choices[i], words[i]);

            // The settings' names of a kind replace the usual names; a label that says so in words stays.
            if (given.ContainsKey(kind) && !choice.Label.All.Any(l => SpecialWords.OfLabel(l.Text) == kind)) kind = SpecialCode.None;
            foreach (var (named, texts) in given)
                if (texts.Contains(choice.Name, StringComparer.Ordinal)) kind = named;
            if (dontKnow.Length > 0) kind = dontKnow.Contains(choice.Name, StringComparer.Ordinal) ? SpecialCode.DontKnow : kind == SpecialCode.DontKnow ? SpecialCode.None : kind;
            if (kind != SpecialCode.None) _choices[choice.Name] = kind;
        }
    }

    private static Dictionary<SpecialCode, string[]> Given(CodeSettings codes)
    {
        var given = new Dictionary<SpecialCode, string[]>();
        if (!codes.DontKnow.IsEmpty) given[SpecialCode.DontKnow] = [.. codes.DontKnow];
        if (!codes.Refused.IsEmpty) given[SpecialCode.Refused] = [.. codes.Refused];
        if (!codes.NotApplicable.IsEmpty) given[SpecialCode.NotApplicable] = [.. codes.NotApplicable];
        if (!codes.Other.IsEmpty) given[SpecialCode.Other] = [.. codes.Other];
        return given;
    }

    private static string[] FromColumn(Question question)
    {
        foreach (var (header, value) in question.ExtraColumns)
            if (string.Equals(header.Trim(), Column, StringComparison.OrdinalIgnoreCase)) return value.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries);
        return [];
    }

    private static void Add(string text, SpecialCode kind, Dictionary<double, SpecialCode> numbers, bool bothSigns)
    {
        if (!double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return;
        numbers[number] = kind;
        if (bothSigns) numbers[-number] = kind;
    }
}
