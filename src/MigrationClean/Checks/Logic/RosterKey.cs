using System.Collections.Immutable;
using System.Text;
using MigrationClean.Forms;
using MigrationClean.Submissions;

namespace MigrationClean.Checks.Logic;

/// <summary>What tells one person of a roster from another: equal rows by these questions are the same person.</summary>
/// <remarks>
/// The questions of the settings; else name and age (or date of birth) by their words in three languages. A roster without names needs all
/// answers equal, three at least, and an age that is not 0: two babies of a family are twins.
/// </remarks>
internal sealed class RosterKey : IEqualityComparer<int>
{
    private const int FewestAnswersWithoutName = 3;

    private static readonly string[] Names = ["name", "names", "fullname", "surname", "имя", "имени", "фио", "фамили*", "аты", "ысым*"];
    private static readonly string[] Ages = ["age", "ages", "old", "возраст*", "лет", "жаш", "жашы", "жашта", "жаштасыз", "курагы", "birth*", "dob", "рожд*", "туулган*"];
    private static readonly string[] Things =
    [
        "school", "village", "company", "employer", "interviewer", "enumerator", "place", "country", "city", "town", "district", "medicine", "product", "названи*", "школ*", "сел*", "компани*", "работодател*", "интервьюер*", "стран*", "город*",
        "мектеп*", "айыл*", "өлкө*", "шаар*", "ишкана*",
    ];

    private readonly int[][] _rows;
    private readonly int _zeroAge;
    private readonly int _age;

    private RosterKey(CheckContext context, ImmutableArray<TableColumn> columns, int age)
    {
        Columns = columns;
        _rows = [.. columns.Select(c => FoldedCodes(context, c, out _))];
        _age = age;
        if (age >= 0) FoldedCodes(context, columns[age], out _zeroAge);
    }

    /// <summary>The columns, the one that is shown first.</summary>
    public ImmutableArray<TableColumn> Columns { get; }

    /// <summary>The key of a table; <see langword="null"/> if it is no roster of people, or the settings leave it out.</summary>
    public static RosterKey? Of(CheckContext context, Table table)
    {
        var filter = context.Settings.Of(SamePersonTwice.Check).Questions;
        var answered = table.Columns.Where(c => c.Role == ColumnRole.Answer && c.Question is { HoldsAnswer: true } && !c.Value.IsBlank && filter.Takes(c.Question)).ToList();
        if (answered.Count == 0) return null;
        if (!filter.Include.IsEmpty) return new(context, [.. answered], -1);

        var age = answered.Find(c => IsAge(c.Question!));
        if (age is null) return null;
        if (answered.FindAll(c => IsName(c.Question!)) is { Count: > 0 } names) return new(context, [.. names, age], -1);
        var rest = answered.Where(c => c != age && IsTold(c.Question!)).ToList();
        return rest.Count + 1 < FewestAnswersWithoutName ? null : new(context, [age, .. rest], 0);
    }

    /// <summary>Whether a row tells a person at all.</summary>
    public bool Tells(int row)
    {
        if (_age < 0) return _rows.All(codes => codes[row] != 0);
        return _rows[_age][row] != 0 && _rows[_age][row] != _zeroAge && _rows.Count(codes => codes[row] != 0) >= FewestAnswersWithoutName;
    }

    /// <inheritdoc/>
    public bool Equals(int x, int y) => _rows.All(codes => codes[x] == codes[y]);

    /// <inheritdoc/>
    public int GetHashCode(int obj)
    {
        var hash = default(HashCode);
        foreach (var codes in _rows) hash.Add(codes[obj]);
        return hash.ToHashCode();
    }

    private static bool IsName(Question question) =>
        question.Type == QuestionType.Text && QuestionWords.Says(question, Names) && !QuestionWords.Says(question, Things);

    private static bool IsAge(Question question) =>
        (question.Type.IsNumeric() || question.Type == QuestionType.Date) && QuestionWords.Says(question, Ages);

    private static bool IsTold(Question question) =>
        question.Calculation is null && question.Type is not (QuestionType.Calculate or QuestionType.Hidden) && !question.Type.IsMedia() && !question.Type.IsGeometry();

    /// <summary>A code for each row, equal where the answers are equal but for case, blanks and <c>ё</c>; 0 is blank.</summary>
    private static int[] FoldedCodes(CheckContext context, TableColumn column, out int zero)
    {
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var map = new int[column.Value.ValueCount];
        for (var code = 1; code < map.Length; code++)
        {
            if (context.IsBlank(column.Value.Utf8(code))) continue;
            var text = column.Value.Text(code).Normalize(NormalizationForm.FormC).ToLowerInvariant().Replace('ё', 'е');
            var folded = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (!known.TryGetValue(folded, out map[code])) known[folded] = map[code] = known.Count + 1;
        }

        zero = known.GetValueOrDefault("0", -1);
        var codes = column.Value.CodesOfAllRows();
        for (var row = 0; row < codes.Length; row++) codes[row] = map[codes[row]];
        return codes;
    }
}
