namespace MigrationClean.Samples.Logic;

/// <summary>One submission in the making: answers as KoBo stores them, and what the server adds.</summary>
internal sealed class Interview
{
    /// <summary>Answers of the main part by question name. A key <c>question/choice</c> overrides a separate column (a planted
    /// fault).</summary>
    public Dictionary<string, string> Answers { get; init; } = new(StringComparer.Ordinal);

    /// <summary>Instances by repeat name. A key <c>_parent_index</c> in an instance overrides the join (a planted fault).</summary>
    public Dictionary<string, List<Dictionary<string, string>>> Repeats { get; init; } = new(StringComparer.Ordinal);

    public string Uuid { get; set; } = "";

    public string RootUuid { get; set; } = "";

    public int Id { get; set; }

    public string SubmissionTime { get; set; } = "";

    public string ValidationStatus { get; set; } = "";

    public string SubmittedBy { get; set; } = "";

    public string Version { get; set; } = "";

    /// <summary>How <c>faults.csv</c> names the submission: the first revision's id, if there is one.</summary>
    public string Key => RootUuid.Length > 0 ? RootUuid : Uuid.Length > 0 ? Uuid : Id.ToString();

    public string this[string question]
    {
        get => Answers.GetValueOrDefault(question, "");
        set
        {
            if (value.Length == 0) Answers.Remove(question);
            else Answers[question] = value;
        }
    }

    public List<Dictionary<string, string>> Instances(string repeat) => Repeats.GetValueOrDefault(repeat, []);

    public Interview Copy() => new()
    {
        Answers = new(Answers, StringComparer.Ordinal),
        Repeats = Repeats.ToDictionary(
            r => r.Key,
            r => r.Value.Select(i => new Dictionary<string, string>(i, StringComparer.Ordinal)).ToList(),
            StringComparer.Ordinal),
        Uuid = Uuid,
        RootUuid = RootUuid,
        Id = Id,
        SubmissionTime = SubmissionTime,
        ValidationStatus = ValidationStatus,
        SubmittedBy = SubmittedBy,
        Version = Version,
    };
}
