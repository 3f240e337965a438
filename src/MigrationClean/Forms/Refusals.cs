using System.Collections.Immutable;
using MigrationClean.Diagnostics;

namespace MigrationClean.Forms;

/// <summary>The reasons why a form can't be read, gathered so that its author hears all of one step at once.</summary>
internal sealed class Refusals(string file)
{
    private readonly List<InputException> _refusals = [];

    /// <summary>Notes a reason with its place; "" and 0 in the place mean that it does not apply.</summary>
    public void Add(string key, FormPlace place, params ImmutableArray<FindingArgument> arguments) => _refusals.Add(At(file, key, place, arguments));

    /// <summary>Refuses the form if there is a reason: the first one, holding the others.</summary>
    /// <exception cref="InputException">There is at least one reason.</exception>
    public void ThrowIfAny()
    {
        if (_refusals is [var first, .. var others]) throw new InputException(first.Key, first.Location, first.Arguments) { Others = [.. others] };
    }

    /// <summary>A refusal at a place of the form.</summary>
    public static InputException At(string file, string key, FormPlace place, params ImmutableArray<FindingArgument> arguments) => new(
        key,
        new()
        {
            File = file,
            Sheet = place.Sheet.Length > 0 ? place.Sheet : null,
            Row = place.Row > 0 ? place.Row : null,
            Column = place.Column.Length > 0 ? place.Column : null,
        },
        arguments);
}
