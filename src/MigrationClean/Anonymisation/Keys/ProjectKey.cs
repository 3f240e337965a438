using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace MigrationClean.Anonymisation.Keys;

/// <summary>
/// The project's secret: 32 bytes from which every pseudonym, order and shift is drawn. Never on the command line, in the environment, in a log or a
/// message; wiped when disposed. Made from a file by <see cref="KeyFile"/>.
/// </summary>
public sealed class ProjectKey : IDisposable
{
    /// <summary>Length in bytes.</summary>
    internal const int Length = 32;

    private readonly byte[] _key;

    internal ProjectKey(ReadOnlySpan<byte> key, bool isLasting)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Length, nameof(key));
        _key = key.ToArray();
        IsLasting = isLasting;
        Id = isLasting ? IdOf(_key) : "run";
    }

    /// <summary>First eight hex digits of SHA-256 of "id" and the key; <c>run</c> for a key of this run.</summary>
    public string Id { get; }

    /// <summary>Whether it is kept in a file; otherwise it was made for this run and nothing can be linked to it later.</summary>
    public bool IsLasting { get; }

    /// <summary>A fresh key from the operating system for this run, never stored.</summary>
    public static ProjectKey ForRun()
    {
        Span<byte> key = stackalloc byte[Length];
        RandomNumberGenerator.Fill(key);
        var made = new ProjectKey(key, isLasting: false);
        CryptographicOperations.ZeroMemory(key);
        return made;
    }

    /// <summary>The key of one purpose, so that no two purposes can be compared.</summary>
    /// <param name="purpose">E.g. <c>pseudonym|v1</c>, <c>order|v1</c>.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="domain">The field, with the recipient where there is one.</param>
    /// <param name="epoch">The round.</param>
    /// <returns>32 bytes. Source: anonymisation §3.2.</returns>
    internal byte[] Derive(string purpose, string project, string domain, string epoch) =>
        HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"MigrationClean|{purpose}|{project}|{domain}|{epoch}"));

    /// <summary>HMAC of some bytes under a key derived for digests of inputs, as 64 lower-case hex digits: what a manifest may show of an input.</summary>
    internal string DigestOf(string sha256, string project) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Derive("digest|v1", project, "input", ""), Encoding.ASCII.GetBytes(sha256)));

    /// <summary>The key of the findings' ids, so that a telephone number can't be guessed back from one (cleaning §3).</summary>
    /// <param name="project">The project's name: two projects with one key have different ids.</param>
    public ImmutableArray<byte> FindingKey(string project) => [.. Derive("finding|v1", project, "finding", "")];

    /// <summary>Wipes the key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_key);

    private static string IdOf(byte[] key)
    {
        byte[] marked = [(byte)'i', (byte)'d', .. key];
        var id = Convert.ToHexStringLower(SHA256.HashData(marked))[..8];
        CryptographicOperations.ZeroMemory(marked);
        return id;
    }
}
