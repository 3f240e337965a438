using MigrationClean.Forms;

namespace MigrationClean.Checks.Logic.Running;

/// <summary>Which questions a submission had to answer: a refusal ends the form, but the question about consent itself is asked of all.</summary>
internal sealed class ConsentGate(Consent consent)
{
    /// <summary>Whether the form could ask a question of the submission in a row of the main table.</summary>
    public bool Asks(FormNode question, int row) => consent.Question is not { } asked || consent.Passes(row) || question.Path == asked.Path;
}
