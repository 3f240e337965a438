using MigrationClean.Diagnostics;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Rows;

/// <summary>Two different forms that call themselves the same version: nobody can tell which of them a submission was collected with.</summary>
internal static class SameVersion
{
    private static readonly CheckId Id = new("FILE-10", "file-wrong-form");

    /// <summary>One finding a form that repeats the version of one given before it. The submissions go with the first.</summary>
    public static IEnumerable<Finding> Of(IReadOnlyList<Form> forms)
    {
        for (var i = 1; i < forms.Count; i++)
        {
            var form = forms[i];
            var before = forms.Take(i).FirstOrDefault(f => f.Version is not null && f.Version == form.Version && f.Sha256 != form.Sha256);
            if (before is null) continue;
            yield return new()
            {
                Check = Id,
                Severity = Severity.Warning,
                Variant = "same-version",
                Location = new() { File = form.Source },
                Arguments = [new("version", form.Version!), new("other", before.Source)],
            };
        }
    }
}
