using BenchmarkDotNet.Running;
using MigrationClean.Benchmarks.Generation;

// `generate <folder> <rows> [columns]` makes the inputs of the whole-program measurements; anything else goes to BenchmarkDotNet.
if (args is ["generate", var folder, var rows, .. var rest])
{
    LargeSurvey.Write(folder, int.Parse(rows), rest is [var columns] ? int.Parse(columns) : 250);
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
