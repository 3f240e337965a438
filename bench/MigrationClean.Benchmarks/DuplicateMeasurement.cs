using System.Diagnostics;
using System.Globalization;
using MigrationClean.Checks.Duplicates;
using MigrationClean.Ingest.Columns;

namespace MigrationClean.Benchmarks;

/// <summary>
/// The search for near duplicates alone, after reading, on 200 questions answered as people do: kinds of respondents that answer much alike,
/// sections that are skipped, choices that most take, round numbers; one of a hundred is a near-copy. Prints seconds; <c>duplicates 100000</c>.
/// </summary>
internal static class DuplicateMeasurement
{
    private const int Questions = 200;
    private const int Kinds = 40;
    private const int Section = 20;

    /// <summary>Measures for a number of interviews on one and on two threads.</summary>
    public static void Run(int interviews)
    {
        foreach (var alike in (double[])[0.3, 0.6, 0.8])
        {
            var columns = Made(interviews, alike);
            int[] rows = [.. Enumerable.Range(0, interviews)];
            foreach (var threads in (int[])[1, 2])
            {
                GC.Collect();
                var before = Process.GetCurrentProcess().TotalProcessorTime;
                var clock = Stopwatch.StartNew();
                var matrix = new AnswerMatrix([.. columns.Select(c => CodedAnswers.Of(c, isSet: false, text => text.IsEmpty))], interviews, threads);
                var laid = clock.Elapsed.TotalSeconds;
                var near = NearInterviews.Find(matrix, new(7, null, 30), [rows], 1_000_000, threads);
                var found = clock.Elapsed.TotalSeconds;
                var distances = NearestDistances.Of(matrix, rows, threads)!;
                var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{interviews} interviews, alike {alike}, {threads} threads: laid out {laid:0.00} s, searched {found - laid:0.00} s, distances {clock.Elapsed.TotalSeconds - found:0.00} s, processor {processor.TotalSeconds:0.00} s; {near.PairsOfSets.Length} pairs{(near.IsTooMany ? ", too many" : "")}, nearest 1 % {distances.P1:0}, median {distances.Median:0}; peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
            }
        }
    }

    private static Column[] Made(int interviews, double alike)
    {
        var state = 88172645463325252UL;
        int Below(int bound)
        {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            return (int)(state % (ulong)bound);
        }

        bool Chance(double share) => Below(1_000_000) < share * 1_000_000;

        // Most take the first choices: each next one is taken half as often.
        int Skewed(int choices)
        {
            for (var choice = 0; choice < choices - 1; choice++)
                if (Chance(0.55)) return choice;
            return choices - 1;
        }

        var usual = Enumerable.Range(0, Kinds).Select(_ => Enumerable.Range(0, Questions).Select(_ => Below(5)).ToArray()).ToArray();
        var answers = new short[interviews][];
        for (var row = 0; row < interviews; row++)
        {
            if (row > 100 && Chance(0.01))
            {
                answers[row] = [.. answers[Below(row)]];
                for (var changes = Below(12); changes > 0; changes--) answers[row][Below(Questions)] = (short)(1 + Below(5));
                continue;
            }

            var kind = Below(Kinds);
            answers[row] = new short[Questions];
            for (var q = 0; q < Questions; q++)
            {
                var section = q / Section;
                if (section % 3 == 2 && usual[kind][section * Section] < 3) continue; // whole sections are skipped
                answers[row][q] = (short)(1 + (Chance(alike) ? usual[kind][q] : q % 9 == 4 ? 10 * Skewed(60) : q % 29 == 7 ? Below(3000) : Skewed(2 + (q % 6))));
            }
        }

        return [.. Enumerable.Range(0, Questions).Select(q => Column.FromTexts(answers.Select(a => a[q] == 0 ? "" : a[q].ToString(CultureInfo.InvariantCulture))))];
    }
}
