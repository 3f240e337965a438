using MigrationClean.Checks.Answers;
using MigrationClean.Ingest.Columns;
using MigrationClean.Submissions;

namespace MigrationClean.Tests.Checks;

/// <summary>Numbers of number cells carry the last digits of binary fractions, which are no answer.</summary>
public sealed class OutsideRangeTests
{
    [Theory]
    [InlineData("0.30000000000000004", CellKinds.Number, true)]
    [InlineData("0.30000000000000004", CellKinds.Text, false)]
    [InlineData("0.3000001", CellKinds.Number, false)]
    [InlineData("1.0000000000000002", CellKinds.Number, true)]
    public void Number_cells_are_compared_to_the_digits_that_a_spreadsheet_keeps(string text, CellKinds kinds, bool isRight)
    {
        var question = CaseSurvey.Submissions(CaseFile.Parse("""
            # a scale

            ## survey
            | type  | name  | label | parameters             |
            | ----- | ----- | ----- | ---------------------- |
            | range | scale | Scale | start=0 end=1 step=0.1 |

            ## data
            | scale |
            | ----- |
            |       |
            """)).Form.Questions.Single();
        var builder = new ColumnBuilder { Kinds = kinds };
        builder.Append([builder.AddText(text)]);
        var values = builder.Build();
        var column = new TableColumn { Role = ColumnRole.Answer, Name = "scale", Header = "scale", Number = 1, Question = question, Raw = values, Value = values };

        Assert.Equal(isRight, !new OutsideRange().Run(new(question, column, 1)).Any());
    }
}
