using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms;

/// <summary>A row of the survey and, if it begins a structure, the rows inside.</summary>
internal sealed record OutlineNode(SurveyRow Row, ImmutableArray<OutlineNode> Children)
{
    /// <summary>It and all below it.</summary>
    public int Size { get; } = 1 + Children.Sum(c => c.Size);
}

/// <summary>Begin and end rows that do not fit together.</summary>
/// <param name="Begin">The row that began the structure; <see langword="null"/> for an end where nothing is open.</param>
/// <param name="End">The row that ends it; <see langword="null"/> for a structure that is never closed.</param>
internal sealed record OutlineMismatch(SurveyRow? Begin, SurveyRow? End)
{
    /// <summary>The begin row in words, with its number; empty where there is none.</summary>
    public ImmutableArray<FindingArgument> Begun => Begin is null ? [] :
        [new("begin", $"{Begin.TypeText} {Begin.Name}".TrimEnd()), new("beginRow", $"{Begin.Place.Row}")];

    /// <summary>Says why such a form can't be read.</summary>
    public void Refuse(Refusals refusals)
    {
        if (End is null) refusals.Add("FILE-02/form-unclosed", Begin!.Place, Begun);
        else if (Begin is null) refusals.Add("FILE-02/form-end-alone", End.Place, new FindingArgument("type", End.TypeText));
        else refusals.Add("FILE-02/form-end-other", End.Place, [new("type", End.TypeText), .. Begun]);
    }
}

/// <summary>The rows of the survey as nested structures.</summary>
/// <param name="Nodes">The outermost rows. Where begin and end do not fit, an end closes what is open, and the last row closes everything.</param>
/// <param name="Mismatches">Where they do not fit, in the order of their rows, the unclosed ones last.</param>
internal sealed record Outline(ImmutableArray<OutlineNode> Nodes, ImmutableArray<OutlineMismatch> Mismatches)
{
    /// <summary>Fits begin and end rows together.</summary>
    /// <exception cref="InputException">FILE-05: structures are nested too deeply.</exception>
    public static Outline Of(IEnumerable<SurveyRow> rows, string file)
    {
        Stack<(SurveyRow? Begin, ImmutableArray<OutlineNode>.Builder Children)> open = new();
        var mismatches = ImmutableArray.CreateBuilder<OutlineMismatch>();
        open.Push((null, ImmutableArray.CreateBuilder<OutlineNode>()));
        foreach (var row in rows)
        {
            switch (row.Type.Kind)
            {
                case RowKind.Begin:
                    if (open.Count == FormLimits.Depth + 1)
                        throw Refusals.At(file, "FILE-05/form-depth", row.Place, new FindingArgument("limit", $"{FormLimits.Depth}"));
                    open.Push((row, ImmutableArray.CreateBuilder<OutlineNode>()));
                    break;
                case RowKind.End when open.Count == 1:
                    mismatches.Add(new(null, row));
                    break;
                case RowKind.End:
                    if (open.Peek().Begin!.Type.Structure != row.Type.Structure) mismatches.Add(new(open.Peek().Begin, row));
                    Close(open);
                    break;
                default:
                    open.Peek().Children.Add(new(row, []));
                    break;
            }
        }

        while (open.Count > 1)
        {
            mismatches.Add(new(open.Peek().Begin, null));
            Close(open);
        }

        return new(open.Pop().Children.ToImmutable(), mismatches.ToImmutable());
    }

    private static void Close(Stack<(SurveyRow? Begin, ImmutableArray<OutlineNode>.Builder Children)> open)
    {
        var (begin, children) = open.Pop();
        open.Peek().Children.Add(new(begin!, children.ToImmutable()));
    }
}
