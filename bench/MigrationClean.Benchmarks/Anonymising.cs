using BenchmarkDotNet.Attributes;
using MigrationClean.Anonymisation;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Anonymisation.Proof;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Submissions;
using MigrationClean.Writing;

namespace MigrationClean.Benchmarks;

/// <summary>The privacy stages on 10,000 submissions of 250 columns: drafting a plan, anonymising by it, and proving what was written.</summary>
[MemoryDiagnoser]
public class Anonymising
{
    private static readonly byte[] KeyBytes = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    private SubmissionSet _submissions = null!;
    private Consent _consent = null!;
    private PrivacyPlan _plan = null!;
    private AnonymisedSubmissions _released = null!;
    private byte[] _written = [];

    [GlobalSetup]
    public void Make()
    {
        _submissions = MadeUpSurvey.Of(10_000);
        _consent = Consent.Find(_submissions, new());
        _plan = Draft();
        _released = Anonymise();
        using var stream = new MemoryStream();
        CsvWriter.Write(OutputTable.Of(_released.Tables[0]), stream, new());
        _written = stream.ToArray();
    }

    [Benchmark]
    public PrivacyPlan Draft() => PlanDraft.Of(_submissions.Forms, _submissions, new() { ConsentQuestion = _consent.Question?.Name });

    [Benchmark(Baseline = true)]
    public AnonymisedSubmissions Anonymise()
    {
        using var key = new ProjectKey(KeyBytes, isLasting: true);
        return Anonymiser.Run(_submissions, Removals.Find(_submissions, _consent), _plan, new(), _consent, key);
    }

    [Benchmark]
    [Arguments(1)]
    [Arguments(2)]
    public object Prove(int threads) =>
        ReleaseProof.Prepare(_submissions, _released, [], threads).Prove([("main.csv", () => new MemoryStream(_written))]);
}
