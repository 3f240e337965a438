namespace MigrationClean.Samples.Logic;

/// <summary>Applies a form's own logic to generated answers, so that every interview without a planted fault obeys the form.</summary>
internal sealed class FormRules(SampleForm form)
{
    private readonly Dictionary<string, Func<Scope, object>> compiled = new(StringComparer.Ordinal);

    public bool IsAsked(Interview interview, string question) =>
        IsAsked(form[question], new Scope(form, interview));

    /// <summary>Empties what is not asked and fills the calculations, in the order of the form.</summary>
    public void Settle(Interview interview)
    {
        foreach (var repeat in form.Repeats)
            if (interview.Instances(repeat.Name).Count == 0 || !IsAsked(repeat, new Scope(form, interview)))
                interview.Repeats.Remove(repeat.Name);

        foreach (var question in form.Questions)
            foreach (var (scope, answers) in Places(question, interview))
            {
                if (!IsAsked(question, scope))
                {
                    answers.Remove(question.Name);
                }
                else if (question.Cell("calculation") is { } calculation)
                {
                    var value = Values.Text(Evaluate(calculation, scope));
                    if (value.Length > 0 && value != "NaN") answers[question.Name] = value;
                }
            }
    }

    /// <summary>Stops the generator with the first rule of the form that an interview breaks.</summary>
    public void Prove(Interview interview)
    {
        foreach (var question in form.Questions)
            foreach (var (scope, answers) in Places(question, interview))
            {
                var value = answers.GetValueOrDefault(question.Name, "");
                if (!IsAsked(question, scope))
                {
                    if (value.Length > 0) throw Broken(interview, question, value, "not relevant");
                    continue;
                }

                if (value.Length == 0)
                {
                    if (question.IsRequired) throw Broken(interview, question, value, "required");
                    continue;
                }

                if (question.Cell("constraint") is { } constraint && !Values.Truth(Evaluate(constraint, scope with { Current = value })))
                    throw Broken(interview, question, value, constraint);
                if (question.List is not null) ProveChoices(interview, question, value, scope);
            }

        foreach (var repeat in form.Repeats)
            if (repeat.Cell("repeat_count") is { } count)
            {
                var expected = Values.Number(Evaluate(count, new Scope(form, interview)));
                if ((double.IsNaN(expected) ? 0 : (int)expected) != interview.Instances(repeat.Name).Count)
                    throw Broken(interview, repeat, "", count);
            }
    }

    /// <summary>The choices of a question's list that its filter leaves, given the answers so far.</summary>
    public IEnumerable<FormChoice> Offered(Interview interview, FormQuestion question, Scope? scope = null)
    {
        scope ??= new Scope(form, interview);
        return question.Cell("filter") is { } filter
            ? form.Choices(question).Where(c => Values.Truth(Evaluate(filter, scope with { Columns = c.Parents })))
            : form.Choices(question);
    }

    private void ProveChoices(Interview interview, FormQuestion question, string value, Scope scope)
    {
        var offered = Offered(interview, question, scope).Select(c => c.Name).ToHashSet(StringComparer.Ordinal);
        if (question.OrOther) offered.Add("other");
        string[] chosen = question.Kind == "select_one" ? [value] : value.Split(' ');
        if (question.Kind == "rank" && chosen.Length != offered.Count) throw Broken(interview, question, value, "every choice once");
        if (!chosen.All(offered.Contains) || chosen.Distinct(StringComparer.Ordinal).Count() != chosen.Length)
            throw Broken(interview, question, value, "choices");
    }

    private IEnumerable<(Scope Scope, Dictionary<string, string> Answers)> Places(FormQuestion question, Interview interview)
    {
        if (question.Repeat is not { } repeat)
        {
            yield return (new Scope(form, interview), interview.Answers);
            yield break;
        }

        foreach (var instance in interview.Instances(repeat))
            yield return (new Scope(form, interview) { Repeat = repeat, Instance = instance }, instance);
    }

    private bool IsAsked(FormQuestion question, Scope scope) =>
        question.Relevances.All(r => Values.Truth(Evaluate(r, scope)));

    private object Evaluate(string expression, Scope scope)
    {
        if (!compiled.TryGetValue(expression, out var function))
            compiled.Add(expression, function = ExpressionParser.Parse(expression));
        return function(scope);
    }

    private static InvalidOperationException Broken(Interview interview, FormQuestion question, string value, string rule) =>
        new($"Interview {interview.Id}: {question.Name} = '{value}' breaks '{rule}'.");
}
