namespace MigrationClean.Cli.Arguments;

/// <summary>Where an option stands in the help, in this order.</summary>
internal enum OptionGroup
{
    /// <summary>What is read, and how.</summary>
    Input,

    /// <summary>What the release is like.</summary>
    Release,

    /// <summary>What is written, and how.</summary>
    Output,

    /// <summary>Which checks run, and which findings matter.</summary>
    Selection,

    /// <summary>What is said to the person, and the settings.</summary>
    Messages,
}
