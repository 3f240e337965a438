namespace MigrationClean.Expressions.Syntax;

/// <summary>The axes as they are written before <c>::</c>.</summary>
internal static class AxisNames
{
    /// <summary>The axis of a name.</summary>
    /// <exception cref="SyntaxException">There is none of that name.</exception>
    public static Axis Of(Token name) => name.Text switch
    {
        "child" => Axis.Child,
        "parent" => Axis.Parent,
        "self" => Axis.Self,
        "attribute" => Axis.Attribute,
        "descendant" => Axis.Descendant,
        "descendant-or-self" => Axis.DescendantOrSelf,
        "ancestor" => Axis.Ancestor,
        "ancestor-or-self" => Axis.AncestorOrSelf,
        "following-sibling" => Axis.FollowingSibling,
        "preceding-sibling" => Axis.PrecedingSibling,
        "following" => Axis.Following,
        "preceding" => Axis.Preceding,
        _ => throw new SyntaxException("axis", name.Position, name.Text),
    };
}
