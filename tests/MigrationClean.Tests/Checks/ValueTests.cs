using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MigrationClean.Checks.Answers;

namespace MigrationClean.Tests.Checks;

public sealed class ValueTests
{
    [Fact]
    public void Every_whole_number_is_readable() => Prop.ForAll(ArbMap.Default.ArbFor<int>(),
        number => NumberText.IsInteger(Bytes(number.ToString(CultureInfo.InvariantCulture)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_decimal_number_is_readable_and_with_a_comma_it_is_meant() => Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), number =>
    {
        var text = number.ToString(CultureInfo.InvariantCulture);
        var comma = text.Replace('.', ',');
        return NumberText.IsDecimal(Bytes(text), typed: false)
            && (comma == text || NumberText.Meant(comma, whole: false) is not { } meant || meant == text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_meant_is_always_readable() => Prop.ForAll(ArbMap.Default.ArbFor<NonNull<string>>(), text =>
        (NumberText.Meant(text.Get, whole: false) is not { } number || NumberText.IsDecimal(Bytes(number), typed: true))
        && (NumberText.Meant(text.Get, whole: true) is not { } whole || NumberText.IsInteger(Bytes(whole)))
        && (DateText.MeantDate(text.Get) is not { } date || DateText.IsDate(Bytes(date)))).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_day_is_readable_in_the_stored_form_and_meant_in_the_local_one() => Prop.ForAll(ArbMap.Default.ArbFor<DateTime>(), day =>
    {
        var stored = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return DateText.IsDate(Bytes(stored))
            && DateText.IsDateTime(Bytes(day.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture) + "+06:00"))
            && DateText.MeantDate(day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)) == stored;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_readable_or_not_and_never_an_exception() => Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), bytes =>
    {
        var readable = new[]
        {
            NumberText.IsInteger(bytes), NumberText.IsDecimal(bytes, true), DateText.IsDate(bytes), DateText.IsTime(bytes),
            DateText.IsDateTime(bytes), GeoText.IsPoint(bytes), GeoText.IsLine(bytes), GeoText.IsArea(bytes),
        };
        return readable.Length == 8;
    }).QuickCheckThrowOnFailure();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
