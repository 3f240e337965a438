using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Forms.Linting;

/// <summary>An expression that does not parse. What is wrong with a <c>${…}</c> is said by the rule of references.</summary>
internal sealed class XPathSyntax : LintRule
{
    public override CheckId Id => new("LINT-70", "xpath-syntax");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            var text = expression.Placed.Expression.Text;
            if (expression.Error is { } error && !FormReference.In(text).Any(r => r.IsMalformed))
            {
                var finding = FoundIn(expression, text, [.. error.Arguments, new("place", $"{error.Position + 1}")]);
                yield return error.Key.Split('/') is [_, var variant] ? finding with { Variant = variant } : finding;
            }

            foreach (var variable in expression.Parts.Select(p => p.Written).OfType<Expression.Variable>())
                yield return FoundIn(expression, text, new("text", $"${variable.Name}"), new FindingArgument("place", $"{variable.Position + 1}")) with { Variant = "variable" };
        }
    }
}

/// <summary>A function that neither client has.</summary>
internal sealed class XPathUnknownFunction : LintRule
{
    public override CheckId Id => new("LINT-71", "xpath-unknown-function");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        var names = AllFunctions.List.SelectMany(f => f.Aliases.Prepend(f.Name)).ToList();
        foreach (var expression in form.Parsed)
            foreach (var part in expression.Parts)
            {
                if (part.Written is not Expression.Call call || AllFunctions.Find(call.Name) is not null) continue;
                var finding = FoundIn(expression, call.Name, new FindingArgument("name", call.Name));
                yield return Nearest.To(call.Name, names) is { } near
                    ? finding with { Variant = "near", Arguments = [.. finding.Arguments, new("near", near)] }
                    : finding;
            }
    }
}

/// <summary>A function that is given too few or too many arguments.</summary>
internal sealed class XPathArity : LintRule
{
    public override CheckId Id => new("LINT-72", "xpath-arity");

    public override LintStage? Stage => LintStage.Load;

    internal override IEnumerable<Finding> Run(LintContext form)
    {
        foreach (var expression in form.Parsed)
        {
            if (expression.Tree is null) continue;
            foreach (var error in Compiler.Faults(expression.Tree))
                if (error.Code == "EXPR-03") yield return FoundIn(expression, expression.Placed.Expression.Text, [.. error.Arguments]);
        }
    }
}
