
namespace MigrationClean.Checks.Logic.Running;

/// <summary>The results of both dialects as one: what only one client says depends on the client, and is nobody's fault.</summary>
/// <remarks>Source: xpath §0.</remarks>
internal static class BothClients
{
    /// <summary>Merges. A calculation is wrong for certain only if neither client would have stored it.</summary>
    public static LogicResult Merge(LogicResult phone, LogicResult browser)
    {
        var ofPhone = phone.Violations.Select(Key).ToHashSet();
        var ofBrowser = browser.Violations.Select(Key).ToHashSet();
        var all = phone.Violations.Select(v => v with { DependsOnClient = !ofBrowser.Contains(Key(v)) })
            .Concat(browser.Violations.Where(v => !ofPhone.Contains(Key(v))).Select(v => v with { DependsOnClient = true }));
        var unjudged = phone.Unjudged.Concat(browser.Unjudged).GroupBy(u => u.Rule).Select(g => (g.Key, g.Max(u => u.Rows)));
        var failures = phone.Failures.Concat(browser.Failures).DistinctBy(f => f.Rule);
        return phone with
        {
            Violations = [.. all.OrderBy(v => v.Element).ThenBy(v => v.Row)],
            Unjudged = [.. unjudged],
            Failures = [.. failures],
        };
    }

    private static (ViolationKind Kind, int Element, int Row, string? Value) Key(Violation violation) =>
        (violation.Kind, violation.Element, violation.Row, violation.Kind == ViolationKind.Choice ? violation.Value : null);
}
