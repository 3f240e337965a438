using MigrationClean.Cleaning.Log;

namespace MigrationClean.Cleaning.Audit;

/// <summary>Why a line removes something, in the closed list of the deletion log (cleaning §5.5).</summary>
internal static class RemovalReasons
{
    private static readonly (string Code, RemovalReason Reason)[] ByCheck =
    [
        ("CON-01", RemovalReason.NoConsent), ("CON-02", RemovalReason.OutsidePopulation), ("ID-02", RemovalReason.Duplicate), ("ID-03", RemovalReason.Duplicate),
        ("DUP-", RemovalReason.Duplicate), ("DUR-01", RemovalReason.TooShort), ("ID-09", RemovalReason.Test),
    ];

    /// <summary>The reason and its words: those of the line, else what its check stands for, else other.</summary>
    public static (RemovalReason Reason, string Word) Of(LogEntry entry)
    {
        if (entry.Reason is { Length: > 0 } written)
        {
            foreach (var reason in Enum.GetValues<RemovalReason>())
                if (DeletionLog.Word(reason) == written) return (reason, written);
            return (RemovalReason.Other, written);
        }

        foreach (var (code, reason) in ByCheck)
            if (entry.CheckIds?.Contains(code, StringComparison.OrdinalIgnoreCase) == true) return (reason, DeletionLog.Word(reason));
        return (RemovalReason.Other, entry.Explanation is { Length: > 0 } said ? $"other: {said}" : "other");
    }
}
