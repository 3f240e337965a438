using System.Collections.Immutable;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>What the words of a question speak for: its name, its labels and hints, its choices, its groups.</summary>
/// <remarks>
/// Choice labels speak only for quasi and sensitive, as they describe an answer and not what is asked; groups are heard only where the question itself
/// says nothing. In a long label a word for the interviewer is an instruction, and one for free text belongs to the choice "other".
/// </remarks>
internal sealed class CueEvidence
{
    private const int ShortLabel = 4;

    private CueEvidence(PrivacyRole byName, PrivacyRole byLabel, PrivacyRole byOthers, ImmutableHashSet<Topic> topics, ImmutableArray<Evidence> evidence)
    {
        ByName = byName;
        ByLabel = byLabel;
        Roles = byName | byLabel | byOthers;
        Topics = topics;
        Evidence = evidence;
    }

    /// <summary>Roles that the name speaks for.</summary>
    public PrivacyRole ByName { get; }

    /// <summary>Roles that labels and hints speak for.</summary>
    public PrivacyRole ByLabel { get; }

    /// <summary>All roles.</summary>
    public PrivacyRole Roles { get; }

    /// <summary>Topics of name, labels and hints.</summary>
    public ImmutableHashSet<Topic> Topics { get; }

    /// <summary>The words found.</summary>
    public ImmutableArray<Evidence> Evidence { get; }

    /// <summary>Whether name and label speak for roles that exclude each other: one identifies, the other does not.</summary>
    public bool Disagree => ByName != PrivacyRole.Unknown && ByLabel != PrivacyRole.Unknown && (ByName & ByLabel) == PrivacyRole.Unknown
        && RoleStrictness.Identifies(ByName) != RoleStrictness.Identifies(ByLabel);

    /// <summary>Looks at the words of a question in all form versions.</summary>
    public static CueEvidence Of(string name, ImmutableArray<Question> versions)
    {
        var isChoice = versions.Any(q => q.Choices is not null);
        var evidence = ImmutableArray.CreateBuilder<Evidence>();
        var topics = ImmutableHashSet.CreateBuilder<Topic>();
        var byName = Listen("cue-name", Heard(name, isName: true), PrivacyRole.Unknown);

        var byLabel = PrivacyRole.Unknown;
        foreach (var text in versions.SelectMany(q => q.Label.All.Concat(q.Hint.All)).Select(t => t.Text).Distinct(StringComparer.Ordinal))
            byLabel |= Listen("cue-label", Heard(text, isName: false), byLabel);

        var byOthers = PrivacyRole.Unknown;
        foreach (var text in versions.SelectMany(q => q.Choices?.Choices ?? []).SelectMany(c => c.Label.All).Select(t => t.Text).Distinct(StringComparer.Ordinal))
            byOthers |= Listen("cue-choice", CueWords.Find(text).Where(f => (f.Concept.Role & ~(PrivacyRole.Quasi | PrivacyRole.Sensitive)) == PrivacyRole.Unknown), byOthers, keepTopic: false);

        if ((byName | byLabel | byOthers) == PrivacyRole.Unknown)
        {
            foreach (var text in versions.SelectMany(q => q.Ancestors).SelectMany(g => g.Label.All.Select(t => t.Text).Append(g.Name)).Distinct(StringComparer.Ordinal))
                byOthers |= Listen("cue-group", Heard(text, isName: false).Where(f => f.Concept.Role != PrivacyRole.Consent), byOthers, keepTopic: false);
        }

        // "Will the respondent name the wage?": where a choice question's name and label agree on what it is, a word for a name does not make it one.
        if (isChoice && (byName & byLabel) != PrivacyRole.Unknown && !byName.HasFlag(PrivacyRole.Direct)) byLabel &= ~PrivacyRole.Direct;
        return new(byName, byLabel, byOthers, topics.ToImmutable(), evidence.ToImmutable());

        PrivacyRole Listen(string key, IEnumerable<(Concept Concept, string Cue)> heard, PrivacyRole sofar, bool keepTopic = true)
        {
            var roles = PrivacyRole.Unknown;
            foreach (var (concept, cue) in heard)
            {
                if (keepTopic) topics.Add(concept.Topic);
                roles |= concept.Role;
                if ((concept.Role & ~sofar) != PrivacyRole.Unknown) evidence.Add(new(key, new FindingArgument("cue", cue), new FindingArgument("role", RoleNames.Of(concept.Role))));
                sofar |= concept.Role;
            }

            return roles;
        }

        IEnumerable<(Concept Concept, string Cue)> Heard(string text, bool isName)
        {
            var found = CueWords.Find(text);
            var ofPlace = isChoice && found.Any(f => f.Concept.Topic is Topic.Area or Topic.Subarea or Topic.SmallPlace);
            var isShort = isName || CueText.Tokens(text).Length <= ShortLabel;
            foreach (var item in found)
            {
                var isHeard = item.Concept.Topic switch
                {
                    Topic.FreeText => versions.Any(q => q.Type == QuestionType.Text),
                    Topic.Interviewer => isShort,
                    Topic.Consent => isName || IsYesOrNo(versions),
                    Topic.PersonName => !ofPlace, // "name of the district", chosen from a list
                    _ => true,
                };
                if (isHeard) yield return item;
            }
        }
    }

    private static bool IsYesOrNo(ImmutableArray<Question> versions) =>
        versions.All(q => q.Type == QuestionType.Acknowledge || (q.Type.IsSelectOne() && q.Choices is { Choices.Length: <= 3 } list && list.Contains("yes")));
}
