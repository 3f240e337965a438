using System.Collections.Immutable;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>Twenty characters that stand for the identifier, the same for the same one. Source: anonymisation §3.2.</summary>
internal sealed class Pseudonym : Method
{
    public override string Name => "pseudonym";

    public override int Strictness => 6;

    public override ImmutableArray<string> Parameters => ["lasting"];

    public override string? WrongParameter(PlanParameters parameters) => parameters["lasting"] is null or "yes" or "no" ? null : "lasting";

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var domain = DomainOf(context.Row.Domain.Length > 0 ? context.Row.Domain : column.Name, context.Settings);
        using var pseudonyms = new Pseudonyms(context.Key, context.Settings.ProjectName, domain, context.Settings.Round, KindOf(column.Question));
        var (values, blanked) = Rewrite(column.Values, pseudonyms.TokenOf);
        return new() { Values = values, Kind = ValueKind.Code, Blanked = blanked };
    }

    /// <summary>The domain of a field; a partner's copy has the recipient in it, so that two partners can't join theirs.</summary>
    internal static string DomainOf(string field, ReleaseSettings settings) =>
        settings.Level == ReleaseLevel.Partner && settings.Recipient.Length > 0 ? $"{field}/{settings.Recipient}" : field;

    private static IdentifierKind KindOf(Question question)
    {
        var topics = CueEvidence.Of(question.Name, [question]).Topics;
        if (topics.Contains(Topic.Contact)) return IdentifierKind.Phone;
        if (topics.Contains(Topic.Document)) return IdentifierKind.Document;
        if (topics.Contains(Topic.PersonName)) return IdentifierKind.Name;
        return question.Name.Contains("uuid", StringComparison.OrdinalIgnoreCase) ? IdentifierKind.Uuid : IdentifierKind.Plain;
    }
}
