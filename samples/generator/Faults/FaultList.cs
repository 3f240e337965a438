using System.Globalization;
using System.Text;
using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Logic;

namespace MigrationClean.Samples.Faults;

/// <summary>Plants faults in finished interviews and keeps the list that <c>faults.csv</c> is written from.</summary>
internal sealed class FaultList(string prefix, SeededRandom random)
{
    private static readonly string[] AgainstForm = ["FORM", "ID-0", "OTH-01"];

    private readonly List<(Interview? Interview, string[] Cells)> lines = [];
    private readonly HashSet<Interview> touched = [];

    public SeededRandom Random => random;

    public IReadOnlyList<string> Codes => [.. lines.Select(l => l.Cells[1])];

    /// <summary>An interview that has no fault yet and fits, drawn; it is set aside for the fault.</summary>
    public Interview Take(IReadOnlyList<Interview> interviews, Func<Interview, bool> fits)
    {
        var found = interviews.Where(i => !touched.Contains(i) && fits(i)).ToList();
        if (found.Count == 0) throw new InvalidOperationException($"No interview is left for fault {lines.Count + 1}.");
        var taken = random.Pick(found);
        touched.Add(taken);
        return taken;
    }

    public void SetAside(Interview interview) => touched.Add(interview);

    public bool IsFree(Interview interview) => !touched.Contains(interview);

    /// <summary>Replaces an answer of the main part; an empty value empties it.</summary>
    public void Plant(string code, Interview interview, string question, string kind, string planted, string note = "")
    {
        var held = interview.Answers.GetValueOrDefault(question, "");
        if (question.Contains('/', StringComparison.Ordinal)) held = Separate(interview, question);
        Note(code, interview, question, kind, held, planted, note);
        interview[question] = planted;
    }

    /// <summary>Replaces an answer in an instance of a repeat; instances count from 1.</summary>
    public void PlantIn(
        string code, Interview interview, string repeat, int row, string question, string kind, string planted, string note = "")
    {
        var instance = interview.Instances(repeat)[row - 1];
        Add(code, interview, repeat, row.ToString(), question, kind, instance.GetValueOrDefault(question, ""), planted, note);
        instance[question] = planted;
    }

    /// <summary>A line for something that is not an answer, or that was changed already.</summary>
    public void Note(string code, Interview interview, string question, string kind, string held, string planted, string note = "") =>
        Add(code, interview, "", "", question, kind, held, planted, note);

    public void NoteRow(
        string code, Interview interview, string repeat, int row, string question, string kind, string held, string planted, string note) =>
        Add(code, interview, repeat, row.ToString(), question, kind, held, planted, note);

    /// <summary>A line about the data as a whole.</summary>
    public void NoteAll(string code, string question, string kind, string held, string planted, string note) =>
        lines.Add((null, ["", code, "", "", "", question, kind, held, planted, note]));

    public void SentAt(string code, Interview interview, string time, string note = "")
    {
        Note(code, interview, "_submission_time", "wrong value", interview.SubmissionTime, time, note);
        interview.SubmissionTime = time;
    }

    /// <summary>Proves that every interview for which no line breaks the form still obeys it: no fault spoils more than it says.</summary>
    public void ProveOthers(IEnumerable<Interview> interviews, FormRules rules)
    {
        var broken = lines.Where(l => AgainstForm.Any(code => l.Cells[1].Contains(code, StringComparison.Ordinal)))
            .Select(l => l.Interview).ToHashSet();
        foreach (var interview in interviews.Where(i => !broken.Contains(i) && i["consent"] == "yes")) rules.Prove(interview);
    }

    /// <summary>UTF-8 without a byte-order mark; commas; the columns of tables-and-settings §8.</summary>
    public byte[] Write(SampleForm form)
    {
        var text = new StringBuilder("fault_id,code,submission,table,row_path,question,kind,true_value,planted_value,note\r\n");
        for (var i = 0; i < lines.Count; i++)
        {
            var (interview, cells) = lines[i];
            cells[0] = prefix + (i + 1).ToString("0000", CultureInfo.InvariantCulture);
            cells[2] = interview?.Key ?? "";
            cells[3] = form.PathOf(cells[3]);
            text.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private void Add(
        string code, Interview interview, string table, string row, string question, string kind, string held, string planted, string note)
    {
        touched.Add(interview);
        lines.Add((interview, ["", code, "", table, row, question, kind, held, planted, note]));
    }

    private static string Separate(Interview interview, string question)
    {
        var parts = question.Split('/');
        return interview[parts[0]].Split(' ').Contains(parts[1]) ? "1" : "0";
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") >= 0 || cell != cell.Trim()
            ? '"' + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'
            : cell;
}
