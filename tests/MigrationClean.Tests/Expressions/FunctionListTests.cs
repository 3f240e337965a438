using System.Globalization;
using System.Text.Json.Nodes;
using MigrationClean.Diagnostics;
using MigrationClean.Expressions;
using MigrationClean.Expressions.Functions;
using MigrationClean.Expressions.Syntax;

namespace MigrationClean.Tests.Expressions;

/// <summary>The functions of xpath §7, written out: name, clients, least and greatest number of arguments.</summary>
public sealed class FunctionListTests
{
    /// <summary><c>-</c>: no limit; <c>1/0</c>: one in KoBoCollect, none in web forms.</summary>
    private const string Written = """
        true both 0 0;false both 0 0;not both 1 1;boolean both 1 1;boolean-from-string both 1 1;if both 3 3;coalesce both 2 2;once both 1 1
        checklist both 2 -;weighted-checklist both 2 -
        string both 1/0 1;concat both 0 -;join both 1 -;substr both 2 3;substring web 2 3;substring-before both 2 2;substring-after both 2 2
        contains both 2 2;starts-with both 2 2;ends-with both 2 2;string-length both 0 1;normalize-space both 0 1;translate both 3 3;regex both 2 2
        uuid both 0 1;digest both 2 3;base64-decode phone 1 1;extract-signed phone 2 2
        number both 1/0 1;int both 1 1;round both 1 2;floor web 1 1;ceiling web 1 1;abs both 1 1;sqrt both 1 1;exp both 1 1;exp10 both 1 1
        log both 1 1;log10 both 1 1;pow both 2 2;pi both 0 0;sin both 1 1;cos both 1 1;tan both 1 1;asin both 1 1;acos both 1 1;atan both 1 1
        atan2 both 2 2;max both 0 -;min both 0 -;random both 0 0
        count both 1 1;count-non-empty both 1 1;sum both 1 1;position both 0 1;last web 0 0;name web 0 1;local-name web 0 1;namespace-uri web 0 1
        id web 1 1;lang web 1 1;instance both 1 1;current both 0 0;randomize both 1 2;indexed-repeat both 3 -;pulldata both 4 4
        today both 0 0;now both 0 0;date both 1 1;date-time both 1 1;format-date both 2 2;format-date-time both 2 2
        decimal-date-time both 1 1;decimal-time both 1 1
        selected both 2 2;is-selected phone 2 2;count-selected both 1 1;selected-at both 2 2;jr:choice-name both 2 2;jr:itext phone 1 1
        distance both 1 -;area both 1 -;enclosed-area phone 1 -;geofence phone 2 2;intersects phone 1 1
        version both 0 0;property phone 1 1;depend phone 1 -
        """;

    private static readonly string[][] Rows = [.. Written.Split([';', '\n']).Select(row => row.Trim().Split(' '))];

    public static TheoryData<string, int, string> WrongCounts
    {
        get
        {
            var wrong = new TheoryData<string, int, string>();
            foreach (var row in Rows)
                foreach (var (dialect, i) in new[] { ("javarosa", 0), ("enketo", 1) })
                {
                    var least = Whole(row[2].Split('/') is { Length: 2 } two ? two[i] : row[2]);
                    if (least > 0) wrong.Add(row[0], least - 1, dialect);
                    if (row[3] != "-") wrong.Add(row[0], Whole(row[3]) + 1, dialect);
                }

            return wrong;
        }
    }

    [Fact]
    public void The_list_is_that_of_the_language() =>
        Assert.Equal(Rows.Select(row => row[0]).Order(StringComparer.Ordinal), AllFunctions.Names.Order(StringComparer.Ordinal));

    [Fact]
    public void Each_name_is_offered_by_its_clients() => Assert.Equal(
        Rows.Select(row => (row[0], ClientsOf(row[1]))), Rows.Select(row => (row[0], AllFunctions.Find(row[0])!.OfferedAs(row[0]))));

    [Theory, MemberData(nameof(WrongCounts))]
    public void A_wrong_number_of_arguments_is_an_error(string name, int count, string dialect)
    {
        var line = new JsonObject { ["id"] = "1", ["expr"] = $"{name}({string.Join(", ", Enumerable.Repeat("'1'", count))})", ["dialect"] = dialect };
        var answer = JsonNode.Parse(Assert.Single(Batches.Answers(line.ToJsonString())))!;

        Assert.Equal(("error", "EXPR-03"), ((string?)answer["type"], (string?)answer["code"]));
    }

    [Theory]
    [InlineData("sums(1)", "sum")]
    [InlineData("If(1, 2, 3)", "if")]
    [InlineData("is_selected('a', 'b')", "is-selected")]
    [InlineData("no-such-thing-at-all(1)", "")]
    public void An_unknown_function_carries_the_nearest_name(string expression, string nearest)
    {
        var error = Assert.Single(Compiler.Faults(Parser.Parse(expression, out _)!));

        Assert.Equal("EXPR-02", error.Code);
        Assert.Contains(new FindingArgument("nearest", nearest), error.Arguments);
    }

    private static Clients ClientsOf(string word) => word switch
    {
        "phone" => Clients.Collect,
        "web" => Clients.WebForms,
        _ => Clients.Both,
    };

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
