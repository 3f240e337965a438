using System.CommandLine;
using MigrationClean.Cli.Arguments;

namespace MigrationClean.Cli.Commands;

/// <summary><c>completion</c>: a script for a shell that asks the program itself what may come next.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _migrationclean() {
          local IFS=$'\n'
          COMPREPLY=($(compgen -o default -W "$(migrationclean "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _migrationclean migrationclean
        """;

    private const string Zsh = """
        #compdef migrationclean
        _migrationclean() {
          local -a words_found
          words_found=("${(@f)$(migrationclean "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
          compadd -a words_found || _files
        }
        compdef _migrationclean migrationclean
        """;

    private const string Fish = """
        complete -c migrationclean -a '(migrationclean "[suggest:"(commandline -C)"]" (commandline -cp | string collect) 2>/dev/null)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName migrationclean -ScriptBlock {
          param($word, $line, $position)
          migrationclean "[suggest:$position]" "$line" 2>$null | Where-Object { $_ -like "$word*" } |
            ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    public static Command Create(CommonArguments common, Surroundings at)
    {
        var shell = new Argument<string>("shell") { HelpName = "SHELL", Arity = ArgumentArity.ExactlyOne };
        shell.CompletionSources.Add("bash", "zsh", "fish", "powershell");
        shell.Validators.Add(UsageErrors.RefuseOptions);

        var command = new Command("completion") { shell };
        command.SetAction((result, _) =>
        {
            common.Read(new(result, at.Streams.Environment));
            at.Streams.Out.WriteLine(ScriptFor(result.GetRequiredValue(shell)).ReplaceLineEndings("\n"));
            return Task.FromResult((int)ExitCode.Done);
        });
        return command;
    }

    private static string ScriptFor(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        "powershell" => PowerShell,
        _ => throw UsageMistake.Unknown(
            "not-one-of", shell, ["bash", "zsh", "fish", "powershell"], ("option", "SHELL"), ("allowed", "bash, zsh, fish, powershell")),
    };
}
