using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Checks.Settings;
using MigrationClean.Diagnostics;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Places;

/// <summary>An interview was held outside the survey area, or in another area than the one answered.</summary>
/// <remarks>Runs where the settings name a GeoJSON file. The point's accuracy is added to the buffer. Source: cleaning §4.8.</remarks>
internal sealed class OutsideArea : PlaceCheck
{
    /// <summary>Its code and name.</summary>
    internal static readonly CheckId Check = new("GEO-03", "outside-area");

    /// <inheritdoc/>
    public override CheckId Id => Check;

    /// <inheritdoc/>
    public override ImmutableArray<CheckParameter> Parameters =>
    [
        new("area", ParameterKind.Path),
        new("property", ParameterKind.Text),
        new("question", ParameterKind.Text),
        new("buffer_m", ParameterKind.Number, "10"),
    ];

    /// <inheritdoc/>
    public override IEnumerable<Finding> Run(CheckContext context)
    {
        if (SurveyArea.Of(context) is not { } area) yield break;
        var buffer = context.Of(this).Number("buffer_m");
        var answered = AnsweredArea(context, area);
        var unknown = 0;
        foreach (var points in context.Places.Points.Where(p => p.Question.Type == QuestionType.Geopoint))
            for (var row = 0; row < points.Table.RowCount; row++)
            {
                if (points.At(row) is not { IsZero: false } point) continue;
                var inside = area.Polygons.Where(p => p.Holds(point, buffer + point.KnownAccuracy)).Select(p => p.Name).ToList();
                if (inside.Count == 0)
                {
                    yield return Found(context, points, row);
                    continue;
                }

                if (answered is null || points.Table.RootRow(row) is not (>= 0 and var root) || answered.Value.Column.Value.CodeAt(root) is not (> 0 and var code)) continue;
                var names = answered.Value.NamesByCode[code];
                if (names.Count == 0) unknown++;
                else if (!inside.Exists(names.Contains))
                    yield return Found(
                        context,
                        points,
                        row,
                        new("asked", answered.Value.Column.Question!.Name),
                        new("answer", answered.Value.Column.Value.Text(code), Sensitive: true),
                        new FindingArgument("found", inside[0] ?? "", Sensitive: true)) with
                    {
                        Variant = "another",
                    };
            }

        if (unknown > 0) context.NotJudged(Id, answered!.Value.Column.Question!.Name, "area-unknown", unknown);
    }

    /// <summary>
    /// The question whose answer names an area, and what of the file's names each answer is: by the choice's name or by a label, whatever the
    /// case. <see langword="null"/> where no property was named.
    /// </summary>
    private (TableColumn Column, HashSet<string?>[] NamesByCode)? AnsweredArea(CheckContext context, SurveyArea area)
    {
        if (context.Of(this).TextOrNull("property") is not { } property) return null;
        var (main, wanted) = (context.Submissions.Main, context.Of(this).TextOrNull("question") ?? property);
        var questions = context.Submissions.Forms.SelectMany(f => f.Questions).Where(q => q.Repeat is null).ToList();
        if (questions.Find(q => q.Name == wanted) is not { } question) throw UnknownName.Of("question", "question", wanted, questions.Select(q => q.Name));
        if (main.AnswersOf(question) is not { } column) return null;

        var known = area.Polygons.Select(p => p.Name).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return (column, [.. Enumerable.Range(0, column.Value.ValueCount).Select(code =>
        {
            var text = column.Value.Text(code);
            var words = (question.Choices?.Find(text)?.Label.All.Select(l => l.Text) ?? []).Append(text).Select(Folded).ToFrozenSet(StringComparer.Ordinal);
            return known.Where(name => words.Contains(Folded(name))).ToHashSet<string?>(StringComparer.Ordinal);
        })]);
    }

    private static string Folded(string text) => string.Join(' ', QuestionWords.Of(text));
}
