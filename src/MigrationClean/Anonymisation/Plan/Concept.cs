using System.Collections.Immutable;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>What a cue word speaks of.</summary>
internal enum Topic
{
    /// <summary>A person's name.</summary>
    PersonName,

    /// <summary>Phone, mail, accounts.</summary>
    Contact,

    /// <summary>Numbers of documents.</summary>
    Document,

    /// <summary>Keys between files.</summary>
    CaseNumber,

    /// <summary>Exact address.</summary>
    Address,

    /// <summary>A place below the district.</summary>
    SmallPlace,

    /// <summary>Coordinates.</summary>
    Coordinates,

    /// <summary>Oblast, region, province: the first level below the country.</summary>
    Area,

    /// <summary>Administrative area below the oblast: district, city, municipality.</summary>
    Subarea,

    /// <summary>Age in years.</summary>
    Age,

    /// <summary>Date or year of birth.</summary>
    Birth,

    /// <summary>Sex.</summary>
    Sex,

    /// <summary>Number of members or children.</summary>
    Family,

    /// <summary>Ethnicity, citizenship, language, religion.</summary>
    Origin,

    /// <summary>Education, work.</summary>
    Work,

    /// <summary>The way of migration.</summary>
    Migration,

    /// <summary>Money and property.</summary>
    Money,

    /// <summary>Status before the law.</summary>
    Legal,

    /// <summary>Violence and exploitation.</summary>
    Harm,

    /// <summary>Health and disability.</summary>
    Health,

    /// <summary>Consent.</summary>
    Consent,

    /// <summary>Free text.</summary>
    FreeText,

    /// <summary>The interviewer.</summary>
    Interviewer,
}

/// <summary>A topic with its role and its cue words in three languages.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Role">The role it speaks for.</param>
/// <param name="Cues">Cues, separated by <c>,</c>: tokens, several for a phrase, a trailing <c>*</c> for a stem.</param>
internal sealed record Concept(Topic Topic, PrivacyRole Role, string Cues)
{
    /// <summary>The cues as patterns of tokens.</summary>
    public ImmutableArray<Cue> Patterns { get; } =
    [
        .. Cues.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(c => new Cue(c)),
    ];
}

/// <summary>A cue word or phrase.</summary>
internal sealed class Cue
{
    private readonly ImmutableArray<(string Text, bool IsStem)> _parts;

    /// <summary>Reads a cue: <c>фамили*</c>, <c>дата рождени*</c>, <c>д.р.</c>.</summary>
    public Cue(string text)
    {
        Text = text;
        _parts =
        [
            .. text.Split(' ').SelectMany(part =>
            {
                var isStem = part.EndsWith('*');
                var tokens = CueText.Tokens(part);
                return tokens.Select((token, i) => (token, isStem && i == tokens.Length - 1));
            }),
        ];
    }

    /// <summary>As in the table of cue words.</summary>
    public string Text { get; }

    /// <summary>Number of tokens.</summary>
    public int Length => _parts.Length;

    /// <summary>The first token or stem.</summary>
    public string FirstToken => _parts[0].Text;

    /// <summary>Whether the tokens from <paramref name="at"/> on are this cue.</summary>
    public bool Matches(ImmutableArray<string> tokens, int at)
    {
        if (at + _parts.Length > tokens.Length) return false;
        for (var i = 0; i < _parts.Length; i++)
        {
            var (text, isStem) = _parts[i];
            if (isStem ? !tokens[at + i].StartsWith(text, StringComparison.Ordinal) : tokens[at + i] != text) return false;
        }

        return true;
    }
}
