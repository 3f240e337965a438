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
using MigrationClean.Checks.Rules;
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
        new OutsidePopulation(),
        new OutsidePeriod(),
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
        new RuleBroken(),
        new ListedCheck("LOG-02", "rule-table-mistake", Severity.Error),
        new ListedCheck("LOGF-01", "log-submission-unknown", Severity.Error),
        new ListedCheck("LOGF-02", "log-submission-ambiguous", Severity.Error),
        new ListedCheck("LOGF-03", "log-row-unknown", Severity.Error),
        new ListedCheck("LOGF-04", "log-question-unknown", Severity.Error),
        new ListedCheck("LOGF-05", "log-change-type", Severity.Error),
        new ListedCheck("LOGF-06", "log-new-value", Severity.Error),
        new ListedCheck("LOGF-07", "log-old-value", Severity.Error),
        new ListedCheck("LOGF-08", "log-value-invalid", Severity.Error),
        new ListedCheck("LOGF-09", "log-constraint", Severity.Error),
        new ListedCheck("LOGF-10", "log-not-relevant", Severity.Error),
        new ListedCheck("LOGF-11", "log-on-removed", Severity.Error),
        new ListedCheck("LOGF-12", "log-conflict", Severity.Error),
        new ListedCheck("LOGF-13", "log-both-removed", Severity.Error),
        new ListedCheck("LOGF-14", "log-profile", Severity.Error),
        new ListedCheck("LOGF-15", "log-others", Severity.Error),
        new ListedCheck("LOGF-16", "log-cell-unlogged", Severity.Error),
        new ListedCheck("LOGF-17", "log-no-effect", Severity.Error),
        new ListedCheck("LOGF-18", "log-other-effect", Severity.Error),
        new ListedCheck("LOGF-19", "log-removal-unlogged", Severity.Error),
        new ListedCheck("LOGF-20", "log-incomplete", Severity.Error),
        new ListedCheck("LOGF-21", "log-audit-broken", Severity.Error),
        new ListedCheck("LOGF-22", "log-introduces", Severity.Error),
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
