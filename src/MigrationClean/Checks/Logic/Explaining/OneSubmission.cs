using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Batch;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Explaining;

/// <summary>One submission of an export with its form's logic re-run on it alone.</summary>
internal sealed class OneSubmission
{
    private readonly Consent _consent;

    /// <summary>The submission of a row.</summary>
    /// <param name="submissions">All that were read.</param>
    /// <param name="row">Row of the main table.</param>
    /// <param name="settings">What else holds.</param>
    /// <param name="dialect">Whose rules; both and auto are those of the client that filled it.</param>
    /// <param name="now">What stands for the clock, or <see langword="null"/> for the submission's own times.</param>
    /// <exception cref="InputException">The form has no language as the settings ask for labels in.</exception>
    public OneSubmission(SubmissionSet submissions, int row, CheckSettings settings, Dialect? dialect, DateTimeOffset? now)
    {
        (Submissions, Row) = (submissions, row);
        _consent = Consent.Find(submissions, settings.Consent);
        var context = new CheckContext(submissions, _consent, settings);
        Form = submissions.FormOf(submissions.Main, row);
        var zone = settings.TimeZone is { } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;
        Data = new LogicData(submissions, Form, AttachedFiles.Of(Form), text => context.IsBlank(text), zone, now);
        Run = new LogicRun(Data, dialect ?? Data.Dialects()[row], Data.Clock.ZoneOf(row));
        if (LabelLanguage.Of(settings.Labels, submissions.Forms) is { } language && Form.Languages.IndexOf(language) is >= 0 and var position) Run.Context.Language = position;
        Block = Run.Evaluate([row]);
    }

    /// <summary>All that were read.</summary>
    public SubmissionSet Submissions { get; }

    /// <summary>Its row of the main table.</summary>
    public int Row { get; }

    /// <summary>The form that it was collected with.</summary>
    public Form Form { get; }

    /// <summary>The form's logic on the export.</summary>
    public LogicData Data { get; }

    /// <summary>The evaluation.</summary>
    public LogicRun Run { get; }

    /// <summary>The submission as a tree.</summary>
    public SubmissionBlock Block { get; }

    /// <summary>What is wrong, and what could not be judged, as <c>validate</c> has it.</summary>
    public (IReadOnlyList<Violation> Broken, IReadOnlyCollection<Unjudged> Unjudged) Judge()
    {
        var judge = new BlockJudge(Run, new ConsentGate(_consent));
        var broken = judge.Judge(Block);
        return (broken, [.. judge.Unjudged.Keys]);
    }

    /// <summary>The node of a path such as <c>/data/person[2]/age</c>, or <see langword="null"/>.</summary>
    public Node? At(string path) => NodePath.Find(Block, path);

    /// <summary>The form's node of a node.</summary>
    public FormNode NodeOf(in Node node) => Data.Shape.Nodes[node.Element];

    /// <summary>Its path with iterations.</summary>
    public string PathOf(in Node node)
    {
        var table = Data.Shape.TableOf[node.Element];
        var form = NodeOf(node);
        return table == 0 ? $"/{Form.RootName}{(form.Path.Length > 0 && form != Form.Root ? $"/{form.Path}" : "")}"
            : Data.TableOf(table)!.PathOf(Block.Rows[table][node.Row], form, Form);
    }

    /// <summary>Stands an evaluation at a node, with the submission's clock.</summary>
    public void StandAt(in Node node)
    {
        if (node.Row >= 0) Run.SetClock(Block, Data.Shape.TableOf[node.Element], node.Row);
        Run.Context.StandAt(node);
    }
}
