using MigrationClean.Samples;
using MigrationClean.Samples.Baseline;
using MigrationClean.Samples.Drawing;
using MigrationClean.Samples.Export;
using MigrationClean.Samples.Faults;
using MigrationClean.Samples.Logic;
using MigrationClean.Samples.Returnees;

// Writes the sample surveys under the folder that is given: the same code writes the same bytes on every machine.
if (args.Length != 1) throw new InvalidOperationException("Name the folder to write to: dotnet run --project samples/generator -- samples");

var places = new Places(FormText.Resource("places.txt"));
var returnees = new ReturneeSurvey(places);
var figures = ReturneeFigures.Prove(returnees.True, FormText.Resource("figures.txt"));
var sample = ReturneeSample.Write(returnees.True);
var returneeFaults = ReturneeFaults.Plant(returnees, new SeededRandom(17));
returneeFaults.ProveOthers(returnees.All, returnees.Rules);
Write(Path.Combine(args[0], "returnees"), returnees.Form, returnees.All, returneeFaults);
File.WriteAllText(Path.Combine(args[0], "returnees", "sample.csv"), sample);

var baseline = new BaselineSurvey(places);
var baselineFaults = BaselineFaults.Plant(baseline, new SeededRandom(23));
baselineFaults.ProveOthers(baseline.All, baseline.Rules);
Write(Path.Combine(args[0], "baseline"), baseline.Form, baseline.All, baselineFaults);
File.WriteAllText(Path.Combine(args[0], "README.md"), Readme.Write(figures, returneeFaults, baselineFaults));

static void Write(string folder, SampleForm form, IReadOnlyList<Interview> interviews, FaultList faults)
{
    Directory.CreateDirectory(folder);
    var sheets = new KoboTables(form).Build(interviews);
    File.WriteAllBytes(Path.Combine(folder, "form.xlsx"), FormWorkbook.Write(form));
    File.WriteAllBytes(Path.Combine(folder, "export.xlsx"), Workbook.Write(sheets));
    File.WriteAllBytes(Path.Combine(folder, "export.csv"), KoboCsv.Write(sheets[0]));
    File.WriteAllBytes(Path.Combine(folder, "faults.csv"), faults.Write(form));
}
