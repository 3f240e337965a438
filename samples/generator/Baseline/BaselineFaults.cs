using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Faults;

namespace MigrationClean.Samples.Baseline;

/// <summary>Plants the faults of the baseline sample: sums, disagreeing informants, ranks, and some of every common kind.</summary>
internal static class BaselineFaults
{
    public static FaultList Plant(BaselineSurvey survey, SeededRandom random)
    {
        var faults = new FaultList("B", random);
        new BaselineInformantFaults(survey, faults).Plant();
        new BaselineSumFaults(survey, faults).Plant();
        new BaselineFormFaults(survey, faults).Plant();
        new BaselineOtherFaults(survey, faults).Plant();
        new BaselineIdentityFaults(survey, faults).Plant();
        return faults;
    }
}
