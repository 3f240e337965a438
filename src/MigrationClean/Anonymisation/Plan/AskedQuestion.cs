using System.Collections.Immutable;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>A question as the plan knows it: one row, whatever the number of form versions that ask it.</summary>
/// <param name="Table">Repeat path; <see langword="null"/> = main.</param>
/// <param name="Name">Its name; its path where the name occurs twice in the table.</param>
/// <param name="Versions">The question in each form that has it, newest first; at least one.</param>
internal sealed record AskedQuestion(string? Table, string Name, ImmutableArray<Question> Versions)
{
    /// <summary>The newest version.</summary>
    public Question Newest => Versions[0];

    /// <summary>What its decision rests on.</summary>
    public string Fingerprint => Plan.Fingerprint.Of(Name, Versions);

    /// <summary>All questions that have data, in form order, those of older forms last. Notes and external files have none.</summary>
    public static ImmutableArray<AskedQuestion> Of(ImmutableArray<Form> forms)
    {
        var order = new List<(string? Table, string Name)>();
        var versions = new Dictionary<(string?, string), List<Question>>();
        foreach (var form in forms)
        {
            var questions = form.Questions.Where(q => q.Type != QuestionType.Note && !q.Type.IsExternal()).ToArray();
            var twice = questions.GroupBy(q => (q.Repeat?.Path, q.Name)).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
            foreach (var question in questions)
            {
                var key = (question.Repeat?.Path, Name: twice.Contains((question.Repeat?.Path, question.Name)) ? question.Path : question.Name);
                if (!versions.TryGetValue(key, out var held))
                {
                    versions[key] = held = [];
                    order.Add(key);
                }

                held.Add(question);
            }
        }

        // A stable sort: the main part first, then repeats by their first question.
        var tables = order.Select(k => k.Table).Distinct().Order(Comparer<string?>.Create((a, b) => (a is null ? 0 : 1) - (b is null ? 0 : 1))).ToList();
        return [.. order.OrderBy(k => tables.IndexOf(k.Table)).Select(k => new AskedQuestion(k.Table, k.Name, [.. versions[k]]))];
    }
}
