using System.Buffers.Text;
using System.Collections.Immutable;
using MigrationClean.Checks.Answers;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Places;

/// <summary>The points of one question: from its text, or from the columns of its parts where the export has these alone.</summary>
internal sealed class PointColumn
{
    private readonly GeoPoint?[] _points;
    private readonly int[]? _codes;

    private PointColumn(Table table, TableColumn column, GeoPoint?[] points, int[]? codes) => (Table, Column, _points, _codes) = (table, column, points, codes);

    /// <summary>The table.</summary>
    public Table Table { get; }

    /// <summary>The column that findings name.</summary>
    public TableColumn Column { get; }

    /// <summary>The question.</summary>
    public Question Question => Column.Question!;

    /// <summary>The point of a row; <see langword="null"/> where there is none or it cannot be read (FORM-09 says so).</summary>
    public GeoPoint? At(int row) => _points[_codes is null ? row : _codes[row]];

    /// <summary>All questions that hold a point, in the order of the file. O(rows).</summary>
    public static IEnumerable<PointColumn> AllOf(CheckContext context)
    {
        foreach (var table in context.Submissions.Tables)
        {
            var told = new HashSet<Question>();
            foreach (var column in table.Columns)
            {
                if (column.Question is not { } question || !question.Type.IsPoint() || told.Contains(question)) continue;
                if (column.Role == ColumnRole.Answer && !column.Value.IsBlank) yield return OfText(context, table, column);
                else if (column.Role == ColumnRole.GeoPart && table.AnswersOf(question) is not { Value.IsBlank: false } && OfParts(table, question) is { } parts) yield return parts;
                else continue;
                told.Add(question);
            }
        }
    }

    /// <summary>The question that tells where the interviews of the main part were held: the first asked for a point, else one the client filled.</summary>
    public static PointColumn? OfInterviews(CheckContext context) =>
        context.Places.Points.FirstOrDefault(p => p.Table.Parent is null && p.Question.Type == QuestionType.Geopoint) ?? context.Places.Points.FirstOrDefault(p => p.Table.Parent is null);

    /// <summary>The question that tells where they were begun: the one the client filled at the start, else the first asked for a point.</summary>
    public static PointColumn? OfStarts(CheckContext context) =>
        context.Places.Points.FirstOrDefault(p => p.Table.Parent is null && p.Question.Type == QuestionType.StartGeopoint) ?? OfInterviews(context);

    /// <summary>Reads a point as a client stores it.</summary>
    public static GeoPoint? Read(ReadOnlySpan<byte> text)
    {
        if (!GeoText.IsPoint(text)) return null;
        Span<double> numbers = [double.NaN, double.NaN, double.NaN, double.NaN];
        var count = 0;
        foreach (var range in text.Split((byte)' '))
            if (!text[range].IsEmpty && Utf8Parser.TryParse(text[range], out double number, out _)) numbers[count++] = number;
        return new(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static PointColumn OfText(CheckContext context, Table table, TableColumn column)
    {
        var points = new GeoPoint?[column.Value.ValueCount];
        for (var code = 1; code < points.Length; code++)
            if (!context.IsBlank(column.Value.Utf8(code))) points[code] = Read(column.Value.Utf8(code));
        return new(table, column, points, column.Value.CodesOfAllRows());
    }

    private static PointColumn? OfParts(Table table, Question question)
    {
        var parts = table.Columns.Where(c => c.Role == ColumnRole.GeoPart && c.Question == question).ToImmutableArray();
        double[]? Of(GeoPart part) => parts.FirstOrDefault(c => c.Part == part)?.Value is { } column ? Numbers(column) : null;
        if (Of(GeoPart.Latitude) is not { } latitudes || Of(GeoPart.Longitude) is not { } longitudes) return null;

        var (altitudes, accuracies) = (Of(GeoPart.Altitude), Of(GeoPart.Precision));
        var points = new GeoPoint?[table.RowCount];
        for (var row = 0; row < points.Length; row++)
            if (Math.Abs(latitudes[row]) <= 90 && Math.Abs(longitudes[row]) <= 180)
                points[row] = new(latitudes[row], longitudes[row], altitudes?[row] ?? double.NaN, accuracies?[row] ?? double.NaN);
        return new(table, parts.First(c => c.Part == GeoPart.Latitude), points, null);
    }

    private static double[] Numbers(Column column)
    {
        var byCode = new double[column.ValueCount];
        for (var code = 0; code < byCode.Length; code++)
        {
            var text = column.Utf8(code);
            byCode[code] = Utf8Parser.TryParse(text, out double number, out var used) && used == text.Length ? number : double.NaN;
        }

        return [.. column.CodesOfAllRows().Select(code => byCode[code])];
    }
}
