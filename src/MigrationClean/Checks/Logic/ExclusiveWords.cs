using MigrationClean.Forms;

namespace MigrationClean.Checks.Logic;

/// <summary>Whether a choice says of itself that it stands alone, by its name or by what its labels say in three languages.</summary>
/// <remarks>
/// A number says nothing (98 and 99 are choices like others in many lists), nor does "refused" alone: it may be an entry that was refused.
/// A label counts only where nothing else stands in it: "Не знаю" does, "Не знаю языка" does not.
/// </remarks>
internal static class ExclusiveWords
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "none", "none of these", "none of them", "none of above", "none of the above", "no one", "dk", "dont know", "don t know", "dontknow", "do not know", "doesnt know",
        "does not know", "prefer not", "prefer not to say", "prefer not to answer", "prefer no answer", "no answer", "dk refused", "dont remember",
        "do not remember", "ne znayu", "net otveta", "bilbeim", "bilbeym",
    };

    private static readonly HashSet<string> NamesWithoutLabel = new(StringComparer.Ordinal) { "refused", "refuse", "refusal", "refused to answer", "nothing" };

    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal)
    {
        "none", "none of these", "none of them", "none of the above", "no one", "nobody", "nothing", "no", "not any",
        "don t know", "dont know", "do not know", "doesn t know", "does not know", "i don t know", "i do not know", "cannot say", "can t say", "hard to say",
        "don t remember", "do not remember", "does not remember", "refused", "refuse", "refusal", "refused to answer", "refuses to answer", "refuse to answer",
        "prefer not to say", "prefer not to answer", "prefers not to say", "prefers not to answer", "i prefer not to say", "i prefer not to answer",
        "no answer", "no response", "declined to answer", "don t want to answer", "do not want to answer", "don t know or refused", "don t know refused",
        "нет", "никакой", "никакая", "никакие", "никаких", "никто", "ничего", "ничего из этого", "ничего из перечисленного", "ни один из перечисленных",
        "ничто из перечисленного", "ничего из вышеперечисленного", "не знаю", "не знает", "я не знаю", "затрудняюсь ответить", "затрудняется ответить", "трудно сказать", "не помню", "не помнит",
        "отказ", "отказ от ответа", "отказался", "отказалась", "отказался отвечать", "отказалась отвечать", "отказываюсь отвечать", "отказывается отвечать",
        "не хочу отвечать", "не хочет отвечать", "предпочитаю не отвечать", "предпочитает не отвечать", "предпочитаю не говорить", "нет ответа", "без ответа",
        "жок", "эч ким", "эч кимиси", "эч нерсе", "эч бири", "эч кандай", "эч кимиси жок", "эч нерсе жок", "эч бири жок", "эч бири эмес", "билбейм", "билбейт", "мен билбейм",
        "жооп берүүгө кыйналам", "жооп берүүгө кыйналды", "айта албайм", "айта албайт", "айтуу кыйын", "эсимде жок", "эсинде жок", "баш тартуу", "баш тартты", "жооптон баш тартуу",
        "жооптон баш тартты", "жооп берүүдөн баш тартуу", "жооп берүүдөн баш тартты", "жооп бергиси келбейт", "жооп бергим келбейт", "жооп жок",
    };

    /// <summary>Whether the choice stands alone by its words.</summary>
    public static bool Say(Choice choice)
    {
        var name = string.Join(' ', QuestionWords.Of(choice.Name));
        if (Names.Contains(name) || (choice.Label.IsEmpty && NamesWithoutLabel.Contains(name))) return true;
        return choice.Label.All.Any(l => IsAlone(l.Text));
    }

    // "Не знаю / отказ (не зачитывать)": every part outside the brackets has to say so.
    private static bool IsAlone(string label)
    {
        var parts = WithoutBrackets(label).Split(['/', ';', ',', '.', '|', '–', '—'], StringSplitOptions.RemoveEmptyEntries)
            .Select(p => string.Join(' ', QuestionWords.Of(p))).Where(p => p.Length > 0).ToList();
        return parts.Count > 0 && parts.All(Labels.Contains);
    }

    private static string WithoutBrackets(string label)
    {
        for (var open = label.IndexOf('(', StringComparison.Ordinal); open >= 0; open = label.IndexOf('(', StringComparison.Ordinal))
        {
            var close = label.IndexOf(')', open);
            label = close < 0 ? label[..open] : label.Remove(open, close - open + 1);
        }

        return label;
    }
}
