using MigrationClean.Checks.Duplicates;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Tests.Checks.Duplicates;

/// <summary>Made-up interviews of a form with skips, villages and free text, with near-copies planted; the same for the same seed.</summary>
internal sealed class MadeInterviews
{
    private ulong _state;

    private MadeInterviews(ulong seed) => _state = (seed * 0x9E3779B97F4A7C15) + 1;

    /// <summary>The answers, question by question, "" for none.</summary>
    /// <param name="seed">Another seed, other answers.</param>
    /// <param name="rows">Interviews.</param>
    /// <param name="questions">Questions.</param>
    /// <param name="alike">0 = everybody answers by chance; 1 = everybody of a village answers alike.</param>
    /// <param name="blanks">Share of answers left out.</param>
    public static string[][] Of(ulong seed, int rows, int questions, double alike, double blanks)
    {
        var made = new MadeInterviews(seed);
        var answers = new string[rows][];
        for (var row = 0; row < rows; row++)
        {
            answers[row] = row > 10 && made.Chance(0.05) ? made.Copy(answers[made.Below(row)], made.Below(16)) : made.Interview(questions, made.Below(20), alike, blanks);
        }

        return [.. Enumerable.Range(0, questions).Select(q => answers.Select(a => a[q]).ToArray())];
    }

    /// <summary>The answers as a matrix.</summary>
    public static AnswerMatrix Matrix(string[][] questions, int threads = 2) =>
        new([.. questions.Select(q => CodedAnswers.Of(Column.FromTexts(q), isSet: false, text => text.IsEmpty))], questions[0].Length, threads);

    private string[] Interview(int questions, int village, double alike, double blanks)
    {
        var isEmployed = Chance(0.5);
        return [.. Enumerable.Range(0, questions).Select(q =>
        {
            if ((q % 3 == 1 && !isEmployed) || Chance(blanks)) return "";
            if (Chance(alike)) return $"{(village * (q + 3)) % 4}";
            return q % 10 == 7 ? $"{Below(5000)}" : $"{Below(2 + (q % 5))}";
        })];
    }

    private string[] Copy(string[] original, int changes)
    {
        var copy = original.ToArray();
        for (var i = 0; i < changes; i++) copy[Below(copy.Length)] = Chance(0.3) ? "" : $"{Below(9)}";
        return copy;
    }

    private bool Chance(double share) => Below(1_000_000) < share * 1_000_000;

    private int Below(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)(_state % (ulong)bound);
    }
}
