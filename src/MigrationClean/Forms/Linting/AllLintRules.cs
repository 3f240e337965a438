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
        new DefaultRejected(),
        new TypeMismatch(),

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
