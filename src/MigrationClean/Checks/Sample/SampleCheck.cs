using System.Globalization;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks.Sample;

/// <summary>A check of the planned sample; without one it has nothing to say.</summary>
internal abstract class SampleCheck : SubmissionCheck
{
    /// <summary>How many names are told.</summary>
    protected const int MostNamed = 10;

    /// <inheritdoc/>
    public override Severity Severity => Severity.Notice;

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        if (context.Places.Sample is not { } frame) return [];
        if (frame.NotExported is not { } missing) return Run(context, frame);
        context.NotJudged(Id, missing, "not-exported", context.Submissions.Main.RowCount);
        return [];
    }

    /// <summary>All findings.</summary>
    protected abstract IEnumerable<Finding> Run(CheckContext context, SampleFrame frame);

    /// <summary>A finding about a row of the sample, or about the table where <paramref name="row"/> is <see langword="null"/>.</summary>
    protected Finding Found(SampleFrame frame, SampleRow? row, params ReadOnlySpan<FindingArgument> arguments) => new()
    {
        Check = Id,
        Severity = Severity,
        Evidence = Evidence,
        Location = frame.Sample.PlaceOf(row),
        Arguments = [.. arguments],
    };

    /// <summary>A whole number in a message.</summary>
    protected static FindingArgument Whole(string name, double number) => new(name, number.ToString("0.##", CultureInfo.InvariantCulture));
}
