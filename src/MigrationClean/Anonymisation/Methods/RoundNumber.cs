using System.Collections.Immutable;
using MigrationClean.Anonymisation.Plan;

namespace MigrationClean.Anonymisation.Methods;

/// <summary>A number rounded to a step, or to significant digits.</summary>
internal sealed class RoundNumber : Method
{
    public override string Name => "round";

    public override int Strictness => 1;

    public override ImmutableArray<string> Parameters => ["step", "digits"];

    public override string? WrongParameter(PlanParameters parameters)
    {
        if (parameters.Number("step", 1) is null) return "step";
        return parameters.Number("digits", 2) is { } digits && digits <= 15 && digits == Math.Floor(digits) ? null : "digits";
    }

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context)
    {
        var step = context.Parameters.Number("step");
        var digits = (int)(context.Parameters.Number("digits", 2) ?? 2);
        var (values, blanked) = Rewrite(column.Values, text => Band.Parse(text) is { } number
            ? Keep.Number(BandList.Print(step is { } s ? Math.Round(number / s, MidpointRounding.AwayFromZero) * s : ToDigits(number, digits)))
            : null);
        return new() { Values = values, Kind = ValueKind.Number, Blanked = blanked };
    }

    /// <summary>A number with so many significant digits.</summary>
    internal static double ToDigits(double number, int digits)
    {
        if (number == 0) return 0;
        var power = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(number)));
        var scale = Math.Pow(10, Math.Abs(power));
        return power >= 0
            ? Math.Round(number * scale, MidpointRounding.AwayFromZero) / scale
            : Math.Round(number / scale, MidpointRounding.AwayFromZero) * scale;
    }
}
