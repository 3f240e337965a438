using BenchmarkDotNet.Running;
using MigrationClean.Benchmarks;
using MigrationClean.Benchmarks.Generation;

// `generate <folder> <rows> [columns]` makes the inputs of the whole-program measurements; `logic <rows>` measures the
// form's logic alone; anything else goes to BenchmarkDotNet.
if (args is ["generate", var folder, var rows, .. var rest])
{
    LargeSurvey.Write(folder, int.Parse(rows), rest is [var columns] ? int.Parse(columns) : 250);
    return;
}

if (args is ["logic", var submissions])
{
    LogicMeasurement.Run(int.Parse(submissions));
    return;
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
