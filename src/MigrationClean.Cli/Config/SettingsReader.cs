using System.Collections.Immutable;
using System.Globalization;
using MigrationClean.Cli.Arguments;
using MigrationClean.Diagnostics;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MigrationClean.Cli.Config;

/// <summary>
/// Reads YAML into a <see cref="SettingsDocument"/>, event by event: every scalar is text (YAML 1.2), every key has its place.
/// </summary>
internal sealed class SettingsReader
{
    // What a key of a later version holds is of no interest, but that it holds something is.
    private const string Something = "…";

    private const int MostDepth = 64;

    private readonly string _file;
    private readonly Parser _parser;
    private readonly List<Setting> _settings = [];
    private readonly List<InputException> _mistakes = [];

    private SettingsReader(string file, string text)
    {
        _file = file;
        _parser = new(new StringReader(text));
    }

    /// <summary>Reads the text of a settings file.</summary>
    /// <param name="file">Name as shown.</param>
    /// <param name="folder">Folder that its paths are relative to.</param>
    /// <param name="text">The YAML.</param>
    /// <returns>What could be read, and FILE-15 for all that is no YAML, no known key or no value of its kind.</returns>
    public static (SettingsDocument Document, IReadOnlyList<InputException> Mistakes) Read(string file, string folder, string text)
    {
        if (DeepPlace(text) is { } deep) return (new(file, folder, []), [new("FILE-15/yaml", new() { File = file, Line = deep.Line, ColumnNumber = deep.Column })]);

        var reader = new SettingsReader(file, text);
        try
        {
            reader.ReadFile();
        }
        catch (YamlException e)
        {
            // Its own words quote the file and are English.
            reader._mistakes.Add(new("FILE-15/yaml", new() { File = file, Line = (int)e.Start.Line, ColumnNumber = (int)e.Start.Column }));
        }

        return (new(file, folder, [.. reader._settings]), reader._mistakes);
    }

    /// <summary>Refuses with all mistakes in the order of the file.</summary>
    public static void ThrowAll(IEnumerable<InputException> mistakes)
    {
        if (mistakes.OrderBy(m => m.Location?.Line).ThenBy(m => m.Location?.ColumnNumber).ToArray() is not [var first, .. var others]) return;
        throw others is [] ? first : new InputException(first.Key, first.Location, first.Arguments) { Others = [.. others] };
    }

    // The parser's time grows with the square of the depth; settings need three.
    private static (int Line, int Column)? DeepPlace(string text)
    {
        var (line, column, depth) = (1, 0, 0);
        foreach (var c in text)
        {
            column++;
            if (c == '\n') (line, column) = (line + 1, 0);
            if (c is '[' or '{' && ++depth > MostDepth) return (line, column);
            if (c is ']' or '}') depth = Math.Max(0, depth - 1);
        }

        return null;
    }

