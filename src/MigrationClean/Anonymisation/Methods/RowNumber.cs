using System.Globalization;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>1…n in the released order, in place of a key that nothing may be joined by.</summary>
internal sealed class RowNumber : Method
{
    public override string Name => "row-number";

    public override int Strictness => 7;

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context) =>
        new() { Values = Numbers(column.Values.RowCount), Kind = ValueKind.Number };

    /// <summary>A column of 1…n.</summary>
    internal static Column Numbers(int rows) => Column.FromTexts(Enumerable.Range(1, rows).Select(n => n.ToString(CultureInfo.InvariantCulture)));
}
