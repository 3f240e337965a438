namespace MigrationClean.Checks.Times.Audit;

/// <summary>One line of a client's audit log.</summary>
/// <param name="Kind">What happened: <c>question</c>, <c>group questions</c>, <c>form start</c> …</param>
/// <param name="Node">Path of the question or group with positions, <c>/data/grp[1]/age</c>; "" for the form.</param>
/// <param name="Start">Milliseconds since 1970 UTC; <see langword="null"/> = not written.</param>
/// <param name="End">Likewise; <see langword="null"/> for a point in time, and where the client stopped before the end.</param>
/// <param name="Latitude">Degrees, or <see langword="null"/>.</param>
/// <param name="Longitude">Degrees, or <see langword="null"/>.</param>
/// <param name="IsChanged">Whether the answer was changed: there is an old value, and the new one differs.</param>
internal sealed record AuditEvent(string Kind, string Node, long? Start, long? End, double? Latitude = null, double? Longitude = null, bool IsChanged = false)
{
    /// <summary>Whether somebody was looking at questions.</summary>
    public bool IsOfQuestions => Kind is "question" or "group questions";
}
