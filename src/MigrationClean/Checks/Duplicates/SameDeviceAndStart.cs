using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Checks.Places;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Duplicates;

/// <summary>Two submissions were begun at the same instant on one device, or two households have one phone number.</summary>
/// <remarks>
/// Of a phone number the last nine digits count, so that a country code or a leading 0 is no difference; a number of fewer digits, or of one
/// digit over and over, is none. Where no question names the household, every submission is one. Source: cleaning §4.7.
/// </remarks>
internal sealed class SameDeviceAndStart : SubmissionCheck
{
    private const int MostNamed = 10;
    private const int PhoneDigits = 9;

    private static readonly string[] Phones =
        ["phone", "phones", "telephone", "tel", "mobile", "cell", "cellphone", "whatsapp", "телефон*", "тел", "мобильн*", "сотов*", "ватсап*"];

    private static readonly string[] NotOfHouseholds = ["enumerator*", "interviewer*", "surveyor*", "supervisor*", "интервьюер*", "анкетер*", "куратор*", "own", "have", "has", "есть", "барбы"];

    /// <inheritdoc/>
    public override CheckId Id => new("DUP-02", "same-device-and-start");

    /// <inheritdoc/>
    public override Severity Severity => Severity.Warning;

    /// <inheritdoc/>
    public override Evidence Evidence => Evidence.Suspicion;

    /// <inheritdoc/>
    public override bool MindsQuestions => true;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters => [new("phones", ParameterKind.Texts)];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context) => Starts(context).Concat(PhoneNumbers(context));

    private IEnumerable<Finding> Starts(CheckContext context)
    {
        var main = context.Submissions.Main;
        if (main.Columns.FirstOrDefault(c => c.Role == ColumnRole.Answer && c.Question?.Type == QuestionType.Start) is not { } start) yield break;
        if (context.Interviews.Fieldwork.Device is not { } name || main.Find(name) is not { } device) yield break;

        var instants = InterviewStart.Of(context);
        var devices = CodedAnswers.Of(device.Value, isSet: false, text => context.IsBlank(text));
        var groups = context.Interviews.Once.Where(r => devices.At(r) != 0 && !double.IsNaN(instants[r]))
            .GroupBy(r => (devices.At(r), instants[r])).Where(g => g.Skip(1).Any());
        foreach (var group in groups)
            foreach (var finding in Told(context, [.. group], start, null)) yield return finding;
    }

    private IEnumerable<Finding> PhoneNumbers(CheckContext context)
    {
        var main = context.Submissions.Main;
        var named = context.Of(this).Texts("phones");
        RefuseUnknown(context, named);
        var columns = main.Columns.Where(c => c.Role == ColumnRole.Answer && c.Question is { } q && context.Of(this).Questions.Takes(q)
            && (named.IsEmpty ? IsPhone(q) : named.Contains(q.Name)) && !c.Value.IsBlank);
        foreach (var column in columns)
        {
            var numbers = Numbers(column.Value);
            var households = context.Interviews.Fieldwork.Household is { } name ? main.Find(name)?.Value : null;
            var groups = context.Interviews.Once.Where(r => numbers[column.Value.CodeAt(r)] != 0).GroupBy(r => numbers[column.Value.CodeAt(r)])
                .Select(g => g.ToArray())
                .Where(g => g.Length > 1 && (households is null || g.DistinctBy(households.TextAt).Skip(1).Any()));
            foreach (var group in groups)
                foreach (var finding in Told(context, group, column, "phone")) yield return finding;
        }
    }

    private IEnumerable<Finding> Told(CheckContext context, int[] rows, TableColumn column, string? variant)
    {
        var main = context.Submissions.Main;
        foreach (var row in rows)
        {
            var others = rows.Where(r => r != row).ToList();
            yield return context.At(
                this,
                main,
                row,
                column,
                [
                    .. context.Naming(column.Question!),
                    new("n", others.Count.ToString(CultureInfo.InvariantCulture)),
                    new("others", string.Join(", ", others.Take(MostNamed).Select(main.PlaceOf))),
                ]) with
            {
                Variant = variant,
                Group = main.SubmissionIdOf(rows[0]) ?? main.PlaceOf(rows[0]),
                RelatedSubmission = main.SubmissionIdOf(others[0]),
            };
        }
    }

    private static void RefuseUnknown(CheckContext context, ImmutableArray<string> named)
    {
        var known = context.Submissions.Forms.SelectMany(f => f.Questions).Select(q => q.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var name in named)
            if (!known.Contains(name)) throw UnknownName.Of("question", "phones", name, known);
    }

    private static bool IsPhone(Question question) =>
        question.Calculation is null && question.Type is QuestionType.Text or QuestionType.Integer or QuestionType.PhoneNumberText
        && QuestionWords.Says(question, Phones) && !QuestionWords.Says(question, NotOfHouseholds);

    /// <summary>The last nine digits of each value as a number; 0 where it is no phone number.</summary>
    private static long[] Numbers(Column column)
    {
        var numbers = new long[column.ValueCount];
        for (var code = 1; code < numbers.Length; code++)
        {
            var (number, digits, power) = (0L, 0, 1L);
            var text = column.Utf8(code);
            var isOneDigit = true;
            var last = 0;
            for (var i = text.Length - 1; i >= 0 && digits < PhoneDigits; i--)
            {
                if (text[i] is < (byte)'0' or > (byte)'9') continue;
                var digit = text[i] - '0';
                isOneDigit &= digits == 0 || digit == last;
                last = digit;
                number += digit * power;
                power *= 10;
                digits++;
            }

            if (digits == PhoneDigits && !isOneDigit) numbers[code] = number;
        }

        return numbers;
    }
}
