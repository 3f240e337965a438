using System.Collections.Frozen;
using MigrationClean.Cleaning.Log;

namespace MigrationClean.Cleaning.Reading;

/// <summary>The words of <c>change_type</c> in logs of other tools and in the languages of the field (cleaning §5.2).</summary>
/// <remarks>There is no published Russian, Kyrgyz or Spanish vocabulary: those words are ours.</remarks>
internal static class ChangeWords
{
    private static readonly FrozenDictionary<string, ChangeType> Known = new (ChangeType Type, string[] Words)[]
    {
        (ChangeType.ChangeResponse,
            ["change_response", "change", "modify", "replace", "correct", "modifier", "modification", "changer la réponse", "corriger", "изменить", "изменить ответ",
             "исправить", "modificar", "cambiar respuesta", "өзгөртүү", "жоопту өзгөртүү", "оңдоо"]),
        (ChangeType.BlankResponse,
            ["blank_response", "blank", "set to NA", "set na", "clear", "vider", "mettre à vide", "réponse vide", "effacer la réponse", "очистить", "очистить ответ", "пусто",
             "vaciar", "borrar respuesta", "тазалоо", "жоопту тазалоо"]),
        (ChangeType.NoAction,
            ["no_action", "no_change", "keep", "okay", "ok", "none", "checked", "aucune action", "pas d'action", "garder", "conserver", "rien", "без изменений", "оставить",
             "нет действий", "sin acción", "mantener", "sin cambios", "өзгөртүүсүз", "калтыруу"]),
        (ChangeType.RemoveSurvey,
            ["remove_survey", "remove", "drop", "delete", "deletion", "supprimer", "supprimez", "supprimer l'enquête", "suppression", "удалить", "удалить анкету",
             "удалить интервью", "eliminar", "eliminar encuesta", "өчүрүү", "анкетаны өчүрүү"]),
        (ChangeType.RemoveRow, ["remove_row", "remove_loop_entry", "delete row", "supprimer la ligne", "удалить строку", "eliminar fila", "сапты өчүрүү"]),
        (ChangeType.AddOption, ["add_option"]),
        (ChangeType.RemoveOption, ["remove_option"]),
        (ChangeType.AddedSurvey, ["added_survey"]),
        (ChangeType.Pending, ["", "pending", "verify", "check", "to check", "vérifier", "à vérifier", "проверить", "verificar", "текшерүү"]),
    }.SelectMany(pair => pair.Words.Select(word => (Word: LogWords.Word(word), pair.Type))).ToFrozenDictionary(pair => pair.Word, pair => pair.Type, StringComparer.Ordinal);

    /// <summary>The canonical words that a person may choose, in order.</summary>
    public static IEnumerable<string> Canonical => CleaningLog.ChangeTypes;

    /// <summary>What a word means, or <see langword="null"/>.</summary>
    public static ChangeType? Of(string text) => Known.TryGetValue(LogWords.Word(text), out var type) ? type : null;

    /// <summary>The canonical word of a change; "" for a pending one.</summary>
    public static string Canon(ChangeType type) => type switch
    {
        ChangeType.Pending => "",
        ChangeType.ChangeResponse => "change_response",
        ChangeType.BlankResponse => "blank_response",
        ChangeType.NoAction => "no_action",
        ChangeType.RemoveSurvey => "remove_survey",
        ChangeType.RemoveRow => "remove_row",
        ChangeType.AddOption => "add_option",
        ChangeType.RemoveOption => "remove_option",
        _ => "added_survey",
    };
}
