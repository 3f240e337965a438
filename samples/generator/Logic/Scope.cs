namespace MigrationClean.Samples.Logic;

/// <summary>Where an expression is evaluated: the interview, the instance of a repeat if any, and the answer that <c>.</c> means.</summary>
internal sealed record Scope(SampleForm Form, Interview Interview)
{
    public string? Repeat { get; init; }

    public Dictionary<string, string>? Instance { get; init; }

    /// <summary>Filter columns of the choice that a <c>choice_filter</c> is asked about, or the instance in a predicate.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }

    public string Current { get; init; } = "";

    public object Reference(string name)
    {
        if (Form.Find(name) is not { } question)
            return Interview.Instances(name).Select(_ => "").ToArray();
        if (question.Repeat is null) return Interview[name];
        if (question.Repeat == Repeat) return Instance!.GetValueOrDefault(name, "");
        return Interview.Instances(question.Repeat).Select(i => i.GetValueOrDefault(name, "")).Where(v => v.Length > 0).ToArray();
    }
}
