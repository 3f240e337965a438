using System.Collections.Immutable;

namespace MigrationClean.Forms.Linting;

/// <summary>Every lint rule, in code order: that of xlsform §12. A new rule is one line here, one file, four texts in each language, one case.</summary>
public static class AllLintRules
{
    /// <summary>The family of their codes.</summary>
    public const string Family = "LINT";

    /// <summary>The rules.</summary>
    public static ImmutableArray<LintRule> List { get; } =
    [
        // Workbook and headers
        new SheetSurveyMissing(),
        new SheetMisspelled(),
        new HeaderDuplicate(),
        new HeaderAliasConflict(),
        new HeaderRequiredMissing(),
        new HeaderMissingRow(),
        new HeaderUnknown(),
        new ChoicesHeaderSpace(),
        new DisabledColumn(),
        new RowSkipped(),

        // Settings
        new SettingsFormIdTwice(),
        new SettingsNameInvalid(),
        new SettingsEncryptionInstanceid(),
        new SettingsLanguageUnused(),

        // Names
        new NameMissing(),
        new NameInvalid(),
        new NameDuplicate(),
        new NameCaseDuplicate(),
        new NameRepeatIsRoot(),
        new NameRepeatDuplicate(),
        new NameReservedMeta(),
        new NameEngineUnsupported(),
        new NameTooLong(),

        // Types and structure
        new TypeMissing(),
        new TypeUnknown(),
        new GroupUnmatchedEnd(),
        new GroupUnclosed(),
        new RepeatNoLabel(),
        new GroupEmpty(),
        new LoopListMissing(),
        new TableListMismatch(),
        new TableListFilter(),
        new MetadataDeprecated(),
        new AuditName(),
        new AuditLocation(),
        new BackgroundGeopoint(),

        // Labels and languages
        new LabelMissing(),
        new LabelGuidanceOnly(),
        new MediaBigImage(),
        new ChoiceNoLabel(),
        new TranslationMissing(),
        new TranslationMissingChoices(),
        new LanguageCode(),
        new OrOtherTranslations(),
        new DuplicateLabel(),

        // Choices
        new ChoicesSheetMissing(),
        new ListMissing(),
        new ChoiceNameMissing(),
        new ChoiceDuplicate(),
        new ChoiceNameSpace(),
        new ChoiceNameNotTrimmed(),
        new OrOtherChoiceFilter(),
        new ExternalSheetMissing(),
        new ExternalNoFilter(),
        new FromFileExtension(),
        new FromFileParameter(),
        new ListUnused(),
        new ChoiceFilterColumnMissing(),
        new ChoiceFilterValueOrphan(),
        new ChoiceLiteralUnknown(),
        new SearchSharedList(),
        new SearchFromFile(),

        // References
        new RefMalformed(),
        new RefUnknown(),
        new RefAmbiguous(),
        new TriggerUnknown(),
        new TriggerMalformed(),
        new TriggerNotVisible(),
        new CalculateMissing(),

        // Expressions
        new XPathSyntax(),
        new XPathUnknownFunction(),
        new XPathArity(),
        new XPathCycle(),
        new XPathSelfReference(),
        new RepeatRefOutside(),
        new RepeatSelfAggregate(),
        new SelectMultipleEquality(),
        new EmptyCompare(),
        new SumUnanswered(),
        new BareReferenceCondition(),
        new DateLiteralCompare(),
        new DateDifferenceNotRounded(),
        new RegexNotAnchored(),
        new NumericPredicate(),
        new FunctionEngineSpecific(),
        new OnceTime(),
        new ConstraintWithoutMessage(),
        new ConstraintOnHidden(),
        new RequiredNotBoolean(),
        new RelevantAlways(),
        // LINT-91 constraint-rejects-default A
        new TypeMismatch(),

        // Parameters and media
        // LINT-93 param-malformed E convert
        // LINT-94 param-unknown E convert
        // LINT-95 param-ignored A
        // LINT-96 param-randomize E convert
        // LINT-97 param-seed E convert
        // LINT-98 range-not-number E convert
        // LINT-99 range-step-zero E convert
        // LINT-100 range-step-too-big E convert
        // LINT-101 range-tick-interval E convert: zero, larger than the range, not a multiple of step
        // LINT-102 range-placeholder E convert: outside the range or off step
        // LINT-103 range-tick-labelset E convert: unknown list, non-numeric, outside, off step, too many with no-ticks
        // LINT-104 range-tick-appearance E convert: these parameters with another appearance
        // LINT-105 text-rows E convert
        // LINT-106 image-max-pixels W convert
        // LINT-107 image-max-pixels-int E convert
        // LINT-108 image-app E convert
        // LINT-109 audio-quality E convert
        // LINT-110 geo-param E convert
        // LINT-111 appearance-unknown A

        // Instances and entities
        // LINT-112 instance-duplicate E convert
        // LINT-113 instance-conflict E convert
        // LINT-114 entity-sheet-missing E convert: save_to without entities sheet
        // LINT-115 entity-property-duplicate E convert
        // LINT-116 entity-property-on-group E convert: save_to on a group or repeat
        // LINT-117 entity-list-unknown E convert: save_to names a list that is not declared
        // LINT-118 entity-prefix-missing E convert: several lists, save_to without prefix
        // LINT-119 entity-prefix-twice E convert: more than one #
        // LINT-120 entity-name-invalid E convert: reserved or invalid list or property name
        // LINT-121 entity-create-no-label E convert
        // LINT-122 entity-upsert-no-update-if E convert
        // LINT-123 entity-update-no-id E convert
        // LINT-124 entity-scope-conflict E convert
        // LINT-125 entity-list-name E convert: missing or duplicate list_name
        // LINT-126 entity-column-unknown E convert
    ];

    /// <summary>The rule of a code or a name, or <see langword="null"/>. Case of letters is no difference.</summary>
    public static LintRule? Find(string codeOrName)
    {
        foreach (var rule in List)
            if (Same(rule.Id.Code, codeOrName) || Same(rule.Id.Name, codeOrName)) return rule;
        return null;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
