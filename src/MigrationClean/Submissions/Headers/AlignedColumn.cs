namespace MigrationClean.Submissions.Headers;

/// <summary>In what a header differs from the predicted one.</summary>
internal enum HeaderDifference
{
    /// <summary>In nothing.</summary>
    None,

    /// <summary>In its place alone: somebody moved the column.</summary>
    Place,

    /// <summary>In signs that a tool replaced.</summary>
    Signs,

    /// <summary>In upper and lower case.</summary>
    Case,

    /// <summary>In blanks.</summary>
    Blanks,

    /// <summary>In markup or the way its letters are coded.</summary>
    Markup,

    /// <summary>In the language.</summary>
    Language,

    /// <summary>In the groups before it or the separator.</summary>
    Groups,

    /// <summary>It names a choice that no form version has.</summary>
    Choice,
}

/// <summary>A column of a sheet, led back to the prediction or not.</summary>
/// <param name="Column">The predicted column; <see langword="null"/> if the header belongs to none.</param>
/// <param name="Difference">In what the header differs from the predicted one.</param>
/// <param name="IsRefused">Several questions have this header, and the order does not tell which one it is.</param>
internal readonly record struct AlignedColumn(PredictedColumn? Column, HeaderDifference Difference, bool IsRefused = false);
