using System.Collections.Immutable;
using System.Text.RegularExpressions;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Forms;

namespace MigrationClean.Checks.Rules;

/// <summary>Binds the rules of tables and forms to the form's versions. What is wrong with a table is told at once, each mistake with its place.</summary>
/// <remarks>A rule of a form that cannot be run is a finding and stops nothing: whoever checks may not be able to change the form.</remarks>
internal sealed partial class RuleBinding
{
    /// <summary>The code of all that is wrong with a table of rules.</summary>
    public static readonly CheckId Mistakes = new("LOG-02", "rule-table-mistake");

    private readonly ImmutableArray<Form> _forms;
    private readonly Messages _texts;
    private readonly List<InputException> _mistakes = [];

    private RuleBinding(ImmutableArray<Form> forms, Language reader) => (_forms, _texts) = (forms, Messages.For(reader));

    /// <summary>Binds the rules of tables, and those of the forms.</summary>
    /// <param name="read">What the tables say.</param>
    /// <param name="forms">The form's versions, newest first.</param>
    /// <param name="reader">Language in which expressions' mistakes are told.</param>
    /// <exception cref="InputException">LOG-02: the first mistake, the others in <see cref="InputException.Others"/>.</exception>
    public static RuleSet Bind(RuleReader read, ImmutableArray<Form> forms, Language reader)
    {
        var binding = new RuleBinding(forms, reader);
        binding._mistakes.AddRange(read.Mistakes);
        foreach (var twice in read.Drafts.GroupBy(d => d.Id, StringComparer.Ordinal).SelectMany(g => g.Skip(1)))
            binding._mistakes.Add(new("LOG-02/id-twice", twice.Place("id"), new FindingArgument("id", twice.Id)));
        var rules = read.Drafts.Select(binding.Bound).OfType<UserRule>().ToList();
        binding.Throw();

        // A table says it later than the form: of one id the table's rule holds.
        var findings = read.Findings.ToList();
        foreach (var draft in FormRules.Of(forms).Where(d => read.Drafts.All(r => r.Id != d.Id)))
        {
            if (binding.Bound(draft) is { } rule && binding._mistakes.Count == 0) rules.Add(rule);
            findings.AddRange(binding._mistakes.Select(m => InForm(draft, m, reader)));
            binding._mistakes.Clear();
        }

        return new([.. rules], [.. findings]);
    }

    private static Finding InForm(RuleDraft draft, InputException mistake, Language reader) => new()
    {
        Check = Mistakes,
        Severity = Severity.Warning,
        Location = draft.Place("expression"),
        Question = draft.At?.Name,
        Variant = "form",
        Arguments = [new("rule", draft.Id), new("text", Messages.For(reader).Text(mistake.Key, "message", mistake.Arguments))],
    };

    private UserRule? Bound(RuleDraft draft)
    {
        var before = _mistakes.Count;
        if (draft.Table.Length > 0 && _forms.All(f => f.Repeats.All(r => r.Path != draft.Table)))
        {
            Unknown(draft, "table", "table", draft.Table, _forms.SelectMany(f => f.Repeats).Select(r => r.Path));
            return null;
        }

        var expression = Expression(draft, "expression", draft.Expression);
        var where = draft.Where.Length == 0 ? null : Expression(draft, "where", draft.Where);
        if (where is not null && expression is not null && !IsAround(where.Table, expression.Table))
            _mistakes.Add(new("LOG-02/where-table", draft.Place("where"), new("rule", draft.Id), new FindingArgument("table", where.Table ?? "")));
        ImmutableArray<Question> named = [.. draft.Questions.Select(name => Question(draft, name)).OfType<Question>()];
        foreach (var (_, text) in draft.Message.All)
            foreach (Match place in Places.Matches(text))
                if (_forms.All(f => f.NodesNamed(place.Groups["name"].Value).IsEmpty)) Unknown(draft, "message", "place", place.Groups["name"].Value, Names);
        if (expression is null || _mistakes.Count > before) return null;
        return new(draft, expression, where, named.IsEmpty ? Cells(draft, expression) : named);
    }

    /// <summary>Whether a condition on the rows of one table says something about the rows of another: it is the same or lies around it.</summary>
    public static bool IsAround(string? outer, string? table) =>
        outer is null || outer == table || (table is not null && table.StartsWith(outer + "/", StringComparison.Ordinal));

    private RowExpression? Expression(RuleDraft draft, string column, string text)
    {
        ImmutableArray<ExpressionError> faults;
        var bound = draft.At is { } question
            ? RowExpression.AtQuestion(_forms, text, question, isNumber: false, out faults)
            : RowExpression.AtRows(_forms, text, draft.Table.Length == 0 || column == "where" ? null : draft.Table, isNumber: false, out faults);
        foreach (var fault in faults)
        {
            if (fault.Key == "EXPR-06/reference") Unknown(draft, column, "question", fault.Arguments[0].Value, Names);
            else _mistakes.Add(new("LOG-02/expression", draft.Place(column), new("rule", draft.Id), new("place", $"{fault.Position + 1}"), new("text", _texts.Text(fault.Key, "message", fault.Arguments))));
        }

        return bound;
    }

    private Question? Question(RuleDraft draft, string name)
    {
        if (_forms.SelectMany(f => f.Questions).FirstOrDefault(q => q.Path == name || q.Name == name) is { } question) return question;
        Unknown(draft, "questions", "question", name, Names);
        return null;
    }

    /// <summary>The questions that the expression names and that are one cell at its row.</summary>
    private static ImmutableArray<Question> Cells(RuleDraft draft, RowExpression expression)
    {
        var cells = expression.Questions.Where(q => IsAround(q.Repeat?.Path, expression.Table));
        return [.. draft.At is { } at ? cells.Append(at).Distinct() : cells];
    }

    private IEnumerable<string> Names => _forms.SelectMany(f => f.Nodes).Select(n => n.Name).Distinct(StringComparer.Ordinal);

    private void Unknown(RuleDraft draft, string column, string variant, string name, IEnumerable<string> known)
    {
        var near = Nearest.To(name, known);
        _mistakes.Add(near is null
            ? new($"LOG-02/{variant}", draft.Place(column), new("rule", draft.Id), new FindingArgument("name", name))
            : new($"LOG-02/{variant}-near", draft.Place(column), new("rule", draft.Id), new("name", name), new FindingArgument("near", near)));
    }

    private void Throw()
    {
        if (_mistakes.OrderBy(m => m.Location?.File, StringComparer.Ordinal).ThenBy(m => m.Location?.Row).ThenBy(m => m.Location?.ColumnNumber).ToArray() is not [var first, .. var others]) return;
        throw new InputException(first.Key, first.Location, first.Arguments) { Others = [.. others] };
    }

    /// <summary>A place of a message that shows a question's label.</summary>
    [GeneratedRegex(@"\$?\{(?<name>[^{}]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    internal static partial Regex Places { get; }
}
