using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Headers;

/// <summary>By what an exporter keeps the columns of one table apart.</summary>
internal enum ColumnKey
{
    /// <summary>By question name: KoBo's exporter. Of two questions with one name in one table only the last is exported.</summary>
    Name,

    /// <summary>By path: all others.</summary>
    Path,
}

/// <summary>The questionnaire over all its versions, cut into tables as an exporter of that kind does.</summary>
internal sealed class Survey
{
    private Survey(ImmutableArray<Form> forms, ImmutableArray<Section> sections)
    {
        Forms = forms;
        Sections = sections;
    }

    /// <summary>The form versions, newest first.</summary>
    public ImmutableArray<Form> Forms { get; }

    /// <summary>The main part, then the repeats, outer before inner: those of the newest version in its order, then those of older ones.</summary>
    public ImmutableArray<Section> Sections { get; }

    /// <summary>The main part.</summary>
    public Section Main => Sections[0];

    /// <summary>Unites form versions.</summary>
    /// <param name="forms">Newest first; at least one.</param>
    /// <param name="key">How the exporter keeps columns apart.</param>
    public static Survey Of(ImmutableArray<Form> forms, ColumnKey key)
    {
        var repeats = UniteRepeats(forms);
        List<Section> sections = [SectionOf(forms, [.. forms.Select(_ => (Group?)null)], null, key, isMain: true)];
        foreach (var byForm in repeats)
        {
            var newest = byForm.First(g => g is not null)!;
            var parent = newest.Repeat is null ? sections[0] : sections.First(s => s.Repeat is not null && Same(s.Repeat, newest.Repeat));
            sections.Add(SectionOf(forms, byForm, parent, key, isMain: false));
        }

        return new(forms, [.. sections]);
    }

    private static bool Same(Group a, Group b) => a == b || a.Path == b.Path || a.Name == b.Name;

    /// <summary>The repeats of all versions: the same path is the same repeat, else the same name where only one has it.</summary>
    private static List<Group?[]> UniteRepeats(ImmutableArray<Form> forms)
    {
        List<Group?[]> united = [];
        for (var f = 0; f < forms.Length; f++)
        {
            foreach (var repeat in forms[f].Repeats)
            {
                var held = united.FirstOrDefault(g => g[f] is null && g.Any(x => x?.Path == repeat.Path))
                    ?? (forms[f].Repeats.Count(r => r.Name == repeat.Name) == 1 && united.Count(g => g.Any(x => x?.Name == repeat.Name)) == 1
                        ? united.FirstOrDefault(g => g[f] is null && g.Any(x => x?.Name == repeat.Name))
                        : null);
                if (held is null) united.Add(held = new Group?[forms.Length]);
                held[f] = repeat;
            }
        }

        return united;
    }

    private static Section SectionOf(ImmutableArray<Form> forms, Group?[] byForm, Section? parent, ColumnKey key, bool isMain)
    {
        var questions = new ImmutableArray<Question>[forms.Length];
        for (var f = 0; f < forms.Length; f++)
        {
            var repeat = byForm[f];
            questions[f] = isMain || repeat is not null ? [.. forms[f].Questions.Where(q => q.Repeat == repeat && !q.Type.IsExternal())] : [];
        }

        List<Question> overshadowed = [];
        var united = key == ColumnKey.Name ? UniteByName(questions, overshadowed) : UniteByPath(questions);
        var doubled = questions.SelectMany(qs => qs.GroupBy(q => q.Name, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            .ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Repeat = byForm.FirstOrDefault(g => g is not null),
            Parent = parent,
            Overshadowed = [.. overshadowed],
            Questions = [.. united.Select(u =>
            {
                var newest = u.First(q => q is not null)!;
                return new SurveyQuestion(doubled.Contains(newest.Name) ? newest.Path : newest.Name, [.. u]);
            })],
        };
    }

    private static List<Question?[]> UniteByName(ImmutableArray<Question>[] questions, List<Question> overshadowed)
    {
        List<Question?[]> united = [];
        Dictionary<string, Question?[]> byName = new(StringComparer.Ordinal);
        for (var f = 0; f < questions.Length; f++)
        {
            foreach (var question in questions[f])
            {
                if (!byName.TryGetValue(question.Name, out var held)) united.Add(byName[question.Name] = held = new Question?[questions.Length]);
                if (held[f] is { } lost && f == 0) overshadowed.Add(lost);
                held[f] = question;
            }
        }

        return united;
    }

    private static List<Question?[]> UniteByPath(ImmutableArray<Question>[] questions)
    {
        List<Question?[]> united = [];
        Dictionary<string, Question?[]> byPath = new(StringComparer.Ordinal);
        Dictionary<string, Question?[]?> byName = new(StringComparer.Ordinal);
        for (var f = 0; f < questions.Length; f++)
        {
            var names = questions[f].ToLookup(q => q.Name, StringComparer.Ordinal);
            foreach (var question in questions[f])
            {
                if (!byPath.TryGetValue(question.Path, out var held)
                    && !(names[question.Name].Count() == 1 && byName.TryGetValue(question.Name, out held) && held is not null && held[f] is null))
                {
                    united.Add(held = new Question?[questions.Length]);
                    byName[question.Name] = byName.ContainsKey(question.Name) ? null : held;
                }

                byPath[question.Path] = held!;
                held![f] = question;
            }
        }

        return united;
    }
}
