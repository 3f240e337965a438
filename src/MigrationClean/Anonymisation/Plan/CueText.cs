using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>Cuts names and labels into the tokens that cue words are compared with. Source: anonymisation §2.5.</summary>
internal static partial class CueText
{
    /// <summary>Tokens in order, without <c>${question}</c> references, whose words are another question's: NFC, lower case, <c>ё</c> as <c>е</c>, cut at everything that is no letter or digit and at camelCase; <c>№</c> is a token.</summary>
    public static ImmutableArray<string> Tokens(string text)
    {
        var tokens = ImmutableArray.CreateBuilder<string>();
        var token = new StringBuilder();
        var normal = Reference.Replace(text, " ").Normalize(NormalizationForm.FormC);
        for (var i = 0; i < normal.Length; i++)
        {
            var c = normal[i];
            if (c == '№')
            {
                End();
                tokens.Add("№");
                continue;
            }

            if (!char.IsLetterOrDigit(c))
            {
                End();
                continue;
            }

            // camelCase: a capital after a small letter, or the last capital of a run before a small letter (HHName).
            if (char.IsUpper(c) && i > 0 && (char.IsLower(normal[i - 1])
                || (char.IsUpper(normal[i - 1]) && i + 1 < normal.Length && char.IsLower(normal[i + 1])))) End();
            var lower = char.ToLowerInvariant(c);
            token.Append(lower == 'ё' ? 'е' : lower);
        }

        End();
        return tokens.ToImmutable();

        void End()
        {
            if (token.Length == 0) return;
            tokens.Add(token.ToString());
            token.Clear();
        }
    }

    [GeneratedRegex(@"\$\{[^{}]*\}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Reference { get; }
}
