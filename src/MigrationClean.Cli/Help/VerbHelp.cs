using System.Collections.Immutable;

namespace MigrationClean.Cli.Help;

/// <summary>
/// What the help of a verb shows that is never translated: its usage and its examples, which a test runs in <c>samples/returnees</c>.
/// </summary>
/// <param name="Usage">The line after the program's name.</param>
/// <param name="Examples">Commands; their captions are texts <c>help/example/verb-1</c> …</param>
internal sealed record VerbHelp(string Usage, params ImmutableArray<string> Examples)
{
    /// <summary>The help of a verb; "" is the program itself.</summary>
    public static VerbHelp Of(string verb) => verb switch
    {
        "" => new("VERB [arguments] [options]",
            "migrationclean clean export.xlsx --form form.xlsx -o out",
            "migrationclean validate export.xlsx --form form.xlsx"),
        "clean" => new("clean EXPORT… --form FILE -o OUT [options]",
            "migrationclean clean export.xlsx --form form.xlsx -o out",
            "migrationclean clean export.xlsx --form form.xlsx -o out-2 --dry-run",
            "migrationclean clean export.xlsx --form form.xlsx -o - > main.csv"),
        "validate" => new("validate EXPORT… --form FILE [options]",
            "migrationclean validate export.xlsx --form form.xlsx",
            "migrationclean validate export.xlsx --form form.xlsx -f json -o report.json",
            "migrationclean validate out"),
        "lint" => new("lint FORM… [options]",
            "migrationclean lint form.xlsx",
            "migrationclean lint form.xlsx --select ref-unknown,list-missing -f json",
            "migrationclean lint form.xlsx --fail-on warning -f github"),
        "log" => new("log new|check|merge|apply [options]",
            "migrationclean log new export.xlsx --form form.xlsx -o log.xlsx"),
        "log new" => new("log new EXPORT… --form FILE -o FILE.xlsx|FILE.csv [options]",
            "migrationclean log new export.xlsx --form form.xlsx -o log.xlsx",
            "migrationclean log new export.xlsx --form form.xlsx --log log.xlsx -o b.xlsx",
            "migrationclean log new export.xlsx --form form.xlsx -o log.csv"),
        "log merge" => new("log merge LOG… -o FILE.xlsx|FILE.csv [options]",
            "migrationclean log merge log.xlsx b.xlsx -o all.xlsx"),
        "log check" => new("log check LOG EXPORT… --form FILE [options]",
            "migrationclean log check log.csv export.xlsx --form form.xlsx",
            "migrationclean log check log.csv export.xlsx --form form.xlsx -f json"),
        "log apply" => new("log apply LOG EXPORT… --form FILE -o FILE [options]",
            "migrationclean log apply log.csv export.xlsx --form form.xlsx -o new.xlsx",
            "migrationclean log apply --undo new.audit.jsonl new.xlsx -o raw.xlsx"),
        "explain" => new("explain CODE | EXPORT… --form FILE --submission KEY [options]",
            "migrationclean explain FORM-05",
            "migrationclean explain choice-not-in-list --lang ru"),
        "eval" => new("eval EXPR [EXPORT…] [options]",
            "migrationclean eval \"round(10 div 3, 2)\"",
            "migrationclean eval \"today() - date('2024-03-01')\" --now 2024-03-15",
            "migrationclean eval \"regex('a12', '[0-9]+')\" --dialect both"),
        "functions" => new("functions [NAME] [options]",
            "migrationclean functions",
            "migrationclean functions selected",
            "migrationclean functions round -f json"),
        "init" => new("init FORM -o FOLDER [options]",
            "migrationclean init form.xlsx -o project",
            "migrationclean init form.xlsx -o project-2 --export export.xlsx"),
        "monitor" => new("monitor EXPORT… --form FILE [options]",
            "migrationclean monitor export.xlsx --form form.xlsx",
            "migrationclean monitor export.xlsx --by team,day -f xlsx -o monitor.xlsx",
            "migrationclean monitor export.xlsx --form form.xlsx -f html -o monitor.html"),
        "convert" => new("convert EXPORT… --form FILE --to FORMAT -o FILE [options]",
            "migrationclean convert export.xlsx --form form.xlsx --to ndjson -o -"),
        "config" => new("config show [options]", "migrationclean config show"),
        "config show" => new("config show [options]",
            "migrationclean config show",
            "migrationclean config show -f json --level partner"),
        "completion" => new("completion bash|zsh|fish|powershell", "migrationclean completion bash"),
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, "No help is written for this verb."),
    };
}
