using System.Collections.Immutable;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Checks;
using MigrationClean.Diagnostics;

namespace MigrationClean.Anonymisation;

/// <summary>What must be known before anything is anonymised: consent, purpose, recipient, retention, key. A stop is a sentence; there is no weaker release.</summary>
internal static class ReleaseGate
{
    /// <summary>Checks the settings of the run.</summary>
    /// <returns>What a trial says instead of stopping.</returns>
    /// <exception cref="InputException">PRIV-08, -10, -11, -12.</exception>
    public static ImmutableArray<ReleaseWarning> Check(PrivacyPlan plan, ReleaseSettings settings, Consent consent)
    {
        if (settings is { RetainUntil: { } until, Today: { } today } && today > until)
            throw new InputException("PRIV-12", null, new FindingArgument("date", until.ToString("yyyy-MM-dd")));
        if (!consent.IsKnown) throw new InputException("PRIV-08", null);
        if (settings.Level == ReleaseLevel.Partner) CheckPartner(plan, settings);
        else if (settings.Recipient.Length > 0) throw new InputException("PRIV-11/not-partner", null, new FindingArgument("recipient", settings.Recipient));

        var warnings = ImmutableArray.CreateBuilder<ReleaseWarning>();
        if (!plan.IsConfirmed) warnings.Add(new(plan.IsInferred ? "PRIV-20" : "PRIV-20/plan"));
        if (consent.IsNotNeeded && consent.Question is null) warnings.Add(new("PRIV-08/not-needed"));

        (string Key, string Value)[] said = [("controller", settings.Controller), ("basis", settings.Basis), ("purpose", settings.Purpose)];
        var empty = said.Where(s => string.IsNullOrWhiteSpace(s.Value)).Select(s => $"`project.{s.Key}`").ToArray();
        if (empty.Length == 0) return warnings.ToImmutable();

        var keys = new FindingArgument("keys", string.Join(", ", empty));
        if (plan.IsConfirmed) throw new InputException("PRIV-10", null, keys);
        warnings.Add(new("PRIV-10/trial", keys));
        return warnings.ToImmutable();
    }

    /// <summary>A key that lasts is needed where tokens shall be the same in another run.</summary>
    /// <exception cref="InputException">PRIV-09.</exception>
    public static void CheckKey(ImmutableArray<ColumnDecision> decisions, PrivacyPlan plan, ReleaseSettings settings, ProjectKey key)
    {
        if (key.IsLasting) return;
        if (settings.KeyRequired) throw new InputException("PRIV-09/required", null);

        var tokens = decisions.Where(d => d.Method is Pseudonym).ToArray();
        var isLasting = tokens.Any(d => d.Parameters["lasting"] == "yes")
            || (settings.Level != ReleaseLevel.Public && plan.IsConfirmed && (settings.Round.Length > 0 || settings.Recipient.Length > 0));
        if (isLasting) throw new InputException("PRIV-09/lasting", null);
    }

    private static void CheckPartner(PrivacyPlan plan, ReleaseSettings settings)
    {
        if (!plan.IsConfirmed) throw new InputException("PRIV-11/trial", null);
        if (settings.Recipient.Length == 0) throw new InputException("PRIV-11", null);

        var name = new FindingArgument("recipient", settings.Recipient);
        var recipient = settings.Recipients.FirstOrDefault(r => r.Name == settings.Recipient) ?? throw new InputException("PRIV-11/not-declared", null, name);
        if (recipient.Expires is { } expires && settings.Today is { } today && today > expires)
            throw new InputException("PRIV-11/expired", null, name, new FindingArgument("date", expires.ToString("yyyy-MM-dd")));

        (string Key, string Value)[] said =
        [
            ("class", recipient.Class), ("agreement", recipient.Agreement), ("purpose", recipient.Purpose), ("safeguards", recipient.Safeguards),
            ("expires", recipient.Expires is null ? "" : "given"),
        ];
        var empty = said.Where(s => string.IsNullOrWhiteSpace(s.Value)).Select(s => $"`{s.Key}`").ToArray();
        if (empty.Length > 0) throw new InputException("PRIV-11/incomplete", null, name, new FindingArgument("keys", string.Join(", ", empty)));
    }
}
