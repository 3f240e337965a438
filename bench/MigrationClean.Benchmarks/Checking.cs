using BenchmarkDotNet.Attributes;
using MigrationClean.Checks;
using MigrationClean.Submissions;

namespace MigrationClean.Benchmarks;

/// <summary>Checks on 2,000 and 10,000 submissions of 250 columns: all of them, and one that looks at no answer.</summary>
[MemoryDiagnoser]
public class Checking
{
    private SubmissionSet _submissions = null!;

    [Params(2_000, 10_000)]
    public int Submissions { get; set; }

    [GlobalSetup]
    public void Make() => _submissions = MadeUpSurvey.Of(Submissions);

    [Benchmark]
    public CheckReport AllChecks() => Checker.Run(_submissions, new());

    [Benchmark(Baseline = true)]
    public CheckReport IdentifiersAlone() => Checker.Run(_submissions, new() { Select = ["ID-01"] });
}
