using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Anonymisation.Keys;
using MigrationClean.Anonymisation.Methods;
using MigrationClean.Anonymisation.Plan;
using MigrationClean.Anonymisation.Risk;
using MigrationClean.Checks;
using MigrationClean.Cleaning;
using MigrationClean.Diagnostics;
using MigrationClean.Submissions;

namespace MigrationClean.Anonymisation;

/// <summary>The only way from submissions to what may be written into <c>share/</c>. Source: anonymisation §3 (order of the steps).</summary>
public static class Anonymiser
{
    /// <summary>Anonymises. With a confirmed plan it is a release; without, a trial with whatever is unknown left out.</summary>
    /// <param name="submissions">The cleaned submissions.</param>
    /// <param name="removals">Submissions that leave: duplicates, and those without consent (which the gate holds back in any case).</param>
    /// <param name="plan">The plan, read or drafted.</param>
    /// <param name="settings">Level, project, recipient.</param>
    /// <param name="consent">The consent gate.</param>
    /// <param name="key">The key of the project or of this run.</param>
    /// <exception cref="InputException">A PRIV code: something that a person must decide or put right first; nothing is released.</exception>
    public static AnonymisedSubmissions Run(
        SubmissionSet submissions, ImmutableArray<Removal> removals, PrivacyPlan plan, ReleaseSettings settings, Consent consent, ProjectKey key)
    {
        var warnings = ReleaseGate.Check(plan, settings, consent);
        var (decisions, fromPlan) = Decisions.Of(submissions, plan, settings);
        ReleaseGate.CheckKey(decisions, plan, settings, key);

        // The shuffle comes first, so that every later step sees rows in released order; indexes are numbered from it.
        using var order = new KeyedOrder(key, settings.ProjectName, settings.Round);
        var selection = RowSelection.Of(submissions, removals, consent, order);
        var tokens = SubmissionTokens(selection, settings, key);

        var names = TableNames.Of(submissions);
        var anonymiser = new TableAnonymiser(plan, settings, key, selection);
        var tables = ImmutableArray.CreateBuilder<AnonymisedTable>();
        var treatments = ImmutableArray.CreateBuilder<ColumnTreatment>();
        RiskSummary? risk = null;
        foreach (var table in submissions.Tables)
        {
            var parent = table.Parent is null ? null : names[table.Parent];
            var (columns, done, keys) = anonymiser.Run(table, decisions.Where(d => d.Table == table.Path), tokens, parent);

            // Local suppression takes its place here, on the quasi-identifiers of the table, before they are measured (anonymisation §3.6).
            risk ??= RiskSummary.Measure(settings.Level, !plan.IsConfirmed, keys, selection.Of(table).Rows.Length);
            treatments.AddRange(done);
            if (table.Parent is null || done.Any(t => t.Released))
                tables.Add(new() { Name = names[table], Path = table.Path, RowCount = selection.Of(table).Rows.Length, Columns = columns });
        }

        return new(tables.ToImmutable())
        {
            Level = settings.Level,
            IsTrial = !plan.IsConfirmed,
            KeyId = key.Id,
            SubmissionsIn = submissions.Main.RowCount,
            Treatments = treatments.ToImmutable(),
            Warnings = [.. warnings, .. plan.Notices, .. fromPlan, .. OnResult(treatments, risk!)],
            Risk = risk!,
        };
    }

    private static ImmutableArray<string> SubmissionTokens(RowSelection selection, ReleaseSettings settings, ProjectKey key)
    {
        if (settings.Level == ReleaseLevel.Public)
            return [.. Enumerable.Range(1, selection.SubmissionKeys.Length).Select(n => n.ToString(CultureInfo.InvariantCulture))];

        using var pseudonyms = new Pseudonyms(key, settings.ProjectName, Pseudonym.DomainOf(SubmissionPseudonyms.Field, settings), settings.Round, IdentifierKind.Uuid);
        return [.. selection.SubmissionKeys.Select(pseudonyms.TokenOf)];
    }

    private static IEnumerable<ReleaseWarning> OnResult(IEnumerable<ColumnTreatment> treatments, RiskSummary risk)
    {
        var blanked = treatments.Where(t => t.Blanked > 0).ToArray();
        if (blanked.Length > 0)
        {
            yield return new(
                "PRIV-21",
                new FindingArgument("n", blanked.Sum(t => (long)t.Blanked).ToString(CultureInfo.InvariantCulture)),
                new FindingArgument("columns", string.Join(", ", blanked.Take(20).Select(t => $"`{t.Column}`"))));
        }

        if (risk.Support.Below(risk.Threshold) > 0)
        {
            yield return new(
                "PRIV-22",
                new FindingArgument("k", risk.Threshold.ToString(CultureInfo.InvariantCulture)),
                new FindingArgument("smallest", risk.Support.Smallest.ToString(CultureInfo.InvariantCulture)));
        }
    }
}
