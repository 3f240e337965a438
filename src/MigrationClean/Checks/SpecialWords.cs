using System.Collections.Frozen;
using MigrationClean.Forms;

namespace MigrationClean.Checks;

/// <summary>What a choice, or a text beside a number, stands for by its words in three languages: don't know, refused, not applicable, other.</summary>
/// <remarks>A label counts only where nothing else stands in it: "Не знаю" does, "Не знаю языка" does not. A number alone says nothing.</remarks>
internal static class SpecialWords
{
    private static readonly FrozenDictionary<string, SpecialCode> Names = Of(
        (SpecialCode.DontKnow, "dk|dont know|don t know|dontknow|do not know|doesnt know|does not know|dkn|ne znayu|bilbeim|bilbeym|dont remember|do not remember|билбейм|не знаю"),
        (SpecialCode.Refused, "prefer not|prefer not to say|prefer not to answer|prefer no answer|pnta|refused to answer|no answer|otkaz|отказ"),
        (SpecialCode.NotApplicable, "not applicable|notapplicable|n a|neprimenimo"),
        (SpecialCode.Other, "other|others|other specify|other please specify|drugoe|bashka|другое|башка"));

    private static readonly FrozenDictionary<string, SpecialCode> NamesWithoutLabel = Of(
        (SpecialCode.Refused, "refused|refuse|refusal|ref"), (SpecialCode.NotApplicable, "na"));

    private static readonly FrozenDictionary<string, SpecialCode> Labels = Of(
        (SpecialCode.DontKnow,
            "don t know|dont know|do not know|doesn t know|does not know|i don t know|i do not know|dk|unknown|cannot say|can t say|hard to say|not sure|unsure|"
            + "don t remember|do not remember|does not remember|не знаю|не знает|я не знаю|затрудняюсь ответить|затрудняется ответить|трудно сказать|не помню|не помнит|"
            + "неизвестно|не уверен|не уверена|не уверен а|билбейм|билбейт|мен билбейм|жооп берүүгө кыйналам|жооп берүүгө кыйналды|айта албайм|айта албайт|айтуу кыйын|"
            + "эсимде жок|эсинде жок|белгисиз"),
        (SpecialCode.Refused,
            "refused|refuse|refusal|refuses|refused to answer|refuses to answer|refuse to answer|prefer not to say|prefer not to answer|prefers not to say|prefers not to answer|"
            + "i prefer not to say|i prefer not to answer|no answer|no response|declined to answer|don t want to answer|do not want to answer|отказ|отказ от ответа|отказался|"
            + "отказалась|отказался отвечать|отказалась отвечать|отказался ась|отказываюсь отвечать|отказывается отвечать|не хочу отвечать|не хочет отвечать|"
            + "предпочитаю не отвечать|предпочитает не отвечать|предпочитаю не говорить|нет ответа|без ответа|баш тартуу|баш тартты|жооптон баш тартуу|жооптон баш тартты|"
            + "жооп берүүдөн баш тартуу|жооп берүүдөн баш тартты|жооп бергиси келбейт|жооп бергим келбейт|жооп бербейт|жооп берген жок|жооп жок"),
        (SpecialCode.NotApplicable, "not applicable|n a|does not apply|не применимо|неприменимо|не относится|тиешеси жок|тиешелүү эмес|колдонулбайт"),
        (SpecialCode.Other,
            "other|others|another|other one|other reason|other answer|other options|other option|другое|другой|другая|другие|прочее|прочие|иное|иной|другой ответ|"
            + "другой вариант|другая причина|башка|башкасы|башкалар|башкача|башка себеп|башка жооп"),
        (SpecialCode.None,
            "specify|please specify|which|what|who|explain|please explain|указать|укажите|уточните|уточнить|напишите|какой|какая|какое|какие|что именно|"
            + "тактаңыз|так көрсөтүңүз|көрсөтүңүз|жазыңыз|түшүндүрүңүз|кайсы|эмне"));

