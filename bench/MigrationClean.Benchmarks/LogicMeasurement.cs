using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using MigrationClean.Checks;
using MigrationClean.Checks.Logic.Running;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Forms;
using MigrationClean.Ingest;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;
using MigrationClean.Submissions.Logic;

namespace MigrationClean.Benchmarks;

/// <summary>
/// The form's logic alone, after reading: 500 questions with 200 relevances, 100 constraints, 60 calculations and 2 repeats. Prints seconds of
/// wall clock and of the processor; <c>logic 100000</c>.
/// </summary>
internal static class LogicMeasurement
{
    private const int Questions = 460;

    /// <summary>Measures for a number of submissions on one and on two threads.</summary>
    public static void Run(int submissions)
    {
        var form = MakeForm();
        var set = Settle(MakeSubmissions(form, submissions), form);
        foreach (var threads in (int[])[1, 2])
        {
            GC.Collect();
            var before = Process.GetCurrentProcess().TotalProcessorTime;
            var clock = Stopwatch.StartNew();
            var data = new LogicData(set, form, AttachedFiles.Of(form), text => text.IsEmpty, TimeZoneInfo.Utc);
            var result = LogicRunner.Run(data, [.. Enumerable.Range(0, submissions)], DialectChoice.JavaRosa, new(new Consent { IsNotNeeded = true }), threads, default);
            var processor = Process.GetCurrentProcess().TotalProcessorTime - before;
            foreach (var (rule, rows) in result.Unjudged.Take(3)) Console.WriteLine($"not judged: {rule.Kind} {data.Shape.Nodes[rule.Element].Name} {rule.Reason} {rows}");
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{submissions} submissions, {threads} threads: {clock.Elapsed.TotalSeconds:0.00} s, processor {processor.TotalSeconds:0.00} s, {result.Violations.Length} violations, {result.Unjudged.Sum(u => u.Rows)} rows not judged, peak {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB"));
        }
    }

    private static Form MakeForm()
    {
        var rows = new List<string>();
        void Add(string type, string name, params (string Column, string Text)[] more) => rows.Add(
            $"{{\"type\":\"{type}\",\"name\":\"{name}\",\"label\":\"{name}\"{string.Concat(more.Select(m => $",\"{m.Column}\":\"{m.Text}\""))}}}");

        for (var i = 0; i < Questions; i++)
        {
            var more = new List<(string, string)>();
            // 200 relevances: on one choice, on two answers, on a select_multiple, on a number.
            if (i >= 5 && i % 2 == 1 && i < 405) more.Add(("relevant", (i % 8) switch
            {
                1 => $"${{q{i - 5}}} = 'c1'",
                3 => $"${{q{i - 3}}} = 'c1' or ${{q{i - 1}}} = 'c2'",
                5 => $"selected(${{q{i - 1}}}, 'c3')",
                _ => $"${{n{i / 10 * 10}}} > 20",
            }));
            if (i % 10 == 0)
            {
                more.Add(("constraint", ". >= 0 and . <= 120"));
                Add("integer", $"n{i}", [.. more]);
            }
            else if (i % 10 == 4) Add("select_multiple c", $"q{i}", ("constraint", "not(selected(., 'c9') and count-selected(.) > 1)"));
            else Add("select_one c", $"q{i}", [.. more]);
            if (i % 10 == 0 && i > 0) Add("calculate", $"s{i}", ("calculation", $"coalesce(${{n{i}}}, 0) + coalesce(${{n{i - 10}}}, 0)"));
        }

        foreach (var repeat in (string[])["kids", "jobs"])
        {
            Add("begin_repeat", repeat);
            Add("integer", $"{repeat}_age", ("constraint", ". < 120"));
            Add("select_one c", $"{repeat}_sex");
            Add("text", $"{repeat}_why", ("relevant", $"${{{repeat}_age}} > 17 and ${{n0}} > 3"));
            Add("calculate", $"{repeat}_adult", ("calculation", $"if(${{{repeat}_age}} > 17, 1, 0)"));
            rows.Add("{\"type\":\"end_repeat\"}");
            Add("calculate", $"{repeat}_n", ("calculation", $"count(${{{repeat}}})"));
            Add("calculate", $"{repeat}_adults", ("calculation", $"sum(${{{repeat}_adult}})"));
        }

        for (var i = 0; i < 8; i++) Add("integer", $"m{i}", ("constraint", $". <= ${{n{i * 10}}} + 100"));
        var choices = string.Join(',', Enumerable.Range(1, 9).Select(i => $"{{\"list_name\":\"c\",\"name\":\"c{i}\",\"label\":\"c{i}\"}}"));
        var json = $"{{\"survey\":[{string.Join(',', rows)}],\"choices\":[{choices}],\"settings\":[{{\"form_id\":\"f\"}}]}}";
        return FormReader.Read(Files.InputFile.FromStream("form.json", () => new MemoryStream(Encoding.UTF8.GetBytes(json))));
    }

    private static SubmissionSet MakeSubmissions(Form form, int count)
    {
        var main = MakeTable(form, null, null, [], count);
        var tables = form.Repeats.Select(r => MakeTable(form, r, main, [.. Enumerable.Range(0, count * 2).Select(i => i / 2)], count * 2)).ToImmutableArray();
        return new() { Forms = [form], Inputs = [], Main = main, Repeats = tables };
    }

    /// <summary>The same answers as a client would have sent them: nothing where a question was not asked, calculations calculated.</summary>
    private static SubmissionSet Settle(SubmissionSet set, Form form)
    {
        var data = new LogicData(set, form, AttachedFiles.Of(form), text => text.IsEmpty, TimeZoneInfo.Utc);
        var run = new LogicRun(data, Dialect.JavaRosa, TimeZoneInfo.Utc);
        var texts = form.Questions.ToDictionary(q => q, _ => new List<string?>());
        foreach (var rows in Enumerable.Range(0, set.Main.RowCount).Chunk(2048))
        {
            var block = run.Evaluate(rows);
            foreach (var (question, settled) in texts)
            {
                var element = data.Shape.ElementOf(question);
                for (var row = 0; row < block.Rows[data.Shape.TableOf[element]].Length; row++)
                    settled.Add(block.CodeAt(element, row) is > 0 and var code ? string.Intern(run.StoreOf(element).Text(code)) : null);
            }
        }

        Table With(Table table, Table? parent) => new(
            table.Repeat, parent, table.ParentRows, [.. table.Columns.Select(c => Column.FromTexts(texts[c.Question!]) is var column ? c with { Raw = column, Value = column } : c)], table.Segments);
        var main = With(set.Main, null);
        return new() { Forms = set.Forms, Inputs = [], Main = main, Repeats = [.. set.Repeats.Select(r => With(r, main))] };
    }

    private static Table MakeTable(Form form, Group? repeat, Table? parent, ImmutableArray<int> parents, int rows)
    {
        var columns = form.Questions.Where(q => q.Repeat == repeat).Select((question, at) => new TableColumn
        {
            Role = ColumnRole.Answer,
            Name = question.Name,
            Header = question.Name,
            Number = at + 1,
            Question = question,
            ByForm = [question],
            Raw = Values(question, at, rows),
            Value = Column.Blank(0),
        }).Select(c => c with { Value = c.Raw }).ToImmutableArray();
        return new(repeat, parent, parents, columns, [new(null!, 0, rows, 0)]);
    }

    // A third of the answers are blank; numbers have 100 values, choices 9; choices of several 80.
    private static Column Values(Question question, int seed, int rows)
    {
        var state = (uint)(seed + 1) * 2_654_435_761u;
        uint Next() => state = (state * 1_664_525u) + 1_013_904_223u;
        string? Text() => (Next() >> 16) % 3 == 0 ? null : question.Type switch
        {
            QuestionType.Integer => ((Next() >> 16) % 100).ToString(CultureInfo.InvariantCulture),
            QuestionType.SelectMultiple => $"c{(Next() >> 16) % 9 + 1} c{(Next() >> 16) % 8 + 1}",
            QuestionType.Calculate => ((Next() >> 16) % 200).ToString(CultureInfo.InvariantCulture),
            _ => $"c{(Next() >> 16) % 9 + 1}",
        };
        return Column.FromTexts(Enumerable.Range(0, rows).Select(_ => Text()));
    }
}
