namespace MigrationClean.Ingest.Csv;

/// <summary>How a text file separates fields and records.</summary>
/// <param name="Separator">Field separator.</param>
/// <param name="LineEnd">Byte that ends a record: LF (also after CR), or CR in files that know no LF.</param>
internal readonly record struct CsvDialect(byte Separator, byte LineEnd);
