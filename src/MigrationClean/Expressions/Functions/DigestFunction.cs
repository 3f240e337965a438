using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A hash of a text's UTF-8 bytes, in base64 or hexadecimal.</summary>
internal sealed class DigestFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "digest";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } =
    [
        new("text", ParameterType.Text),
        new("algorithm", ParameterType.Text),
        new("encoding", ParameterType.Text, IsOptional: true),
    ];

    /// <inheritdoc/>
    public override FunctionExample Example => new("digest('abc', 'MD5', 'hex')", "900150983cd24fb0d6963f7d28e17f72");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        var bytes = Encoding.UTF8.GetBytes(call.Text(0));
        var hash = call.Text(1).ToUpperInvariant() switch
        {
#pragma warning disable CA5350, CA5351 // What the form names, not what protects anything here.
            "MD5" => MD5.HashData(bytes),
            "SHA-1" => SHA1.HashData(bytes),
#pragma warning restore CA5350, CA5351
            "SHA-256" => SHA256.HashData(bytes),
            "SHA-384" => SHA384.HashData(bytes),
            "SHA-512" => SHA512.HashData(bytes),
            _ => null,
        };
        if (hash is null) return call.FailAt(1, "algorithm");
        return (call.Count > 2 ? call.Text(2) : "base64").ToUpperInvariant() switch
        {
            "BASE64" => Value.Of(Convert.ToBase64String(hash)),
            "HEX" => Value.Of(Convert.ToHexStringLower(hash)),
            _ => call.FailAt(2, "encoding"),
        };
    }
}
