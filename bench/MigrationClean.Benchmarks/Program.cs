using BenchmarkDotNet.Running;
using MigrationClean.Benchmarks;
using MigrationClean.Benchmarks.Generation;

// What bench.py calls: inputs, and figures that cannot be taken from outside. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["generate", var folder, var rows, .. var rest]:
        LargeSurvey.Write(folder, int.Parse(rows), rest is [var columns] ? int.Parse(columns) : 250);
        break;
    case ["count", var csv]:
        var (records, filled) = Figures.Count(csv);
        Console.WriteLine($"{records} records, {filled} filled cells");
        break;
    case ["memory", var folder]:
        var (kAnonymity, duplicates) = Figures.ExtraMemory(folder);
        Console.WriteLine($"{Figures.Text(kAnonymity)} {Figures.Text(duplicates)}");
        break;
    case ["allocation"]:
        Console.WriteLine(Figures.Text(Figures.Allocation()));
        break;
    case ["logic", var submissions]:
        LogicMeasurement.Run(int.Parse(submissions));
        break;
    case ["duplicates", var interviews]:
        DuplicateMeasurement.Run(int.Parse(interviews));
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
