namespace MigrationClean.Tests.Cleaning.Reading;

/// <summary>What a line does has to be clear from the line alone.</summary>
public sealed class NewValueTests
{
    [Theory]
    [InlineData("5,,change_response,,", "new_value | LOGF-06 Error | change_response has no new value")]
    [InlineData("5,6,blank_response,,", "new_value | LOGF-06 Error | blank_response has a new value, and takes none")]
    [InlineData("5,6,keep,,", "new_value | LOGF-06 Error | no_action has a new value, and takes none")]
    [InlineData("5,200,change,yes,", "explanation | LOGF-06 Error | an exception has no explanation")]
    [InlineData("5,200,change,perhaps,", "exception | LOGF-05 Error | `exception` takes `yes` or nothing")]
    [InlineData("5,5,no_action,,", "")]
    [InlineData("5,5.0,no_action,,", "")]
    [InlineData("5,200,change,да,she is", "")]
    [InlineData("5,,set to NA,,", "")]
    public void A_line_that_contradicts_itself_is_refused(string line, string finding) =>
        Assert.Equal(finding.Length == 0 ? "" : $"2 {finding}", MadeLog.Csv($"uuid,question,old_value,new_value,change_type,exception,explanation\nu1,age,{line}\n").Findings());
}