    // Whole words, or beginnings of words, of questions that ask what other means, and of that choice.
    private static readonly string[] OtherCues =
    [
        "other", "others", "otherwise", "specify", "oth", "autre", "autres", "précisez", "precisez", "otro", "otra", "especifique",
        "друг*", "ино*", "уточн*", "укаж*", "башка*", "тактап", "тактаңыз", "такта*", "көрсөт*",
    ];

    /// <summary>Whether a question says that it asks what other means.</summary>
    public static bool SaysOther(Question question) => QuestionWords.Says(question, OtherCues);

    /// <summary>Whether a choice of a question says by its name or a label that it is another than those listed.</summary>
    public static bool SaysOther(Question question, string choice) => QuestionWords.HasCue(QuestionWords.Of(choice), OtherCues)
        || (question.Choices?.Find(choice)?.Label.All.Any(l => QuestionWords.HasCue(QuestionWords.Of(l.Text), OtherCues)) ?? false);

    /// <summary>What a choice stands for; <see cref="SpecialCode.None"/> for a choice like any other.</summary>
    public static SpecialCode Of(Choice choice)
    {
        var name = string.Join(' ', QuestionWords.Of(choice.Name));
        if (Names.TryGetValue(name, out var byName)) return byName;
        if (choice.Label.IsEmpty) return NamesWithoutLabel.GetValueOrDefault(name);
        foreach (var (_, text) in choice.Label.All)
            if (OfLabel(text) is not SpecialCode.None and var byLabel) return byLabel;
        return SpecialCode.None;
    }

    /// <summary>What a label stands for: the first of its parts, if every part is one of the known words.</summary>
    public static SpecialCode OfLabel(string label)
    {
        var kind = SpecialCode.None;
        foreach (var part in WithoutBrackets(label).Split(['/', ';', ',', '.', ':', '|', '–', '—', '_', '…'], StringSplitOptions.RemoveEmptyEntries))
        {
            var words = string.Join(' ', QuestionWords.Of(part));
            if (words.Length == 0) continue;
            if (!Labels.TryGetValue(words, out var meant)) return SpecialCode.None;
            if (kind == SpecialCode.None) kind = meant;
        }

        return kind;
    }

    /// <summary>What a sentence beside a number speaks of: the first of the known words that stand in it.</summary>
    public static SpecialCode SpokenOf(string sentence)
    {
        var text = $" {string.Join(' ', QuestionWords.Of(sentence))} ";
        foreach (var (words, kind) in Spoken)
            if (text.Contains(words, StringComparison.Ordinal)) return kind;
        return SpecialCode.None;
    }

    // The longest first: "refused to answer" before "answer".
    private static readonly (string Words, SpecialCode Kind)[] Spoken =
    [
        .. Labels.Where(l => l.Value is not (SpecialCode.None or SpecialCode.Other) && l.Key is not ("dk" or "n a")).OrderByDescending(l => l.Key.Length).ThenBy(l => l.Key, StringComparer.Ordinal)
            .Select(l => ($" {l.Key} ", l.Value)),
        (" dk ", SpecialCode.DontKnow), (" n a ", SpecialCode.NotApplicable), (" не знает ", SpecialCode.DontKnow), (" отказ", SpecialCode.Refused), (" билбе", SpecialCode.DontKnow),
    ];

    private static string WithoutBrackets(string label)
    {
        for (var open = label.IndexOf('(', StringComparison.Ordinal); open >= 0; open = label.IndexOf('(', StringComparison.Ordinal))
        {
            var close = label.IndexOf(')', open);
            label = close < 0 ? label[..open] : label.Remove(open, close - open + 1);
        }

        return label;
    }

    private static FrozenDictionary<string, SpecialCode> Of(params (SpecialCode Kind, string Words)[] all) =>
        all.SelectMany(a => a.Words.Split('|').Select(w => (w, a.Kind))).DistinctBy(p => p.w).ToFrozenDictionary(p => p.w, p => p.Kind, StringComparer.Ordinal);
}
