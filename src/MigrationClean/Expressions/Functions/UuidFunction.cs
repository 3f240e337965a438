using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>A random identifier, or random characters.</summary>
internal sealed class UuidFunction : XPathFunction
{
    /// <inheritdoc/>
    public override string Name => "uuid";

    /// <inheritdoc/>
    public override ImmutableArray<Parameter> Parameters { get; } = [new("length", ParameterType.Number, IsOptional: true)];

    /// <inheritdoc/>
    public override bool IsNotRepeatable => true;

    /// <inheritdoc/>
    public override FunctionExample Example => new("string-length(uuid())", "36");

    /// <inheritdoc/>
    public override Value Call(in FunctionCall call)
    {
        if (call.Context.Random is not { } random) return FunctionCall.NotEvaluable("random", "uuid()");
        if (call.Count > 0)
        {
            const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
            var length = (int)Math.Clamp(call.Number(0), 0, 10_000);
            return Value.Of(string.Create(length, random, static (into, draw) =>
            {
                for (var i = 0; i < into.Length; i++) into[i] = Alphabet[(int)(draw() * Alphabet.Length)];
            }));
        }

        Span<byte> bytes = stackalloc byte[16];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(random() * 256);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return Value.Of(new Guid(bytes, bigEndian: true).ToString());
    }
}
