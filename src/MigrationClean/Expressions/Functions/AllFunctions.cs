using System.Collections.Frozen;
using System.Collections.Immutable;
using MigrationClean.Expressions.Evaluation;

namespace MigrationClean.Expressions.Functions;

/// <summary>Every function, in the order of xpath §7. A new function is one line here, one file, its texts, its cases.</summary>
internal static class AllFunctions
{
    private static readonly FrozenDictionary<string, XPathFunction> ByName;

    static AllFunctions() =>
        ByName = List.SelectMany(f => f.Aliases.Prepend(f.Name).Select(n => (n, f))).ToFrozenDictionary(f => f.n, f => f.f, StringComparer.Ordinal);

    /// <summary>The functions.</summary>
    public static ImmutableArray<XPathFunction> List { get; } =
    [
        new ConstantFunction("true", Value.Of(true), "true"),
        new ConstantFunction("false", Value.Of(false), "false"),
        new NotFunction(),
        new BooleanFunction(),
        new BooleanFromStringFunction(),
        new IfFunction(),
        new CoalesceFunction(),
        new OnceFunction(),
        new ChecklistFunction(),
        new WeightedChecklistFunction(),
        new StringFunction(),
        new ConcatFunction(),
        new JoinFunction(),
        new SubstrFunction(),
        new SubstringFunction(),
        new SubstringBeforeFunction(),
        new SubstringAfterFunction(),
        new TextTestFunction("contains", (text, sought) => text.Contains(sought, StringComparison.Ordinal), new("contains('Jalal-Abad', 'Abad')", "true")),
        new TextTestFunction("starts-with", (text, sought) => text.StartsWith(sought, StringComparison.Ordinal), new("starts-with('Jalal-Abad', 'Jalal')", "true")),
        new TextTestFunction("ends-with", (text, sought) => text.EndsWith(sought, StringComparison.Ordinal), new("ends-with('Jalal-Abad', 'Abad')", "true")),
        new StringLengthFunction(),
        new NormalizeSpaceFunction(),
        new TranslateFunction(),
        new RegexFunction(),
        new UuidFunction(),
        new DigestFunction(),
        new Base64DecodeFunction(),
        new ExtractSignedFunction(),
        new NumberFunction(),
        new IntFunction(),
        new RoundFunction(),
        new MathFunction("floor", Math.Floor, new("floor(2.7)", "2"), Clients.WebForms),
        new MathFunction("ceiling", Math.Ceiling, new("ceiling(2.1)", "3"), Clients.WebForms),
        new MathFunction("abs", Math.Abs, new("abs(-3)", "3")),
        new MathFunction("sqrt", Math.Sqrt, new("sqrt(9)", "3")),
        new MathFunction("exp", Math.Exp, new("exp(0)", "1")),
        new MathFunction("exp10", x => Math.Pow(10, x), new("exp10(2)", "100")),
        new MathFunction("log", Math.Log, new("log(1)", "0")),
        new MathFunction("log10", Math.Log10, new("log10(100)", "2")),
        new PairFunction("pow", "base", "exponent", Power, new("pow(2, 10)", "1024")),
        new ConstantFunction("pi", Value.Of(Math.PI), "3.141592653589793"),
        new MathFunction("sin", Math.Sin, new("sin(0)", "0")),
        new MathFunction("cos", Math.Cos, new("cos(0)", "1")),
        new MathFunction("tan", Math.Tan, new("tan(0)", "0")),
        new MathFunction("asin", Math.Asin, new("asin(0)", "0")),
        new MathFunction("acos", Math.Acos, new("acos(1)", "0")),
        new MathFunction("atan", Math.Atan, new("atan(0)", "0")),
        new PairFunction("atan2", "y", "x", Math.Atan2, new("atan2(0, 1)", "0")),
        new ExtremeFunction("max", isGreatest: true, new("max(3, 11, 7)", "11")),
        new ExtremeFunction("min", isGreatest: false, new("min(3, 11, 7)", "3")),
        new RandomFunction(),
        new CountFunction(),
        new CountNonEmptyFunction(),
        new SumFunction(),
        new PositionFunction(),
        new LastFunction(),
        new NodeNameFunction("name", local: false),
        new NodeNameFunction("local-name", local: true),
        new NamespaceUriFunction(),
        new IdFunction(),
        new LangFunction(),
        new InstanceFunction(),
        new CurrentFunction(),
        new RandomizeFunction(),
        new IndexedRepeatFunction(),
        new PulldataFunction(),
        new TodayFunction(),
        new NowFunction(),
        new DateFunction(),
        new DateTimeFunction(),
        new FormatDateFunction(),
        new DecimalDateTimeFunction(),
        new DecimalTimeFunction(),
        new SelectedFunction(),
        new CountSelectedFunction(),
        new SelectedAtFunction(),
        new ChoiceNameFunction(),
        new ItextFunction(),
        new DistanceFunction(),
        new AreaFunction(),
        new GeofenceFunction(),
        new IntersectsFunction(),
        new VersionFunction(),
        new PropertyFunction(),
        new DependFunction(),
    ];

    /// <summary>What expressions may write: each function's name, then its other names.</summary>
    public static ImmutableArray<string> Names { get; } = [.. List.SelectMany(f => f.Aliases.Prepend(f.Name))];

    private static double Power(double x, double y) => x == 1 ? 1 : Math.Pow(x, y);

    /// <summary>The function of a name, or <see langword="null"/>. Case matters.</summary>
    public static XPathFunction? Find(string name) => ByName.GetValueOrDefault(name);
}
