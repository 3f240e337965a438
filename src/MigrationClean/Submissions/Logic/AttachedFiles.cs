using MigrationClean.Expressions.Evaluation;
using MigrationClean.Forms;

namespace MigrationClean.Submissions.Logic;

/// <summary>The files beside a form as instances: <c>instance('file')/root/item</c>, <c>pulldata('file', …)</c>.</summary>
internal sealed class AttachedFiles(AttachedTables tables)
{
    /// <summary>Those of a form.</summary>
    public static AttachedFiles Of(Form form) => new(form.Attached);

    /// <summary>The rows of a file as an instance, by its name with or without ending; <see langword="null"/> if it is not there.</summary>
    public Instance? Find(string name) => tables.Find(name) is { } table ? new ListInstance(table.Columns, table.Rows) : null;
}
