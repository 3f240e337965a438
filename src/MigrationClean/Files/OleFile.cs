using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Files;

/// <summary>OLE files: old .xls workbooks, and workbooks behind a password.</summary>
internal static class OleFile
{
    private static readonly byte[] EncryptedStream = Encoding.Unicode.GetBytes("EncryptedPackage");
    private static readonly byte[] WordStream = Encoding.Unicode.GetBytes("WordDocument");

    /// <summary>Why such a file is no export.</summary>
    public static InputException Refusal(OpenedInput input)
    {
        var isEncrypted = IsEncrypted(input, out var isWord);
        return new(isEncrypted ? "FILE-03" : isWord ? "FILE-02/document" : "FILE-02/xls", new() { File = input.Name });
    }

    /// <summary>Whether the file holds a workbook behind a password. Reads the input to its end.</summary>
    public static bool IsEncrypted(Stream input, out bool isWord)
    {
        // The names of streams stand in the directory, wherever that is: in two bytes a letter, never split by chance of reading.
        const int Overlap = 64;
        var buffer = new byte[(1 << 16) + Overlap];
        var kept = 0;
        isWord = false;
        for (int read; (read = input.Read(buffer.AsSpan(kept))) > 0;)
        {
            var seen = buffer.AsSpan(0, kept + read);
            if (seen.IndexOf(EncryptedStream) >= 0) return true;
            isWord |= seen.IndexOf(WordStream) >= 0;
            kept = Math.Min(Overlap, seen.Length);
            seen[^kept..].CopyTo(buffer);
        }

        return false;
    }
}
