using MigrationClean.Forms;

namespace MigrationClean.Anonymisation.Plan;

/// <summary>What a question's answers are, as far as a default method depends on it.</summary>
internal enum AnswerKind
{
    /// <summary>Written freely, or by a calculation.</summary>
    Text,

    /// <summary>A calculation or a hidden value.</summary>
    Calculation,

    /// <summary>A choice, or choices, of a list of the form.</summary>
    Choice,

    /// <summary>A choice of an administrative area below the oblast.</summary>
    Subarea,

    /// <summary>A choice of a list that is not in the form.</summary>
    FileChoice,

    /// <summary>Age in years.</summary>
    Age,

    /// <summary>Year of birth.</summary>
    BirthYear,

    /// <summary>Date of birth.</summary>
    BirthDate,

    /// <summary>Members of a household.</summary>
    HouseholdSize,

    /// <summary>Number of children.</summary>
    Children,

    /// <summary>Any other number.</summary>
    Number,

    /// <summary>A date, or a date and time.</summary>
    Date,

    /// <summary>A time of day.</summary>
    TimeOfDay,

    /// <summary>A point.</summary>
    Point,

    /// <summary>Lines and areas.</summary>
    Geometry,

    /// <summary>When the interview began.</summary>
    Start,

    /// <summary>The day of the interview, noted by the client.</summary>
    Today,

    /// <summary>A file, a device, an account, a column of the server: nothing that has a method but drop.</summary>
    Other,
}

/// <summary>Kinds of answers by type alone.</summary>
internal static class AnswerKinds
{
    /// <summary>The kind that a question's type speaks for; topics of its words may make it narrower.</summary>
    public static AnswerKind Of(Question question) => question.Type switch
    {
        QuestionType.Start => AnswerKind.Start,
        QuestionType.Today => AnswerKind.Today,
        QuestionType.Text or QuestionType.Barcode or QuestionType.PhoneNumberText => AnswerKind.Text,
        QuestionType.Calculate or QuestionType.Hidden => AnswerKind.Calculation,
        QuestionType.Acknowledge => AnswerKind.Choice,
        QuestionType.Date or QuestionType.DateTime => AnswerKind.Date,
        QuestionType.Time => AnswerKind.TimeOfDay,
        QuestionType.Rank => AnswerKind.Choice,
        var type when type.IsPoint() => AnswerKind.Point,
        var type when type.IsGeometry() => AnswerKind.Geometry,
        var type when type.IsNumeric() => AnswerKind.Number,
        var type when type.IsSelectOne() || type.IsSelectMultiple() => question.Choices is null ? AnswerKind.FileChoice : AnswerKind.Choice,
        _ => AnswerKind.Other,
    };
}
