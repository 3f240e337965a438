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
        // LINT-58 choice-filter-column-missing A
        // LINT-59 choice-filter-value-orphan A
        // LINT-60 choice-literal-unknown A
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
        // LINT-70 xpath-syntax E load
        // LINT-71 xpath-unknown-function E load
        // LINT-72 xpath-arity E load
        // LINT-73 xpath-cycle E load
        // LINT-74 xpath-self-reference E load
        // LINT-75 repeat-ref-outside E/A load
        // LINT-76 repeat-self-aggregate A
        // LINT-77 select-multiple-equality A
        // LINT-78 empty-compare A
        // LINT-79 sum-unanswered A
        // LINT-80 bare-reference-condition A
        // LINT-81 date-literal-compare A
        // LINT-82 date-difference-not-rounded A
        // LINT-83 regex-not-anchored A
        // LINT-84 numeric-predicate A
        // LINT-85 function-engine-specific A
        // LINT-86 once-time A
        // LINT-87 constraint-without-message A
        // LINT-88 constraint-on-hidden A
        // LINT-89 required-not-boolean A
        // LINT-90 relevant-always A
        // LINT-91 constraint-rejects-default A
        // LINT-92 type-mismatch A

        // Parameters and media
        new ParamMalformed(),
        new ParamUnknown(),
        new ParamIgnored(),
        new ParamRandomize(),
        new ParamSeed(),
        new RangeNotNumber(),
        new RangeStepZero(),
        new RangeStepTooBig(),
        new RangeTickInterval(),
        new RangePlaceholder(),
        new RangeTickLabelset(),
        new RangeTickAppearance(),
        new TextRows(),
        new ImageMaxPixels(),
        new ImageMaxPixelsInt(),
        new ImageApp(),
        new AudioQuality(),
        new GeoParam(),
        new AppearanceUnknown(),

        // Instances and entities
        new InstanceDuplicate(),
        new InstanceConflict(),
        new EntitySheetMissing(),
        new EntityPropertyDuplicate(),
        new EntityPropertyOnGroup(),
        new EntityListUnknown(),
        new EntityPrefixMissing(),
        new EntityPrefixTwice(),
        new EntityNameInvalid(),
        new EntityCreateNoLabel(),
        new EntityUpsertNoUpdateIf(),
        new EntityUpdateNoId(),
        new EntityScopeConflict(),
        new EntityListName(),
        new EntityColumnUnknown(),
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
