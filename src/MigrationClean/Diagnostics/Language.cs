namespace MigrationClean.Diagnostics;

/// <summary>A language that the program speaks. (The languages of a form's labels are its author's, and texts.)</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Russian.</summary>
    Russian,

    /// <summary>Kyrgyz.</summary>
    Kyrgyz,
}
