using System.Collections.Immutable;
using System.Text;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Files;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Submissions;
using MigrationClean.Tests.Forms;

namespace MigrationClean.Tests.Anonymisation;

/// <summary>A survey made up for a test: a form, an export, and what is released of it. All people in it are made up.</summary>
internal sealed class MadeSurvey
{
    public const string Choices = """
        list_name | name   | label
        yesno     | yes    | Yes
        yesno     | no     | No
        sex       | female | Female
        sex       | male   | Male
        food      | bread  | Bread
        food      | rice   | Rice
        food      | other  | Other
        """;

    private MadeSurvey(SubmissionSet submissions) => Submissions = submissions;

    public SubmissionSet Submissions { get; }

    public ConsentSettings ConsentSettings { get; init; } = new();

    public Consent Consent => Consent.Find(Submissions, ConsentSettings);

    /// <summary>A survey whose export is CSV text.</summary>
    public static MadeSurvey Csv(string survey, string csv, string choices = Choices) =>
        new(SubmissionReader.Read([Read("export.csv", csv)], [Sheets.Form(survey, choices)]));

    /// <summary>A survey whose export is KoBo's data JSON, with repeats.</summary>
    public static MadeSurvey Json(string survey, string json, string choices = Choices) =>
        new(SubmissionReader.Read([Read("data.json", json)], [Sheets.Form(survey, choices)]));

    /// <summary>The same survey with the consent question declared not to be needed.</summary>
    public MadeSurvey WithoutConsent() => new(Submissions) { ConsentSettings = new() { NotNeeded = "a test" } };

    public PrivacyPlan Draft() => PlanDraft.Of(Submissions.Forms, Submissions, new() { ConsentQuestion = Consent.Question?.Name });

    /// <summary>The drafted plan, confirmed by a person who changed some rows.</summary>
    public PrivacyPlan Confirmed(Func<PlanRow, PlanRow>? change = null) => Draft().Confirm(change);

    public AnonymisedSubmissions Release(
        PrivacyPlan? plan = null, ReleaseLevel level = ReleaseLevel.Public, ProjectKey? key = null, ReleaseSettings? settings = null)
    {
        var consent = Consent;
        var release = settings ?? new() { ProjectName = "test", Controller = "office", Basis = "law", Purpose = "report" };
        return Anonymiser.Run(
            Submissions, Removals.Find(Submissions, consent), plan ?? Draft(), release with { Level = level }, consent, key ?? Keys.Fixed(1));
    }

    private static RawExport Read(string name, string text) =>
        ExportReader.Read(InputFile.FromStream(name, () => new MemoryStream(Encoding.UTF8.GetBytes(text))), new() { Threads = 1 });
}

/// <summary>Keys for tests.</summary>
internal static class Keys
{
    public static ProjectKey Fixed(byte seed) => new([.. Enumerable.Range(0, 32).Select(i => (byte)(i + seed))], isLasting: true);
}

/// <summary>What tests read off a release and do to a plan.</summary>
internal static class ReleaseExtensions
{
    extension(PrivacyPlan plan)
    {
        public PrivacyPlan Confirm(Func<PlanRow, PlanRow>? change = null) =>
            new([.. plan.Rows.Select(r => (change?.Invoke(r) ?? r) with { ConfirmedBy = "DM-1" })]);

        public PlanRow Row(string question) => plan.Rows.Single(r => r.Question == question);

        public string Csv()
        {
            using var stream = new MemoryStream();
            PlanCsv.Write(plan, stream);
            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    extension(AnonymisedSubmissions released)
    {
        public ImmutableArray<string> Headers => [.. released.Tables[0].Columns.Select(c => c.Name)];

        public string[] Values(string column, int table = 0)
        {
            var found = released.Tables[table].Columns.Single(c => c.Name == column);
            return [.. Enumerable.Range(0, found.Values.RowCount).Select(found.Values.TextAt)];
        }

        /// <summary>Every cell of every table, and every label.</summary>
        public string Everything() => string.Join('\n', released.Tables.SelectMany(t => t.Columns).SelectMany(c =>
            Enumerable.Range(0, c.Values.ValueCount).Select(c.Values.Text).Append(c.Name).Concat(c.ValueLabels.Select(l => l.Value))));
    }
}
