using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>A date moved by a keyed number of days, the same for all dates of one person or household. Source: anonymisation §3.4.</summary>
internal sealed class ShiftDate : Method
{
    private const double DefaultWindow = 30;

    public override string Name => "shift";

    public override int Strictness => 2;

    public override ImmutableArray<string> Parameters => ["window", "by"];

    public override string? WrongParameter(PlanParameters parameters) =>
        parameters.Number("window", DefaultWindow) is { } days && days <= 3650 ? parameters["by"] is { Length: > 0 } ? null : "by" : "window";

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var window = (int)(context.Parameters.Number("window", DefaultWindow) ?? DefaultWindow);
        var by = context.Other(context.Parameters["by"] ?? "");
        var key = context.Key.Derive("pseudonym|v1", context.Settings.ProjectName, "date", context.Settings.Round);
        var (moved, blanked) = (new string?[column.Values.RowCount], 0);
        for (var row = 0; row < moved.Length; row++)
        {
            var text = column.Values.TextAt(row);
            if (text.Length == 0) continue;
            var unit = by?.TextAt(row) ?? "";
            if (unit.Length > 0 && DatePart.DayOf(text) is { } day)
                moved[row] = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(DaysOf(key, unit, window)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            else blanked++;
        }

        CryptographicOperations.ZeroMemory(key);
        return new() { Values = Column.FromTexts(moved), Kind = ValueKind.Date, Blanked = blanked };
    }

    /// <summary>−W…W days, by the first eight bytes of an HMAC.</summary>
    internal static int DaysOf(byte[] fieldKey, string unit, int window)
    {
        var drawn = BinaryPrimitives.ReadUInt64BigEndian(HMACSHA256.HashData(fieldKey, Encoding.UTF8.GetBytes(unit)));
        return (int)(drawn % (ulong)((2 * window) + 1)) - window;
    }
}
