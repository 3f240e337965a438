namespace MigrationClean.Samples.Drawing;

/// <summary>Who was where and when: what the telephone notes by itself, before anything is answered.</summary>
internal sealed record Visit
{
    public required string Team { get; init; }

    public required string Enumerator { get; init; }

    public required string Device { get; init; }

    public required Place Place { get; init; }

    /// <summary>Clock time in Kyrgyzstan (UTC+6, all year).</summary>
    public required DateTime Start { get; init; }

    public required DateTime End { get; init; }

    public required DateTime Sent { get; init; }

    public required string Point { get; init; }

    public static string Clock(DateTime time) => time.ToString("yyyy-MM-ddTHH:mm:ss.fff") + "+06:00";

    public static string Utc(DateTime time) => time.AddHours(-6).ToString("yyyy-MM-ddTHH:mm:ss");
}
