using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Cleaning.Reading;

/// <summary>Leads the choices that people wrote into the sheet of others back to names: they write names or labels, in any language of the form.</summary>
internal sealed class OtherChoices(ImmutableArray<Finding>.Builder findings)
{
    private readonly Dictionary<Question, ILookup<string, string>> _words = [];

    /// <summary>The names of the choices of a line; empty, and a finding, where one is not known.</summary>
    /// <param name="line">The line.</param>
    /// <param name="parent">The select.</param>
    public ImmutableArray<string> Read(LogLine line, Question parent)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var text = line.Text("existing_other")!;
        var words = WordsOf(parent);
        // A label may hold a semicolon itself.
        string[] parts = words.Contains(LogWords.Word(text)) ? [text] : text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var part in parts)
        {
            var found = parent.Choices?.Find(part) is { } exact ? [exact.Name] : words[LogWords.Word(part)].Distinct(StringComparer.Ordinal).ToList();
            if (found is [var name])
            {
                if (!names.Contains(name)) names.Add(name);
                continue;
            }

            var near = found.Count > 1 ? string.Join(", ", found) : Nearest.To(part, parent.Choices?.Choices.Select(c => c.Name) ?? []);
            findings.Add(LogTrouble.Error(
                found.Count > 1 ? "LOGF-15/option-twice" : near is null ? "LOGF-15/option" : "LOGF-15/option-near",
                line,
                "existing_other",
                new("text", part, Sensitive: true),
                new("list", parent.Choices?.Name ?? parent.ListName ?? parent.Name),
                new("near", near ?? "")));
            return [];
        }

        if (parts.Length == 0) findings.Add(LogTrouble.Error("LOGF-15/option", line, "existing_other", new("text", text, Sensitive: true), new("list", parent.ListName ?? parent.Name)));
        return names.ToImmutable();
    }

    private ILookup<string, string> WordsOf(Question parent)
    {
        if (_words.TryGetValue(parent, out var known)) return known;
        var pairs = from choice in parent.Choices?.Choices ?? []
                    from word in choice.Label.All.Select(label => label.Text).Append(choice.Name)
                    select (Word: LogWords.Word(word), choice.Name);
        var words = pairs.Distinct().ToLookup(pair => pair.Word, pair => pair.Name, StringComparer.Ordinal);
        _words.Add(parent, words);
        return words;
    }
}
