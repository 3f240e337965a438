using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MigrationClean.Anonymisation.Keys;

/// <summary>An order of rows that only the key's holder can repeat, and that does not depend on the order they came in. Source: anonymisation §3.11.</summary>
internal sealed class KeyedOrder(ProjectKey key, string project, string epoch) : IDisposable
{
    private readonly byte[] _orderKey = key.Derive("order|v1", project, "rows", epoch);

    /// <summary>Where a row belongs: rows are sorted by it.</summary>
    /// <param name="row">What names the row: its submission's identity, for a repeat with table and position.</param>
    public UInt128 RankOf(string row) =>
        BinaryPrimitives.ReadUInt128BigEndian(HMACSHA256.HashData(_orderKey, Encoding.UTF8.GetBytes(row)));

    /// <summary>Wipes the order's key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_orderKey);
}
