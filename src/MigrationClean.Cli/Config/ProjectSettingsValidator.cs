using FluentValidation;
using MigrationClean.Checks;
using MigrationClean.Cli.Arguments;
using MigrationClean.Diagnostics;

namespace MigrationClean.Cli.Config;

/// <summary>Rules between keys, and those that one key's kind does not say. Every mistake at once, each with its place.</summary>
internal sealed class ProjectSettingsValidator : AbstractValidator<ProjectSettings>
{
    private const int KnownVersion = 1;

    private ProjectSettingsValidator()
    {
        RuleFor(s => s.Document.Whole("version")).Must(v => v is null or KnownVersion)
            .OverridePropertyName("version").WithErrorCode("version").WithState(s => s.Document.Text("version"));
        RuleFor(s => s.TimeZone).Must(zone => zone is null || TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
            .OverridePropertyName("time.zone").WithErrorCode("zone").WithState(s => s.TimeZone!);
        RuleFor(s => s.Consent).Must(consent => consent.Question is null || consent.NotNeeded.Length == 0)
            .OverridePropertyName("consent.not_needed").WithErrorCode("consent").WithState(_ => "");
        RuleForEach(s => s.ChecksNamed).Must(name => CheckNames.IsKnown(name) || CheckNames.MayBeRule(name))
            .OverridePropertyName("checks").WithErrorCode("check").WithState((_, check) => check);
        RuleForEach(s => s.RecipientPaths).Must((s, path) => s.Document.Text($"{path}.name").Length > 0)
            .OverridePropertyName("recipients").WithErrorCode("recipient").WithState((_, path) => path);
        RuleForEach(s => s.MisplacedParameters).Must(_ => false)
            .OverridePropertyName("checks").WithErrorCode("parameter").WithState((_, setting) => setting.Path);
        RuleFor(s => s.Collection).Must(period => period is not { From: { } from, To: { } to } || from <= to)
            .OverridePropertyName("time.collection.to").WithErrorCode("period").WithState(s => s.Document.Text("time.collection.to"));
        foreach (var limit in (string[])["limits.file_mb", "limits.csv_mb", "limits.part_gib", "limits.cells_million"])
        {
            RuleFor(s => s.Document.Whole(limit)).Must(value => value is null or > 0)
                .OverridePropertyName(limit).WithErrorCode("limit").WithState(_ => limit);
        }
    }

    /// <summary>Everything that is wrong.</summary>
    public static IReadOnlyCollection<InputException> Judge(ProjectSettings settings) =>
        [.. new ProjectSettingsValidator().Validate(settings).Errors.Select(e => Mistake(settings, e.PropertyName, e.ErrorCode, (string)e.CustomState))];

    private static InputException Mistake(ProjectSettings settings, string property, string code, string typed)
    {
        var key = code switch { "check" => $"checks.{typed}", "recipient" or "parameter" => typed, _ => property };
        var place = settings.Document.PlaceOf(key);
        if (code == "parameter") return Misplaced(key, place);
        if (code == "check" && Suggestion.For(typed, CheckNames.All) is { } near)
            return new("FILE-15/check-near", place, new("key", key), new("typed", typed), new("near", near));
        return new($"FILE-15/{code}", place, new("key", key), new("typed", typed));
    }

    private static InputException Misplaced(string key, Location place)
    {
        var name = key.Split('.')[1];
        var check = AllChecks.Find(name);
        string[] known = ["enabled", "severity", "why", "questions", "where", .. check is { GroupsBy: true } ? ["by"] : Array.Empty<string>(), .. check?.Parameters.Select(p => p.Name) ?? []];
        return new("FILE-15/parameter", place, new("key", key), new("check", check?.Id.Code ?? name), new("known", string.Join(", ", known)));
    }
}
