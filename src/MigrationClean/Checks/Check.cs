using System.Collections.Immutable;
using MigrationClean.Checks.Rules;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks;

/// <summary>
/// A rule that looks for one thing that is wrong. Named for it; listed in <see cref="AllChecks"/>; its texts are in the message files.
/// </summary>
public abstract class Check
{
    /// <summary>Code and name.</summary>
    public abstract CheckId Id { get; }

    /// <summary>Severity of its findings unless the settings or the case say otherwise.</summary>
    public virtual Severity Severity => Severity.Error;

    /// <summary>What its findings rest on.</summary>
    public virtual Evidence Evidence => Evidence.Fact;

    /// <summary>
    /// Raised when the check begins to mean something else: accepted findings open again, as the version is part of their id.
    /// </summary>
    public virtual int Version => 1;

    /// <summary>Its parameters, in the order in which they are explained. None by default.</summary>
    public virtual ImmutableArray<CheckParameter> Parameters => [];

    /// <summary>Whether the key <c>by</c> of the settings parts its submissions into groups.</summary>
    public virtual bool GroupsBy => false;

    /// <summary>Whether it minds the key <c>questions</c> of the settings itself; of other checks, findings on questions that are not wanted are left out.</summary>
    public virtual bool MindsQuestions => false;

    /// <summary>Whether it runs unless the settings say otherwise.</summary>
    public virtual bool IsOn => true;
}

/// <summary>A check that needs nothing but one answer and its question: run once per distinct answer.</summary>
internal abstract class AnswerCheck : Check
{
    /// <summary>Whether it has anything to say about a question at all.</summary>
    public virtual bool Judges(Question question) => question.HoldsAnswer;

    /// <summary>
    /// Why answers of a question that it has something to say about cannot be judged: a key under <c>reason/</c>; normally <see
    /// langword="null"/>.
    /// </summary>
    public virtual string? WhyNotJudged(Question question) => null;

    /// <summary>What is wrong with the answer. The runner says it once for every row that holds it.</summary>
    public abstract IEnumerable<Finding> Run(Answer answer);

    /// <summary>A finding about the answer; place and submission are filled in for each row that holds it.</summary>
    protected Finding Found(Answer answer, params ReadOnlySpan<FindingArgument> arguments) => new()
    {
        Check = Id,
        Severity = Severity,
        Evidence = Evidence,
        Location = Unplaced,
        Question = answer.Question.Name,
        Value = answer.Text,
        Arguments = [.. arguments],
    };

    private static readonly Location Unplaced = new() { File = "" };
}

/// <summary>A check that looks at several answers, rows or tables.</summary>
internal abstract class SubmissionCheck : Check
{
    /// <summary>All findings. What could not be judged is told to <see cref="CheckContext.NotJudged"/>.</summary>
    public abstract IEnumerable<Finding> Run(CheckContext context);

    /// <summary>Expressions of people that it will ask <see cref="RowExpressions.AnswersTo"/> about: all are evaluated in one pass.</summary>
    public virtual IEnumerable<RowExpression> Asks(CheckContext context) => [];

    /// <summary>Whether it tells what re-running the form's logic found.</summary>
    public virtual bool NeedsLogic => false;
}
