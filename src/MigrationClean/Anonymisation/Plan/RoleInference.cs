using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using Group = MigrationClean.Forms.Group;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>
/// The role of each question from type, reserved name, words, answers and the questions that a calculation reads, strongest first.
/// Source: anonymisation §2.2–§2.6.
/// </summary>
internal sealed partial class RoleInference(ImmutableArray<AskedQuestion> questions, InferenceOptions options, Func<AskedQuestion, Column?> answersOf)
{
    private const int ManyChoices = 50;

    private readonly Dictionary<AskedQuestion, Proposal> _proposals = [];
    private readonly HashSet<AskedQuestion> _underWay = [];

    /// <summary>The proposal for a question; calculations look at those of their inputs.</summary>
    public Proposal Of(AskedQuestion question)
    {
        if (_proposals.TryGetValue(question, out var known)) return known;
        if (!_underWay.Add(question)) return new(PrivacyRole.Unknown, AnswerKind.Calculation, "low", [new("calculation-circle")]);

        var proposal = Fieldwork(question) ?? ByTypeOrName(question) ?? ByWords(question);
        proposal = WithInputs(question, proposal);
        if (proposal.Kind != AnswerKind.Other && answersOf(question) is { } answers) proposal = ContentEvidence.Raise(proposal, answers);
        _underWay.Remove(question);
        return _proposals[question] = proposal;
    }

    private Proposal? Fieldwork(AskedQuestion question)
    {
        if (question.Name == options.ConsentQuestion || question.Newest.Path == options.ConsentQuestion)
            return new(PrivacyRole.Consent, AnswerKinds.Of(question.Newest), "high", [new("consent")]);

        foreach (var (duty, name) in options.FieldworkColumns.OrderBy(p => p.Key, StringComparer.Ordinal))
        {
            if (name != question.Name && name != question.Newest.Path) continue;
            PrivacyRole? role = duty switch
            {
                "enumerator" or "device" or "team" => PrivacyRole.Paradata,
                "household" => PrivacyRole.Linking,
                "weight" => PrivacyRole.Weight,
                _ => null,
            };
            if (role is { } known) return new(known, AnswerKinds.Of(question.Newest), "high", [new("settings", new FindingArgument("key", duty))]);
        }

        return null;
    }

    private static Proposal? ByTypeOrName(AskedQuestion question)
    {
        var types = question.Versions.Select(q => q.Type).Distinct().ToArray();
        foreach (var type in types)
        {
            PrivacyRole? role = type switch
            {
                QuestionType.Barcode or QuestionType.PhoneNumberText or QuestionType.DeviceId or QuestionType.Username or QuestionType.Email
                    or QuestionType.PhoneNumber or QuestionType.SubscriberId or QuestionType.SimSerial => PrivacyRole.Direct,
                QuestionType.Start or QuestionType.End or QuestionType.Today or QuestionType.Audit => PrivacyRole.Paradata,
                _ when type.IsGeometry() => PrivacyRole.Geo,
                _ when type.IsMedia() => PrivacyRole.Media,
                _ => null,
            };
            if (role is not { } known) continue;
            var kind = known is PrivacyRole.Geo or PrivacyRole.Paradata && types.Length == 1 ? AnswerKinds.Of(question.Newest) : AnswerKind.Other;
            return new(known, kind, "high", [new("type", new FindingArgument("type", question.Newest.TypeText))]);
        }

        if (types.Contains(QuestionType.Unknown)) return new(PrivacyRole.Unknown, AnswerKind.Other, "low", [new("type-unknown")]);
        return ReservedColumns.RoleOf(question.Newest.Name) is { } reserved
            ? new(reserved, AnswerKind.Other, "high", [new("reserved")])
            : null;
    }

    private static Proposal ByWords(AskedQuestion question)
    {
        var words = CueEvidence.Of(question.Newest.Name, question.Versions);
        var kind = Narrow(AnswerKinds.Of(question.Newest), question, words);
        if (words.Disagree) return new(PrivacyRole.Unknown, kind, "low", words.Evidence.Add(new("disagree")));

        var confidence = (words.ByName & words.ByLabel) != PrivacyRole.Unknown ? "high" : "medium";
        switch (kind)
        {
            case AnswerKind.Text:
                var isKey = words.Topics.Contains(Topic.CaseNumber) && (words.Roles & ~(PrivacyRole.Linking | PrivacyRole.Quasi)) == PrivacyRole.Unknown;
                if (words.Roles.HasFlag(PrivacyRole.Direct)) return new(PrivacyRole.Direct, kind, confidence, words.Evidence);
                if (isKey && words.ByName.HasFlag(PrivacyRole.Linking)) return new(PrivacyRole.Linking, kind, confidence, words.Evidence);
                return new(PrivacyRole.Text, kind, "high", [.. words.Evidence, new(question.Newest.OtherOf is null ? "text" : "other-of")]);

            case AnswerKind.Calculation:
                // What a calculation holds is known from its inputs alone; its words can only make that stricter.
                return new(words.Roles, kind, confidence, words.Evidence);

            case AnswerKind.FileChoice:
                return words.Roles == PrivacyRole.Unknown
                    ? new(PrivacyRole.Unknown, kind, "low", [new("choices-in-file")])
                    : new(RoleStrictness.Settle(words.Roles | PrivacyRole.Linking), kind, "low", words.Evidence.Add(new("choices-in-file")));

            case AnswerKind.Date or AnswerKind.TimeOfDay:
                return new(RoleStrictness.Settle(words.Roles | PrivacyRole.Time), kind, "high", [new("type", new FindingArgument("type", question.Newest.TypeText)), .. words.Evidence]);

            case AnswerKind.BirthDate:
                return new(RoleStrictness.Settle(words.Roles | PrivacyRole.Quasi), kind, confidence, words.Evidence);

            default:
                if (words.Roles != PrivacyRole.Unknown) return new(RoleStrictness.Settle(words.Roles), kind, confidence, words.Evidence);
                return question.Versions.Any(q => q.Choices is { Choices.Length: > ManyChoices })
                    ? new(PrivacyRole.Unknown, kind, "low", [new("many-choices")])
                    : new(PrivacyRole.Analytic, kind, "low", [new("no-cue")]);
        }
    }

