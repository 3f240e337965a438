namespace MigrationClean.Forms.Linting;

/// <summary>What whoever fills in the form sees of a row of the survey.</summary>
internal static class ShownRows
{
    extension(SurveyRow row)
    {
        /// <summary>
        /// Whether the row is a question on the screen: no calculation, metadata, file, nor one that is computed and has nothing to show. Rows of an unknown
        /// type, KoBo's own among them, are left to others.
        /// </summary>
        public bool IsShown => row.Type.Kind == RowKind.Question && HasControl(row.Type.Type)
            && !((row["calculation"] ?? row["trigger"]) is not null && row.Text("label").IsEmpty && row.Text("hint").IsEmpty);

        /// <summary>Whether it shows or plays something.</summary>
        public bool HasMedia => !row.Text("image").IsEmpty || !row.Text("audio").IsEmpty || !row.Text("video").IsEmpty || !row.Text("big-image").IsEmpty;

        /// <summary>Whether its appearance fills the list by <c>search(…)</c>.</summary>
        public bool IsSearched => Question.IsSearch(row["appearance"]);
    }

    private static bool HasControl(QuestionType type) => !type.IsMetadata() && !type.IsExternal()
        && type is not (QuestionType.Unknown or QuestionType.Calculate or QuestionType.Hidden or QuestionType.BackgroundGeopoint or QuestionType.BackgroundAudio);
}
