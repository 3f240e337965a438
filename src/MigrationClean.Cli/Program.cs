using System.Globalization;
using MigrationClean.Cli;
using MigrationClean.Cli.Terminal;

#pragma warning disable RS0030 // The one place that sets the culture: numbers and dates are read and written the same everywhere.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
#pragma warning restore RS0030

return await CommandLine.RunAsync(args, ConsoleStreams.Open(), ProductStages.All);