    private static AnswerKind Narrow(AnswerKind kind, AskedQuestion question, CueEvidence words)
    {
        if (kind == AnswerKind.Date && words.Topics.Contains(Topic.Birth)) return AnswerKind.BirthDate;
        if (kind is AnswerKind.Choice or AnswerKind.Calculation && words.Topics.Contains(Topic.Subarea) && !IsNamedOblast(question)) return AnswerKind.Subarea;
        if (kind is not (AnswerKind.Number or AnswerKind.Calculation)) return kind;
        if (AgeWords.IsAge(question)) return AnswerKind.Age;
        if (kind == AnswerKind.Calculation) return kind;
        if (words.Topics.Contains(Topic.Birth)) return AnswerKind.BirthYear;
        if (!words.Topics.Contains(Topic.Family)) return kind;
        return AgeWords.IsAboutChildren(question) ? AnswerKind.Children : AnswerKind.HouseholdSize;
    }

    /// <summary>"Oblast or city" asks for an oblast where its name says so; without such a name the smaller place counts.</summary>
    private static bool IsNamedOblast(AskedQuestion question)
    {
        var topics = CueWords.Find(question.Newest.Name).Select(f => f.Concept.Topic).ToArray();
        return topics.Contains(Topic.Area) && !topics.Contains(Topic.Subarea);
    }

    private Proposal WithInputs(AskedQuestion question, Proposal own)
    {
        var isCalculated = AnswerKinds.Of(question.Newest) == AnswerKind.Calculation;
        if (own.Kind == AnswerKind.Other || (isCalculated && own.Role.HasFlag(PrivacyRole.Consent) && own.Confidence == "high")) return own;

        var inputs = question.Versions.SelectMany(InputsOf).Distinct().ToArray();
        if (isCalculated && question.Versions.Any(CountsRows)) own = own.Raised(own.Role | PrivacyRole.Quasi, "medium", new("calculation-rows"));
        else if (inputs.Length == 0) return isCalculated ? own.Raised(PrivacyRole.Unknown, "low", new("calculation-no-input")) : own;

        if (inputs.Length == 0) return own with { Role = RoleStrictness.Settle(own.Role), Kind = AnswerKind.Number };
        var names = new FindingArgument("questions", string.Join(", ", inputs.Select(i => i.Name)));
        var roles = own.Role;
        var isNumber = own.Kind == AnswerKind.Calculation;
        foreach (var input in inputs)
        {
            var (role, kind) = (Of(input).Role, Of(input).Kind);
            if (role == PrivacyRole.Unknown) return own.Raised(PrivacyRole.Unknown, "low", new("calculation", names));
            roles |= role;
            isNumber &= kind is AnswerKind.Number or AnswerKind.Age or AnswerKind.HouseholdSize or AnswerKind.Children;
        }

        if (isNumber) own = own with { Kind = AnswerKind.Number };
        if (isCalculated && inputs.Any(i => Of(i).Kind == AnswerKind.Subarea)) own = own with { Kind = AnswerKind.Subarea };
        return own.Raised(RoleStrictness.Settle(roles & ~(roles == PrivacyRole.Analytic ? PrivacyRole.Unknown : PrivacyRole.Analytic)), "medium", new("calculation", names));
    }

    /// <summary>Questions whose names stand in the calculation, also without <c>${ }</c> inside the predicate of a repeat.</summary>
    private IEnumerable<AskedQuestion> InputsOf(Question question)
    {
        if (question.Calculation is not { } calculation) yield break;
        var names = Name.Matches(Quoted.Replace(calculation.Text, "")).Select(m => m.Value.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);
        foreach (var candidate in questions)
            if (!candidate.Versions.Contains(question) && candidate.Versions.Any(q => names.Contains(q.Name))) yield return candidate;
    }

    /// <summary>A calculation over a repeat or group speaks at least of how many people there are.</summary>
    private static bool CountsRows(Question question)
    {
        if (question.Calculation is not { } calculation) return false;
        var names = Name.Matches(Quoted.Replace(calculation.Text, "")).Select(m => m.Value.Split('/')[^1]).ToHashSet(StringComparer.Ordinal);
        var root = question.Parent;
        while (root?.Parent is { } parent) root = parent;
        return root is not null && Groups(root).Any(g => g.IsRepeat && names.Contains(g.Name));

        static IEnumerable<Group> Groups(Group group) => group.Children.OfType<Group>().SelectMany(g => Groups(g).Prepend(g));
    }

    [GeneratedRegex(@"[\p{L}_][\p{L}\p{N}_.\-/]*", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Name { get; }

    [GeneratedRegex(@"'[^']*'|""[^""]*""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Quoted { get; }
}
