using System.Collections.Immutable;
using MigrationClean.Checks.Answers;
using MigrationClean.Checks.BackCheck;
using MigrationClean.Checks.Distribution;
using MigrationClean.Checks.Duplicates;
using MigrationClean.Checks.Interview;
using MigrationClean.Checks.Logic;
using MigrationClean.Checks.Outliers;
using MigrationClean.Checks.Patterns;
using MigrationClean.Checks.Places;
using MigrationClean.Checks.Sample;
using MigrationClean.Checks.Structure;
using MigrationClean.Checks.Texts;
using MigrationClean.Checks.Times;
using MigrationClean.Checks.Times.Audit;
using MigrationClean.Diagnostics;

namespace MigrationClean.Checks;

/// <summary>Every check, in code order. A new check is one line here, one file, four texts in each language, one case.</summary>
public static class AllChecks
{
    /// <summary>The checks.</summary>
    public static ImmutableArray<Check> List { get; } =
    [
        new DistributionDiffers(),
        new BackCheckDiffers(),
        new NoConsent(),
        new EqualInterview(),
        new SameDeviceAndStart(),
        new NearDuplicate(),
        new TooShort(),
        new TooLong(),
        new UnusualLength(),
        new ImpossibleTimes(),
        new LongPause(),
        new FastQuestions(),
        new HurriedInterview(),
        new Overlap(),
        new ShortGap(),
        new OddHour(),
        new SentLate(),
        new TooManyADay(),
        new UnusualOrder(),
        new ListedCheck("FILE-01", "file-unreadable", Severity.Error),
        new ListedCheck("FILE-02", "file-kind", Severity.Error),
        new ListedCheck("FILE-03", "file-encrypted", Severity.Error),
        new ListedCheck("FILE-04", "file-damaged", Severity.Error),
        new ListedCheck("FILE-05", "file-limit", Severity.Error),
        new ListedCheck("FILE-06", "file-encoding", Severity.Warning),
        new ListedCheck("FILE-07", "file-ragged", Severity.Warning),
        new ListedCheck("FILE-08", "file-header", Severity.Warning),
        new ListedCheck("FILE-09", "file-sheet-missing", Severity.Warning),
        new ListedCheck("FILE-10", "file-wrong-form", Severity.Error),
        new ListedCheck("FILE-11", "file-overflow-cells", Severity.Warning),
        new ListedCheck("FILE-12", "file-not-exported", Severity.Warning),
        new ListedCheck("FILE-13", "output-refused", Severity.Error),
        new ListedCheck("FILE-14", "output-differs", Severity.Error),
        new ListedCheck("FILE-15", "settings-mistake", Severity.Error),
        new ListedCheck("FILE-16", "sample-mistake", Severity.Error),
        new AnswerNotRelevant(),
        new RequiredMissing(),
        new ConstraintBroken(),
        new CalculationDiffers(),
        new ChoiceNotInList(),
        new ChoiceNotOffered(),
        new SelectMultipleDisagrees(),
        new ExclusiveChoiceWithOthers(),
        new UnreadableValue(),
        new OutsideRange(),
        new SamePersonTwice(),
        new ImpossibleDate(),
        new RuleNotEvaluable(),
        new PointMissing(),
        new PointInaccurate(),
        new OutsideArea(),
        new FarFromPlanned(),
        new SamePlace(),
        new TooFast(),
        new EndedElsewhere(),
        new UuidMissingOrMalformed(),
        new DuplicateSubmission(),
        new SharedKey(),
        new ListedCheck("ID-04", "column-unexpected", Severity.Error),
        new FormVersionDiffers(),
        new ListedCheck("ID-06", "parent-missing", Severity.Error),
        new IterationCountDiffers(),
        new TruncatedText(),
        new TestEntry(),
        new ServerRejected(),
        new EmptySubmission(),
        new OtherNotChosen(),
        new OtherNotSpecified(),
        new OtherToRecode(),
        new OtherFrequent(),
        new RobustOutlier(),
        new CompatibleOutlier(),
        new OddPair(),
        new MissingRate(),
        new DontKnowRate(),
        new RefusalRate(),
        new OtherRate(),
        new StraightLining(),
        new ShortestPath(),
        new AlwaysSamePlace(),
        new LowInformation(),
        new RepeatedText(),
        new ListedCheck("PII-01", "personal-column", Severity.Notice),
        new ListedCheck("PII-02", "personal-content", Severity.Notice),
        new StratumNotOnTarget(),
        new StratumNotPlanned(),
        new PointVisitedTwice(),
        new PointNotVisited(),
        new ManyReplacements(),
        new UntidyText(),
        new OtherLanguage(),
        new GarbledText(),
        new NoiseText(),
        new FormulaText(),
        new ReservedNumber(),
        new TextForCode(),
        new BeyondLimit(),
        new UnitSlip(),
        new ValueShare(),
    ];

    /// <summary>The check of a code or a name, or <see langword="null"/>. Case of letters is no difference.</summary>
    public static Check? Find(string codeOrName)
    {
        foreach (var check in List)
            if (Same(check.Id.Code, codeOrName) || Same(check.Id.Name, codeOrName)) return check;
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
