namespace MigrationClean.Reporting;

/// <summary>One format of the report of <c>validate</c>.</summary>
internal interface IReportFormat
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Writes the report as UTF-8 without a byte order mark and with <c>\n</c> line ends. The stream stays open.</summary>
    void Write(ValidateResult result, ReportOptions options, Stream output);
}
