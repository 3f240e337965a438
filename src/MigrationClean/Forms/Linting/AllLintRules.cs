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
        // LINT-02 sheet-misspelled E/W convert
        new HeaderDuplicate(),
        new HeaderAliasConflict(),
        // LINT-05 header-required-missing E convert
        // LINT-06 header-missing-row E convert
        // LINT-07 header-unknown A
        // LINT-08 choices-header-space W convert
        // LINT-09 disabled-column W convert
        // LINT-10 row-skipped W convert

        // Settings
        // LINT-11 settings-form-id-twice W convert
        // LINT-12 settings-name-invalid E convert
        // LINT-13 settings-encryption-instanceid E convert
        // LINT-14 settings-language-unused A

        // Names
        new NameMissing(),
        // LINT-16 name-invalid E convert
        // LINT-17 name-duplicate E convert
        // LINT-18 name-case-duplicate W convert
        // LINT-19 name-repeat-is-root E convert
        // LINT-20 name-repeat-duplicate E convert
        // LINT-21 name-reserved-meta E convert
        // LINT-22 name-engine-unsupported E load
        // LINT-23 name-too-long A

        // Types and structure
        // LINT-24 type-missing E convert
        // LINT-25 type-unknown E convert
        // LINT-26 group-unmatched-end E convert
        // LINT-27 group-unclosed E convert
        // LINT-28 repeat-no-label W convert
        // LINT-29 group-empty E load
        // LINT-30 loop-list-missing E convert
        // LINT-31 table-list-mismatch E convert
        // LINT-32 table-list-filter E convert
        // LINT-33 metadata-deprecated W convert
        // LINT-34 audit-name E convert
        // LINT-35 audit-location E convert
        // LINT-36 background-geopoint E convert

        // Labels and languages
        // LINT-37 label-missing E convert
        // LINT-38 label-guidance-only E convert
        // LINT-39 media-big-image E convert
        // LINT-40 choice-no-label E load
        // LINT-41 translation-missing W convert
        // LINT-42 translation-missing-choices A
        // LINT-43 language-code W convert
        // LINT-44 or-other-translations W convert
        // LINT-45 duplicate-label A

        // Choices
        // LINT-46 choices-sheet-missing E convert
        // LINT-47 list-missing E convert
        // LINT-48 choice-name-missing E convert
        // LINT-49 choice-duplicate E convert; A where duplicates are allowed
        // LINT-50 choice-name-space E convert
        // LINT-51 choice-name-not-trimmed A
        // LINT-52 or-other-choice-filter E convert
        // LINT-53 external-sheet-missing E convert
        // LINT-54 external-no-filter E convert
        // LINT-55 from-file-extension E convert
        // LINT-56 from-file-parameter E convert
        // LINT-57 list-unused A
        // LINT-58 choice-filter-column-missing A
        // LINT-59 choice-filter-value-orphan A
        // LINT-60 choice-literal-unknown A
        // LINT-61 search-shared-list E convert
        // LINT-62 search-from-file E convert

        // References
        // LINT-63 ref-malformed E convert
        new RefUnknown(),
        // LINT-65 ref-ambiguous E convert
        // LINT-66 trigger-unknown E convert
        // LINT-67 trigger-malformed E convert
        // LINT-68 trigger-not-visible E convert
        // LINT-69 calculate-missing E convert

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
