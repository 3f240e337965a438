using System.Collections.Immutable;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Submissions.Values;

/// <summary>The raw text of a point from its parts, where the export has no such column (kobo-exports §13).</summary>
internal static class Points
{
    private static readonly ImmutableArray<GeoPart> Order = [GeoPart.Latitude, GeoPart.Longitude, GeoPart.Altitude, GeoPart.Precision];

    /// <summary><c>lat lon alt acc</c>, as many parts as there are; blank without latitude or longitude.</summary>
    /// <remarks>Joins bytes: points hardly repeat.</remarks>
    public static Column Joined(IReadOnlyDictionary<GeoPart, Column> parts, int rows)
    {
        Column?[] columns = [.. Order.Select(p => parts.GetValueOrDefault(p))];
        var builder = new ColumnBuilder();
        List<byte> text = [];
        Span<int> code = stackalloc int[1];
        for (var row = 0; row < rows; row++)
        {
            text.Clear();
            if (columns[0]!.CodeAt(row) != 0 && columns[1]!.CodeAt(row) != 0)
            {
                var last = columns[3] is { } precision && precision.CodeAt(row) != 0 ? 3 : columns[2] is { } altitude && altitude.CodeAt(row) != 0 ? 2 : 1;
                for (var p = 0; p <= last; p++)
                {
                    if (p > 0) text.Add((byte)' ');
                    if (columns[p] is { } column && column.CodeAt(row) is > 0 and var held) text.AddRange(column.Utf8(held));
                    else text.Add((byte)'0'); // an altitude that is not known is 0 (kobo-exports §5)
                }
            }

            var value = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(text);
            code[0] = value.IsEmpty ? 0 : builder.Add(value, ValueKey.Of(value));
            builder.Append(code);
        }

        builder.Kinds = CellKinds.Text;
        return builder.Build();
    }
}
