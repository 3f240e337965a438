using BenchmarkDotNet.Attributes;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Evaluation;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Benchmarks;

/// <summary>One evaluation of a compiled expression on an instance of 40 questions: the forms' most common kinds.</summary>
[MemoryDiagnoser]
public class Evaluating
{
    private Operation _operation = null!;
    private EvaluationContext _context = null!;
    private Node _node;

    [Params(". >= 18 and . <= 110", "selected(/data/needs, 'food')", "../a + ../b > 10", "/data/sex = 'female' or ../age < 5", "if(../a > 3, 'x', 'y')", "count(/data/person[age > 17])")]
    public string Expression { get; set; } = "";

    [Params(Dialect.JavaRosa, Dialect.Enketo)]
    public Dialect Dialect { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var questions = string.Concat(Enumerable.Range(0, 30).Select(i => $"<q{i}>{i}</q{i}>"));
        var people = string.Concat(Enumerable.Range(0, 10).Select(i => $"<person><age>{i * 7}</age></person>"));
        using var xml = new StringReader($"<data>{questions}<sex>male</sex><age>34</age><a>4</a><b>7</b><needs>water food shelter</needs>{people}</data>");
        var types = new Dictionary<string, BindType>
        {
            ["/data/age"] = BindType.Integer,
            ["/data/a"] = BindType.Integer,
            ["/data/b"] = BindType.Integer,
            ["/data/person/age"] = BindType.Integer,
        };
        var instance = new XmlInstance(XmlTree.Read(xml)!, types, new Dictionary<string, Operation>());
        _operation = Compiler.Compile(Parser.Parse(Expression, out _)!);
        _context = new EvaluationContext { Dialect = Dialect };
        instance.TryGetOnlyChild(instance.Document, "data", out var root);
        instance.TryGetOnlyChild(root, "age", out _node);
    }

    [Benchmark]
    public bool Evaluate()
    {
        _context.StandAt(_node);
        return _operation.EvaluateBoolean(_context).IsFailure;
    }
}
