using System.CommandLine;
using System.CommandLine.Invocation;
using MigrationClean.Cli.Arguments;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Help;

/// <summary><c>--help</c>: purpose, usage, examples, arguments, options in groups, exit codes; at most 80 columns.</summary>
internal sealed class HelpPage(Messages texts) : SynchronousCommandLineAction
{
    private const int OptionColumn = 28;

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Write(parseResult.CommandResult.Command, UsageErrors.VerbOf(parseResult), parseResult.InvocationConfiguration.Output);
        return (int)ExitCode.Done;
    }

    /// <summary>What is said without arguments: two lines of purpose, two examples, where more is.</summary>
    public static void WriteShort(Messages texts, TextWriter output)
    {
        Wrap.Write(output, "", texts.Text("help/verb", "text"));
        output.WriteLine();
        foreach (var example in VerbHelp.Of("").Examples) output.WriteLine($"  {example}");
        output.WriteLine();
        Wrap.Write(output, "", texts.Text("help/more", "text"));
    }

    private void Write(Command command, string verb, TextWriter output)
    {
        var help = VerbHelp.Of(verb);
        Wrap.Write(output, "", Text(verb.Length == 0 ? "help/verb" : $"help/verb/{verb.Replace(' ', '-')}"));
        WriteHeading(output, "usage");
        output.WriteLine($"  {ProgramVersion.Name} {help.Usage}");

        WriteHeading(output, "examples");
        for (var i = 0; i < help.Examples.Length; i++)
        {
            Wrap.Write(output, "  ", Text($"help/example/{(verb.Length == 0 ? "root" : verb.Replace(' ', '-'))}-{i + 1}"));
            output.WriteLine($"    {help.Examples[i]}");
        }

        if (command.Arguments.Count > 0) WriteHeading(output, "arguments");
        foreach (var argument in command.Arguments)
        {
            var several = argument.Arity.MaximumNumberOfValues > 1 ? "…" : "";
            WriteRow(output, $"{argument.HelpName}{several}", Text($"help/argument/{argument.Name}"));
        }

        if (command.Subcommands.Count > 0) WriteHeading(output, "verbs");
        foreach (var sub in command.Subcommands) WriteRow(output, sub.Name, Text($"help/verb/{(verb.Length == 0 ? sub.Name : $"{verb}-{sub.Name}")}"));

        WriteOptions(command, output);
        WriteHeading(output, "exit-codes");
        foreach (var code in Enum.GetValues<ExitCode>()) Wrap.Write(output, $"  {(int)code,-3}  ", Text($"help/exit/{(int)code}"));
        output.WriteLine();
        Wrap.Write(output, "", Text("help/settings"));
    }

    private void WriteOptions(Command command, TextWriter output)
    {
        var options = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(AllAbove).Where(option => option.Recursive))
            .Where(option => !option.Hidden).Distinct().ToArray();
        foreach (var group in Enum.GetValues<OptionGroup>())
        {
            var members = options.Where(option => GroupOf(option) == group).ToArray();
            if (members.Length > 0) WriteHeading(output, group.ToString().ToLowerInvariant());
            foreach (var option in members) WriteRow(output, NameOf(option), Describe(option));
        }
    }

    private static IEnumerable<Option> AllAbove(Command command) =>
        command.Options.Concat(command.Parents.OfType<Command>().SelectMany(AllAbove));

    private static OptionGroup GroupOf(Option option) => option switch
    {
        ValueOption value => value.Group,
        Switch turned => turned.Group,
        _ => OptionGroup.Messages,
    };

    private static string NameOf(Option option)
    {
        var shortName = option.Aliases.FirstOrDefault(alias => alias.Length == 2);
        var name = shortName is null ? $"    {option.Name}" : $"{shortName}, {option.Name}";
        return option is ValueOption value ? $"{name} {value.ValueName}" : name;
    }

    private string Describe(Option option)
    {
        if (option is not ValueOption value) return Text($"help/option/{option.Name[2..]}");
        var text = Text(value.TextKey);
        if (!value.Shown.IsEmpty) text += $": {string.Join(", ", value.Shown)}";
        return value.Default is null ? text : $"{text} {texts.Text("help/default", "text", [new("value", value.Default)])}";
    }

    private string Text(string key) => texts.Text(key, "text");

    private void WriteHeading(TextWriter output, string name)
    {
        output.WriteLine();
        output.WriteLine(Text($"help/heading/{name}"));
    }

    private static void WriteRow(TextWriter output, string name, string text)
    {
        var head = $"  {name}";
        if (head.Length + 2 <= OptionColumn) Wrap.Write(output, head.PadRight(OptionColumn), text);
        else
        {
            output.WriteLine(head);
            Wrap.Write(output, new(' ', OptionColumn), text);
        }
    }
}