    private void ReadFile()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _)) return;
        _parser.Consume<DocumentStart>();
        if (_parser.TryConsume<MappingStart>(out _)) ReadKeys("", "");
        else if (_parser.TryConsume<Scalar>(out var scalar) && scalar.Value.Length == 0) return;
        else Add("not-keys", _parser.Current!.Start, ("key", _file));
    }

    /// <summary>The keys of a mapping whose start has been read, and its end.</summary>
    private void ReadKeys(string path, string schema)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var name))
            {
                Add("not-keys", _parser.Current!.Start, ("key", path.Length == 0 ? _file : path));
                _parser.SkipThisAndNestedEvents();
                _parser.SkipThisAndNestedEvents();
                continue;
            }

            var full = SettingsSchema.Join(path, name.Value);
            if (!met.Add(name.Value)) Add("twice", name.Start, ("key", full));
            if (SettingsSchema.Below(schema, name.Value) is not { } below)
            {
                AddUnknown(full, name, SettingsSchema.NamesAt(schema));
                _parser.SkipThisAndNestedEvents();
            }
            else if (SettingsSchema.Find(below) is { } key) ReadValue(full, key, name.Start);
            else if (SettingsSchema.IsPlace(below)) ReadPlace(full, below);
            else ReadItems(full, below + "[]");
        }
    }

    private void ReadPlace(string path, string schema)
    {
        if (_parser.TryConsume<MappingStart>(out _)) ReadKeys(path, schema);
        else if (_parser.Accept<Scalar>(out var scalar) && IsNothing(scalar)) _parser.MoveNext();
        else Refuse("not-keys", ("key", path));
    }

    private void ReadItems(string path, string schema)
    {
        if (_parser.Accept<Scalar>(out var scalar) && IsNothing(scalar))
        {
            _parser.MoveNext();
            return;
        }

        if (!_parser.TryConsume<SequenceStart>(out _))
        {
            Refuse("not-a-list", ("key", path));
            return;
        }

        for (var i = 0; !_parser.TryConsume<SequenceEnd>(out _); i++) ReadPlace($"{path}[{i}]", schema);
    }

    private void ReadValue(string path, SettingKey key, Mark at)
    {
        var place = PlaceAt(at);
        if (key.Kind == SettingKind.Any)
        {
            var isEmpty = _parser.Current is Scalar nothing && IsNothing(nothing);
            _parser.SkipThisAndNestedEvents();
            _settings.Add(new(path, key, isEmpty ? [] : [Something], place));
        }
        else if (_parser.TryConsume<Scalar>(out var scalar))
        {
            if (IsNothing(scalar)) return;
            if (key.Kind is SettingKind.Pairs or SettingKind.Lists or SettingKind.Map)
            {
                Add(key.Kind == SettingKind.Map ? "not-keys" : "not-pairs", scalar.Start, ("key", path));
                return;
            }

            Judge(path, key, scalar);
            _settings.Add(new(path, key, [scalar.Value], place));
        }
        else if (key.Kind is SettingKind.Texts or SettingKind.Paths && _parser.TryConsume<SequenceStart>(out _))
            _settings.Add(new(path, key, ReadTexts(path, key), place));
        else if (key.Kind is SettingKind.Pairs or SettingKind.Lists && _parser.TryConsume<SequenceStart>(out _))
            _settings.Add(new(path, key, ReadLists(path, key.Kind == SettingKind.Pairs), place));
        else if (key.Kind == SettingKind.Map && _parser.TryConsume<MappingStart>(out _)) _settings.Add(new(path, key, ReadMap(path), place));
        else Refuse(WrongShape(key.Kind), ("key", path));
    }

    private ImmutableArray<string> ReadTexts(string path, SettingKey key)
    {
        List<string> texts = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            if (!_parser.TryConsume<Scalar>(out var item))
            {
                Refuse("not-texts", ("key", path));
                continue;
            }

            Judge(path, key, item);
            texts.Add(item.Value);
        }

        return [.. texts];
    }

    private static string WrongShape(SettingKind kind) => kind switch
    {
        SettingKind.Texts or SettingKind.Paths => "not-texts",
        SettingKind.Pairs or SettingKind.Lists => "not-pairs",
        SettingKind.Map => "not-keys",
        _ => "not-a-text",
    };

    private ImmutableArray<string> ReadMap(string path)
    {
        List<string> entries = [];
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var name = _parser.TryConsume<Scalar>(out var key) ? key.Value : "";
            if (name.Length > 0 && _parser.TryConsume<Scalar>(out var value)) entries.Add($"{name}{SettingKey.PairSeparator}{value.Value}");
            else Refuse("not-a-text", ("key", SettingsSchema.Join(path, name)));
        }

        return [.. entries];
    }

    private ImmutableArray<string> ReadLists(string path, bool arePairs)
    {
        List<string> pairs = [];
        while (!_parser.TryConsume<SequenceEnd>(out _))
        {
            var at = _parser.Current!.Start;
            if (!_parser.TryConsume<SequenceStart>(out _))
            {
                Refuse("not-pairs", ("key", path));
                continue;
            }

            List<string> names = [];
            var isPair = true;
            while (!_parser.TryConsume<SequenceEnd>(out _))
            {
                if (_parser.TryConsume<Scalar>(out var name)) names.Add(name.Value);
                else
                {
                    isPair = false;
                    _parser.SkipThisAndNestedEvents();
                }
            }

            if (isPair && (arePairs ? names.Count == 2 : names.Count > 0) && names.TrueForAll(n => n.Length > 0)) pairs.Add(string.Join(SettingKey.PairSeparator, names));
            else Add("not-pairs", at, ("key", path));
        }

        return [.. pairs];
    }

    private void Judge(string path, SettingKey key, Scalar value)
    {
        var text = value.Value;
        var wrong = key.Kind switch
        {
            SettingKind.Whole when !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) => "not-a-number",
            SettingKind.Number when !decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) => "not-a-decimal",
            SettingKind.Boolean when text is not ("true" or "false") => "not-true-or-false",
            SettingKind.Date when !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) => "not-a-date",
            _ => null,
        };
        if (wrong is not null) Add(wrong, value.Start, ("key", path), ("typed", text));
        if (!key.Words.IsEmpty && !key.Words.Contains(text, StringComparer.Ordinal))
            Add("not-one-of", value.Start, ("key", path), ("typed", text), ("allowed", string.Join(", ", key.Words.Select(word => word == "\t" ? "\\t" : word))));
    }

    private static bool IsNothing(Scalar scalar) => scalar.Value.Length == 0 || (scalar.Style == ScalarStyle.Plain && scalar.Value is "~" or "null");

    private Location PlaceAt(Mark mark) => new() { File = _file, Line = (int)mark.Line, ColumnNumber = (int)mark.Column };

    private void AddUnknown(string path, Scalar name, IEnumerable<string> known)
    {
        if (Suggestion.For(name.Value, known) is { } near) Add("unknown-key-near", name.Start, ("key", path), ("near", near));
        else Add("unknown-key", name.Start, ("key", path));
    }

    private void Refuse(string variant, params ReadOnlySpan<(string Name, string Value)> places)
    {
        Add(variant, _parser.Current!.Start, places);
        _parser.SkipThisAndNestedEvents();
    }

    private void Add(string variant, Mark at, params ReadOnlySpan<(string Name, string Value)> places)
    {
        var arguments = ImmutableArray.CreateBuilder<FindingArgument>();
        foreach (var (name, value) in places) arguments.Add(new(name, value));
        _mistakes.Add(new($"FILE-15/{variant}", PlaceAt(at), arguments.ToImmutable()));
    }
}
