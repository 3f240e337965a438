using System.Globalization;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>A date cut to its day, month, quarter or year: <c>2024-03-05</c>, <c>2024-03</c>, <c>2024-Q1</c>, <c>2024</c>. Times of day never come out.</summary>
/// <param name="name">The method's word.</param>
/// <param name="length">Characters of the ISO date that are left; 0 for a quarter.</param>
internal sealed class DatePart(string name, int length) : Method
{
    private const int DayLength = 10;

    public override string Name => name;

    public override int Strictness => length == DayLength ? 1 : 3;

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var (values, blanked) = Rewrite(column.Values, text => DayOf(text) is not { } day ? null
            : length > 0 ? day[..length]
            : string.Create(CultureInfo.InvariantCulture, $"{day[..4]}-Q{(int.Parse(day.AsSpan(5, 2), CultureInfo.InvariantCulture) + 2) / 3}"));
        return new() { Values = values, Kind = ValueKind.Date, Blanked = blanked };
    }

    /// <summary>The day of an ISO date or instant, in the time zone it was written in; <see langword="null"/> where it is none.</summary>
    internal static string? DayOf(string text)
    {
        if (text.Length < DayLength || (text.Length > DayLength && text[DayLength] is not ('T' or ' '))) return null;
        return DateOnly.TryParseExact(text.AsSpan(0, DayLength), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? text[..DayLength] : null;
    }
}
