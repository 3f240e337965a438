using System.Collections.Immutable;
using MigrationClean.Anonymisation;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Writing;

namespace MigrationClean.Tests.Writing;

/// <summary>A made-up release, built by hand.</summary>
internal static class MadeRelease
{
    private static readonly Group Root = new("data", null, isRepeat: false) { Place = default };
    private static readonly Group Children = new("children", Root, isRepeat: true) { Place = default };

    public static Question Question(string name, QuestionType type, string typeText, string? list = null, Group? parent = null) => new(name, parent ?? Root)
    {
        Type = type,
        TypeText = typeText,
        ListName = list,
        Place = default,
        Label = new([("English (en)", $"Label of {name}"), ("Кыргызча (ky)", $"{name} деген суроо")]),
        Relevant = name == "age_band" ? new("${consent} = 'yes'", default) : null,
    };

    public static AnonymisedColumn Column(string name, ValueKind kind, params string?[] values) =>
        new() { Name = name, Kind = kind, Values = MigrationClean.Ingest.Columns.Column.FromTexts(values), Label = LocalText.Empty };

    public static OutputTable Table(string name, params (string Name, ValueKind Kind, string?[] Values)[] columns) => new(
        name, columns[0].Values.Length, [.. columns.Select(c => new OutputColumn(c.Name, MigrationClean.Ingest.Columns.Column.FromTexts(c.Values), c.Kind))]);

    public static AnonymisedSubmissions Small(ReleaseLevel level = ReleaseLevel.Public, bool isTrial = true)
    {
        var sex = Question("sex", QuestionType.SelectOne, "select_one sex", "sex");
        var age = Question("age_band", QuestionType.Integer, "integer");
        var note = Question("remark", QuestionType.Text, "text");
        var born = Question("born", QuestionType.Date, "date", parent: Children);
        ImmutableArray<(string, LocalText)> sexes =
        [
            ("female", new([("English (en)", "Female"), ("Кыргызча (ky)", "Аял")])),
            ("male", new([("English (en)", "Male"), ("Кыргызча (ky)", "Эркек")])),
        ];
        var main = new AnonymisedTable
        {
            Name = "main",
            RowCount = 4,
            Columns =
            [
                Column("_index", ValueKind.Number, "1", "2", "3", "4"),
                Column("sex", ValueKind.Code, "female", "male", null, "female") with { Question = sex, Label = sex.Label, ValueLabels = sexes },
                Column("age_band", ValueKind.Code, "20-24", "25-29", "20-24", null) with { Question = age, Label = age.Label },
                Column("remark", ValueKind.Text, "=1+1", "-5", "a \"quoted\", text", " blank\nline ") with { Question = note, Label = note.Label },
                Column("income", ValueKind.Number, "100", "12.50", "1234567890123456", null),
                Column("day", ValueKind.Date, "2024-03-05", "2024-03-06", null, "2024-12-31"),
            ],
        };
        var children = new AnonymisedTable
        {
            Name = "children",
            Path = "children",
            RowCount = 2,
            Columns = [Column("_parent_index", ValueKind.Number, "1", "4"), Column("born", ValueKind.Date, "2019-Q1", "2020-Q2") with { Question = born, Label = born.Label }],
        };
        return new([main, children])
        {
            Level = level,
            IsTrial = isTrial,
            KeyId = "run",
            SubmissionsIn = 26,
            Treatments =
            [
                new(null, "sex", PrivacyRole.Quasi, "keep", "", true, 1),
                new(null, "age_band", PrivacyRole.Quasi | PrivacyRole.Sensitive, "band", "width=5", true, 12),
                new(null, "remark", PrivacyRole.Text, "keep", "", true, 0),
                new(null, "income", PrivacyRole.Analytic, "keep", "", true, 0),
                new(null, "day", PrivacyRole.Time, "keep", "", true, 0),
                new(null, "full_name", PrivacyRole.Direct, "drop", "", false, 0),
                new(null, "Phone of Aigul!", PrivacyRole.Unknown, "drop", "", false, 0),
                new("children", "born", PrivacyRole.Time, "truncate", "quarter", true, 0),
            ],
        };
    }
}

/// <summary>A folder of one test, deleted with it.</summary>
internal sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("migrationclean-test-").FullName;

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(this[name], text);
        return this[name];
    }

    /// <summary>Every file and folder below, relative, in ordinal order.</summary>
    public string[] All() => [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories).Select(p => System.IO.Path.GetRelativePath(Path, p)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
