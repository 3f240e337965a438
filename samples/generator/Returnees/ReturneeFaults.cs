using MigrationClean.Samples.Faults;

namespace MigrationClean.Samples.Returnees;

/// <summary>Plants the faults of the returnee sample, one family of checks after the other.</summary>
internal static class ReturneeFaults
{
    /// <summary>Changes the interviews of the survey, adds the duplicates to them, and returns the list of what was planted.</summary>
    public static FaultList Plant(ReturneeSurvey survey, Drawing.SeededRandom random)
    {
        var faults = new FaultList("R", random);
        var days = new EnumeratorDays(survey.True);
        RefusedVisits.Plant(survey, faults);
        new ReturneeTimeFaults(survey, faults, days).Plant();
        new ReturneeCopies(survey, faults, days).Plant();
        new ReturneePatternFaults(survey, faults).Plant();
        new ReturneeFormFaults(survey, faults).Plant();
        new ReturneeValueFaults(survey, faults).Plant();
        new ReturneePlaceFaults(survey, faults, days).Plant();
        new ReturneeTextFaults(survey, faults).Plant();
        new ReturneeIdentityFaults(survey, faults).Plant();
        new ReturneeRuleFaults(survey, faults).Plant();
        return faults;
    }
}
