namespace MigrationClean.Anonymisation.Methods;

/// <summary>Nothing comes out; the column leaves no placeholder.</summary>
internal sealed class Drop : Method
{
    public override string Name => "drop";

    public override int Strictness => 9;

    public override TreatedColumn Apply(AnswerColumn column, MethodContext context) =>
        throw new InvalidOperationException("A dropped column is left out before any method runs.");
}
