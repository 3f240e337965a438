using System.Collections.Immutable;
using MigrationClean.Forms;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions.Headers;

namespace MigrationClean.Submissions.Values;

/// <summary>Makes the canonical answers of a sheet's columns: choices by name, numbers and instants in one form, blank words blank.</summary>
internal sealed class Reading
{
    private readonly Dictionary<SurveyQuestion, ChoiceNames> _choices = [];

    /// <summary>The export's language of choices, or <see cref="HeaderStyle.Xml"/>.</summary>
    public required string? Language { get; init; }

    /// <summary>The family.</summary>
    public required ExportFamily Family { get; init; }

    /// <summary>Whether the export is typed, or a client program may have changed how numbers look.</summary>
    public required bool IsTyped { get; init; }

    /// <summary>Words that stand for blank.</summary>
    public required ImmutableArray<string> BlankWords { get; init; }

    /// <summary>The rows' form versions.</summary>
    public required RowVersions Versions { get; init; }

    /// <summary>The answers of a question that is no select_multiple.</summary>
    public Column Answers(SurveyQuestion question, Column raw)
    {
        if (question.Newest.Type == QuestionType.SelectMultiple) throw new ArgumentException("Chosen choices are read with their separate columns.", nameof(question));
        if (raw.IsBlank) return raw;
        var isPlain = BlankWords.IsEmpty && question.ByForm.All(q => q is null || IsPlain(q) || StaysAsWritten(q, raw));
        return isPlain ? raw : Versions.Rewrite(raw, (text, form) => IsBlank(text) ? null : Read(question, text, form, raw));
    }

    /// <summary>Whether a choice was chosen, as <c>1</c>, <c>0</c> or blank.</summary>
    public Column Chosen(Column raw) => RowVersions.Rewrite(raw, text => text switch
    {
        "1" or "0" => text,
        "1.0" or "TRUE" or "True" or "true" or "yes" or "Yes" or "T" => "1",
        "0.0" or "FALSE" or "False" or "false" or "no" or "No" or "F" => "0",
        _ => IsBlank(text) ? null : text,
    });

    /// <summary>A column of the server.</summary>
    public Column Server(string name, Column raw) => name switch
    {
        "_validation_status" => RowVersions.Rewrite(raw, text => IsBlank(text) ? null : ValidationStatus.Uid(text)),
        "_submission_time" or "_id" when BlankWords.IsEmpty && (name == "_id" ? !TypedValues.MayHoldFraction(raw) : TypedValues.AreWrittenInstants(raw)) => raw,
        "_submission_time" => RowVersions.Rewrite(raw, text => IsBlank(text) ? null : TypedValues.SubmissionTime(text, raw.Kinds.HasFlag(CellKinds.Date))),
        "_id" => RowVersions.Rewrite(raw, text => IsBlank(text) ? null : TypedValues.Number(text)),
        _ => Untouched(raw),
    };

    /// <summary>A column whose texts stay as they are, but for the words that stand for blank.</summary>
    public Column Untouched(Column raw)
    {
        if (BlankWords.IsEmpty) return raw;
        // Looks for the words' bytes first: most columns have none of them.
        for (var code = 1; code < raw.ValueCount; code++)
            foreach (var word in BlankWords)
                if (raw.Utf8(code).Length == word.Length && raw.Text(code) == word) return RowVersions.Rewrite(raw, text => IsBlank(text) ? null : text);
        return raw;
    }

    /// <summary>The names of a question's choices in this export.</summary>
    /// <param name="question">A select.</param>
    /// <param name="raw">Its column, for evidence of codes that lost their zeros.</param>
    public ChoiceNames NamesOf(SurveyQuestion question, Column? raw)
    {
        if (!_choices.TryGetValue(question, out var names))
            _choices[question] = names = new(question, Language, Family != ExportFamily.J && (raw is null || !HoldsLeadingZero(raw)));
        return names;
    }

    private bool IsBlank(string text) => !BlankWords.IsEmpty && BlankWords.Contains(text);

    // A column in which some code still has its zeros did not lose them elsewhere: what differs there was stored so. Number cells have lost them for sure,
    // and texts of several choices keep them in any case.
    private static bool HoldsLeadingZero(Column raw)
    {
        if (raw.Kinds.HasFlag(CellKinds.Number)) return false;
        for (var code = 1; code < raw.ValueCount; code++)
        {
            var value = raw.Utf8(code);
            if (value.Length > 1 && value[0] == '0' && value[1] is >= (byte)'0' and <= (byte)'9' && !value.Contains((byte)' ')) return true;
        }

        return false;
    }

    private bool IsPlain(Question question) => question.Type switch
    {
        QuestionType.SelectOne => question.Choices is null,
        QuestionType.SelectMultiple or QuestionType.Date or QuestionType.Today or QuestionType.DateTime or QuestionType.Start or QuestionType.End => false,
        QuestionType.Time => Family != ExportFamily.B,
        _ => !question.Type.IsNumeric() || !IsTyped,
    };

    // Device times are all different, and nearly always as the device wrote them: that is seen from their bytes, without a text for each.
    private bool StaysAsWritten(Question question, Column raw) => Family != ExportFamily.B && question.Type switch
    {
        QuestionType.Date or QuestionType.Today => TypedValues.AreWrittenDays(raw),
        QuestionType.DateTime or QuestionType.Start or QuestionType.End => TypedValues.AreWrittenInstants(raw),
        _ => false,
    };

    private string? Read(SurveyQuestion question, string text, int form, Column raw)
    {
        var version = question.ByForm[form] ?? question.Newest;
        if (Family == ExportFamily.B && BriefcaseDates.Read(text, version.Type) is { } date) return date;
        return version.Type switch
        {
            QuestionType.SelectOne when version.Choices is not null => NamesOf(question, raw).NameOf(text, form) ?? text,
            QuestionType.SelectMultiple => ChosenAnswers.Only(NamesOf(question, raw), text, form, Language == HeaderStyle.Xml) ?? text,
            QuestionType.Date or QuestionType.Today => TypedValues.Date(text),
            QuestionType.DateTime or QuestionType.Start or QuestionType.End => TypedValues.Instant(text, raw.Kinds.HasFlag(CellKinds.Date)),
            _ when version.Type.IsNumeric() && IsTyped => TypedValues.Number(text),
            _ => text,
        };
    }
}
