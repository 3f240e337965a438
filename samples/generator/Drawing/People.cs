namespace MigrationClean.Samples.Drawing;

/// <summary>Names and telephone numbers of people who do not exist; none is given twice.</summary>
internal sealed class People
{
    private readonly SeededRandom random;
    private readonly Dictionary<string, string[]> words = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public People(SeededRandom random, string text)
    {
        this.random = random;
        var section = "";
        foreach (var line in text.Split('\n').Where(l => l.Length > 0 && l[0] != '#'))
            if (line[0] == '=') section = line[2..].Trim();
            else words[section] = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>"Surname Given", and now and then the Kyrgyz patronymic form.</summary>
    public string Name(bool male)
    {
        string name;
        do
        {
            var given = random.Pick(words[male ? "male" : "female"]);
            name = random.Below(8) == 0
                ? $"{random.Pick(words["male"])} {(male ? "уулу" : "кызы")} {given}"
                : $"{random.Pick(words["surname"])}{(male ? "" : "а")} {given}";
        }
        while (!taken.Add(name));
        return name;
    }

    /// <summary>Ten digits with the operator code 790, which belongs to no operator that we know of.</summary>
    public string Phone()
    {
        string phone;
        do phone = "0790" + random.Below(1000000).ToString("000000");
        while (!taken.Add(phone));
        return phone;
    }
}
