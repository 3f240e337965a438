using System.Text.Json;
using MigrationClean.Checks.Answers;
using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>One broken rule of a record.</summary>
/// <param name="Path">Where, with 1-based iterations: <c>/data/grp[2]/age</c>.</param>
/// <param name="Kind">Which rule.</param>
/// <param name="Code">Code of the check.</param>
/// <param name="Expected">What the form would give, or <see langword="null"/>.</param>
/// <param name="Value">The choice, or the number of iterations, or <see langword="null"/>.</param>
internal sealed record RecordViolation(string Path, ViolationKind Kind, string Code, string? Expected, string? Value);

/// <summary>Re-runs a whole form on one record: the same engine as for an export.</summary>
/// <remarks>Source: machine-interfaces §5, xlsform §9.</remarks>
internal sealed class RecordRun
{
    private readonly Form _form;
    private readonly LogicRun _run;
    private readonly SubmissionBlock _block;
    private readonly SubmissionSet _submissions;

    /// <summary>The record, evaluated.</summary>
    /// <exception cref="FormatException">The record is not built as the form says; the message is <c>record</c>.</exception>
    public RecordRun(JsonElement record, Form form, Dialect dialect, DateTimeOffset now, TimeZoneInfo zone)
    {
        _form = form;
        _submissions = RecordSubmission.Read(record, form);
        var data = new LogicData(_submissions, form, AttachedFiles.Of(form), text => text.IndexOfAnyExcept(" \t\r\n"u8) < 0, zone, now);
        _run = new(data, dialect, zone);
        _block = _run.Evaluate([0]);
    }

    /// <summary>Every broken rule, in form order, iteration by iteration.</summary>
    public IReadOnlyList<RecordViolation> Violations => field ??= Found();

    /// <summary>Paths of all groups, iterations and questions that are not relevant, in form order.</summary>
    public IReadOnlyList<string> NotRelevant()
    {
        var paths = new List<string>();
        Walk(FormShape.Root, 0, (element, row) =>
        {
            if (_block.RelevanceAt(element, row) == 0) paths.Add(Path(element, row));
        }, (_, _) => { });
        return paths;
    }

    private List<RecordViolation> Found()
    {
        var found = new BlockJudge(_run, new ConsentGate(new Consent())).Judge(_block).Concat(NotInList()).ToLookup(v => (v.Element, v.Row));
        var violations = new List<RecordViolation>();
        Walk(FormShape.Root, 0, (element, row) =>
        {
            if (_run.Shape.Nodes[element] is not Question) return;
            foreach (var violation in found[(element, row)].OrderBy(v => v.Kind)) violations.Add(Say(violation, Path(element, row)));
        }, (element, parentRow) =>
        {
            foreach (var violation in found[(element, parentRow)]) violations.Add(Say(violation, RepeatPath(element, parentRow)));
        });
        return violations;
    }

    private IEnumerable<Violation> NotInList()
    {
        for (var element = FormShape.Root + 1; element < _run.Shape.Nodes.Length; element++)
        {
            if (_run.Shape.Nodes[element] is not Question { Choices: not null, HasSearchedChoices: false } question) continue;
            var isSeveral = question.Type.IsSelectMultiple() || question.Type == QuestionType.Rank;
            if (!isSeveral && !question.Type.IsSelectOne()) continue;
            var rows = _block.Rows[_run.Shape.TableOf[element]];
            for (var row = 0; row < rows.Length; row++)
            {
                if (_block.RelevanceAt(element, row) == 0 || _block.CodeAt(element, row) is not (> 0 and var code)) continue;
                var text = _run.StoreOf(element).Text(code);
                foreach (var name in isSeveral ? text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal) : [text])
                    if (!ChoiceNotInList.IsChoice(question, name)) yield return new(ViolationKind.Choice, element, rows[row], Value: name) { IsUnlisted = true };
            }
        }
    }

    /// <summary>Document order. Rows of the block and of the record's tables are the same.</summary>
    private void Walk(int element, int row, Action<int, int> visit, Action<int, int> visitRepeat)
    {
        if (element != FormShape.Root) visit(element, row);
        foreach (var child in _run.Shape.Children[element].Values.Order())
        {
            if (_run.Shape.Nodes[child] is not Group { IsRepeat: true })
            {
                Walk(child, row, visit, visitRepeat);
                continue;
            }

            visitRepeat(child, row);
            var (first, count) = _block.IterationsOf(_run.Shape.TableOf[child], row);
            for (var i = 0; i < count; i++) Walk(child, first + i, visit, visitRepeat);
        }
    }

    private string Path(int element, int row) => _submissions.Find(_run.Shape.Repeats[_run.Shape.TableOf[element]]?.Path)!.PathOf(row, _run.Shape.Nodes[element], _form);

    private string RepeatPath(int element, int parentRow)
    {
        var outer = _run.Shape.Repeats[_run.Shape.ParentTables[_run.Shape.TableOf[element]]];
        return _submissions.Find(outer?.Path)!.PathOf(parentRow, _run.Shape.Nodes[element], _form);
    }

    private static RecordViolation Say(in Violation violation, string path)
    {
        var code = violation.Kind switch
        {
            ViolationKind.NotRelevant => "FORM-01",
            ViolationKind.Required => "FORM-02",
            ViolationKind.Constraint => "FORM-03",
            ViolationKind.Calculation => "FORM-04",
            ViolationKind.Choice => violation.IsUnlisted ? "FORM-05" : "FORM-06",
            _ => "ID-07",
        };
        return new(path, violation.Kind, code, violation.Expected, violation.Value);
    }
}
