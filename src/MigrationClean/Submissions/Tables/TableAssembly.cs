using System.Collections.Immutable;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;
using MigrationClean.Submissions.Rows;

namespace MigrationClean.Submissions.Tables;

/// <summary>Puts the sheets of all inputs together: one table a section, columns brought together by canonical name, rows one input below the other.</summary>
internal sealed class TableAssembly
{
    private readonly Survey _survey;
    private readonly Dictionary<LinkedSheet, int> _firstRow = [];
    private readonly Dictionary<string, Table> _tables = new(StringComparer.Ordinal);

    private TableAssembly(Survey survey) => _survey = survey;

    /// <summary>The main table, then those of the repeats in form order.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="parts">The sheets of each export.</param>
    /// <param name="forms">The form versions of each export's submissions; <see langword="null"/> where it has no main sheet.</param>
    /// <param name="empty">Repeats that get a table without rows if no input has a sheet of them.</param>
    public static ImmutableArray<Table> Of(
        Survey survey, ImmutableArray<ImmutableArray<TablePart>> parts, ImmutableArray<FormVersions?> forms, ImmutableHashSet<string> empty)
    {
        var assembly = new TableAssembly(survey);
        ImmutableArray<TablePart> all = [.. parts.SelectMany(p => p)];
        var tables = ImmutableArray.CreateBuilder<Table>();
        foreach (var section in survey.Sections)
        {
            ImmutableArray<TablePart> own = [.. all.Where(p => p.Linked.Aligned.Section.Path == section.Path)];
            var isParent = all.Any(p => p.Linked.Aligned.Section is { } s && IsBelow(s, section));
            if (own.IsEmpty && section.Path is { } path && !empty.Contains(path) && !isParent) continue;
            tables.Add(assembly.Add(section, own, forms));
        }

        return tables.ToImmutable();
    }

    private static bool IsBelow(Section section, Section ancestor)
    {
        for (var s = section.Parent; s is not null; s = s.Parent)
            if (s.Path == ancestor.Path) return true;
        return false;
    }

    private Table Add(Section section, ImmutableArray<TablePart> parts, ImmutableArray<FormVersions?> forms)
    {
        var segments = ImmutableArray.CreateBuilder<TableSegment>();
        var rows = 0;
        foreach (var part in parts)
        {
            _firstRow[part.Linked] = rows;
            segments.Add(new(part.Linked.Sheet, rows, part.RowCount, part.Linked.Aligned.Source.Input));
            rows += part.RowCount;
        }

        var columns = parts.IsEmpty ? Blank(section) : Columns(parts);
        if (section.Path is null)
        {
            return _tables[""] = new(null, null, [], columns, segments.ToImmutable())
            {
                Identity = parts.IsEmpty ? Column.Blank(0) : Column.Concat([.. parts.Select(p => Identities.Of(p.Linked.Aligned.Source))]),
                FormOfRow = FormOfRow(forms),
            };
        }

        var parent = _tables[section.Parent!.Path ?? ""];
        ImmutableArray<int> parentRows =
        [
            .. parts.SelectMany(p => p.Linked.ParentRows.Select(row => row < 0 ? -1 : row + _firstRow[p.Linked.Parent!])),
        ];
        return _tables[section.Path] = new(section.Repeat, parent, parentRows, columns, segments.ToImmutable());
    }

    private static ImmutableArray<byte> FormOfRow(ImmutableArray<FormVersions?> forms)
    {
        ImmutableArray<byte> all = [.. forms.OfType<FormVersions>().SelectMany(f => f.FormOfRow).Select(f => (byte)f)];
        return all.All(f => f == 0) ? [] : all;
    }

    /// <summary>The columns of a table that nobody has rows of: one a question of the newest version.</summary>
    private static ImmutableArray<TableColumn> Blank(Section section)
    {
        var blank = Column.Blank(0);
        return
        [
            .. section.Questions.Where(q => q.NewestForm == 0).Select((q, i) => new TableColumn
            {
                Role = ColumnRole.Answer,
                Name = q.Name,
                Header = q.Newest.Name,
                Number = i + 1,
                Question = q.Newest,
                ByForm = q.ByForm,
                Raw = blank,
                Value = blank,
            }),
        ];
    }

    private static ImmutableArray<TableColumn> Columns(ImmutableArray<TablePart> parts)
    {
        if (parts.Length == 1) return parts[0].Columns;
        List<(ColumnRole Role, string Name)> order = [];
        Dictionary<(ColumnRole Role, string Name), TableColumn?[]> columns = [];
        for (var p = 0; p < parts.Length; p++)
        {
            foreach (var column in parts[p].Columns)
            {
                var key = (column.Role, column.Name);
                if (!columns.TryGetValue(key, out var held))
                {
                    columns[key] = held = new TableColumn?[parts.Length];
                    order.Add(key);
                }

                held[p] = column;
            }
        }

        HashSet<string> names = new(StringComparer.Ordinal);
        return
        [
            .. order.OrderBy(k => k.Role == ColumnRole.Unknown ? 1 : 0).Select(key =>
            {
                var united = United(columns[key], parts);
                return names.Add(united.Name) ? united : united with { Name = $"{united.Name} ({key.Role})" };
            }),
        ];
    }

    private static TableColumn United(TableColumn?[] columns, ImmutableArray<TablePart> parts)
    {
        Column[] raw = [.. columns.Select((c, p) => c?.Raw ?? Column.Blank(parts[p].RowCount))];
        Column[] value = [.. columns.Select((c, p) => c is null ? raw[p] : c.Value)];
        var united = Column.Concat(raw);
        return columns.First(c => c is not null)! with { Raw = united, Value = raw.SequenceEqual(value) ? united : Column.Concat(value) };
    }
}
