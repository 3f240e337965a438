using MigrationClean.Forms.Linting;

namespace MigrationClean.Reporting;

/// <summary>One format of the reports of <c>validate</c> and <c>lint</c>.</summary>
internal interface IReportFormat
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>Writes the report as UTF-8 without a byte order mark and with <c>\n</c> line ends. The stream stays open.</summary>
    void Write(ValidateResult result, ReportOptions options, Stream output);

    /// <summary>Writes what was found in forms, in the order given; bytes as above.</summary>
    void Write(IReadOnlyList<LintResult> forms, ReportOptions options, Stream output);
}
