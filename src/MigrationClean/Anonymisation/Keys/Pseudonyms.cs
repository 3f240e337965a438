using System.Security.Cryptography;
using System.Text;
using MigrationClean.Diagnostics;

namespace MigrationClean.Anonymisation.Keys;

/// <summary>Tokens of one field: the same identifier gives the same token, and nobody without the key can tell which. Source: anonymisation §3.2.</summary>
internal sealed class Pseudonyms : IDisposable
{
    /// <summary>Characters of a token: 100 bits.</summary>
    public const int TokenLength = 20;

    private readonly byte[] _fieldKey;
    private readonly IdentifierKind _kind;
    private readonly string _field;
    private readonly Dictionary<string, string> _canonicalByToken = new(StringComparer.Ordinal);

    /// <summary>Tokens of a field.</summary>
    /// <param name="key">The project's key.</param>
    /// <param name="project">The project's name.</param>
    /// <param name="domain">The field; with <c>/recipient</c> where two recipients must not be able to join their copies.</param>
    /// <param name="epoch">The round.</param>
    /// <param name="kind">What the identifiers are.</param>
    public Pseudonyms(ProjectKey key, string project, string domain, string epoch, IdentifierKind kind)
    {
        _fieldKey = key.Derive("pseudonym|v1", project, domain, epoch);
        _kind = kind;
        _field = domain;
    }

    /// <summary>The token of an identifier that is not blank, 20 characters.</summary>
    /// <exception cref="InputException">PRIV-14: two different identifiers have one token (about n² in 2¹⁰¹).</exception>
    public string TokenOf(string identifier)
    {
        var canonical = CanonicalIdentifier.Of(identifier, _kind);
        var token = Base32.Encode(HMACSHA256.HashData(_fieldKey, Encoding.UTF8.GetBytes(canonical)), TokenLength);
        if (_canonicalByToken.TryAdd(token, canonical) || _canonicalByToken[token] == canonical) return token;
        throw new InputException("PRIV-14", null, new FindingArgument("column", _field));
    }

    /// <summary>Wipes the field's key.</summary>
    public void Dispose() => CryptographicOperations.ZeroMemory(_fieldKey);
}
