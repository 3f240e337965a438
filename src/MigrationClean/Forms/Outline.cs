using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms;

/// <summary>A row of the survey and, if it begins a structure, the rows inside.</summary>
internal sealed record OutlineNode(SurveyRow Row, ImmutableArray<OutlineNode> Children)
{
    /// <summary>It and all below it.</summary>
    public int Size { get; } = 1 + Children.Sum(c => c.Size);
}

/// <summary>Fits begin and end rows together.</summary>
internal static class Outline
{
    /// <summary>The rows as nested structures. Where begin and end do not fit, the refusals say so and the result is of no use.</summary>
    public static ImmutableArray<OutlineNode> Of(IEnumerable<SurveyRow> rows, Refusals refusals)
    {
        Stack<(SurveyRow? Begin, ImmutableArray<OutlineNode>.Builder Children)> open = new();
        open.Push((null, ImmutableArray.CreateBuilder<OutlineNode>()));
        foreach (var row in rows)
        {
            switch (row.Type.Kind)
            {
                case RowKind.Begin:
                    if (open.Count == FormLimits.Depth + 1)
                    {
                        refusals.Add("FILE-05/form-depth", row.Place, new FindingArgument("limit", $"{FormLimits.Depth}"));
                        return [];
                    }

                    open.Push((row, ImmutableArray.CreateBuilder<OutlineNode>()));
                    break;
                case RowKind.End when open.Count == 1:
                    refusals.Add("FILE-02/form-end-alone", row.Place, new FindingArgument("type", row.TypeText));
                    break;
                case RowKind.End:
                    var (begin, children) = open.Pop();
                    if (begin!.Type.Structure != row.Type.Structure)
                        refusals.Add("FILE-02/form-end-other", row.Place, [new("type", row.TypeText), .. Begun(begin)]);
                    open.Peek().Children.Add(new(begin, children.ToImmutable()));
                    break;
                default:
                    open.Peek().Children.Add(new(row, []));
                    break;
            }
        }

        while (open.Count > 1)
        {
            var begin = open.Pop().Begin!;
            refusals.Add("FILE-02/form-unclosed", begin.Place, Begun(begin));
        }

        return open.Pop().Children.ToImmutable();
    }

    private static ImmutableArray<FindingArgument> Begun(SurveyRow begin) =>
        [new("begin", $"{begin.TypeText} {begin.Name}".TrimEnd()), new("beginRow", $"{begin.Place.Row}")];
}
