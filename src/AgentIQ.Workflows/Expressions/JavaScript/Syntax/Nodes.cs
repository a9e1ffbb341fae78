namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <summary>A node of the parsed script. The kinds are those of ESTree, which most tools share.</summary>
/// <param name="Start">Offset of its first character in the source.</param>
internal abstract record Node(int Start);

internal sealed record Identifier(int Start, string Name) : Node(Start);

internal sealed record NumberLiteral(int Start, double Value) : Node(Start);

internal sealed record StringLiteral(int Start, string Value) : Node(Start);

internal sealed record BooleanLiteral(int Start, bool Value) : Node(Start);

internal sealed record NullLiteral(int Start) : Node(Start);

internal sealed record RegExpLiteral(int Start, string Pattern, string Flags) : Node(Start);

internal sealed record TemplateLiteral(int Start, string[] Texts, string[] Raw, Node[] Values) : Node(Start);

internal sealed record TaggedTemplate(int Start, Node Tag, TemplateLiteral Template) : Node(Start);

/// <param name="Start">Offset.</param>
/// <param name="Elements">Null for a hole.</param>
internal sealed record ArrayLiteral(int Start, Node?[] Elements) : Node(Start);

internal sealed record ObjectLiteral(int Start, Node[] Properties) : Node(Start);

internal enum PropertyKind
{
    Value,
    Get,
    Set,
    Method,
}

/// <param name="Start">Offset.</param>
/// <param name="Key">An identifier, a string or a number; any expression when computed.</param>
/// <param name="IsComputed">Written in brackets.</param>
/// <param name="Value">The value, or the function of a getter, setter or method.</param>
/// <param name="Kind">Which.</param>
/// <param name="IsShorthand">Written as a name alone.</param>
internal sealed record Property(int Start, Node Key, bool IsComputed, Node Value, PropertyKind Kind, bool IsShorthand) : Node(Start);

internal sealed record SpreadElement(int Start, Node Argument) : Node(Start);

internal sealed record FunctionNode(int Start, int End, string? Name, Node[] Parameters, Node Body, bool IsArrow, bool IsDeclaration, FunctionRole Role) : Node(Start);

internal enum FunctionRole
{
    Plain,
    Method,
    Constructor,
    DerivedConstructor,
}

internal sealed record ClassNode(int Start, int End, string? Name, Node? Parent, FunctionNode? Constructor, ClassMember[] Members, bool IsDeclaration) : Node(Start);

/// <param name="Start">Offset.</param>
/// <param name="Key">As of a property.</param>
/// <param name="IsComputed">Written in brackets.</param>
/// <param name="Value">The function; of a field its initialiser as a method without parameters, or null.</param>
/// <param name="Kind">Value for a field.</param>
/// <param name="IsStatic">On the class itself.</param>
internal sealed record ClassMember(int Start, Node Key, bool IsComputed, Node? Value, PropertyKind Kind, bool IsStatic) : Node(Start);

internal sealed record UnaryExpression(int Start, string Operator, Node Argument) : Node(Start);

internal sealed record UpdateExpression(int Start, string Operator, bool IsPrefix, Node Argument) : Node(Start);

internal sealed record BinaryExpression(int Start, string Operator, Node Left, Node Right) : Node(Start);

internal sealed record LogicalExpression(int Start, string Operator, Node Left, Node Right) : Node(Start);

internal sealed record AssignmentExpression(int Start, string Operator, Node Target, Node Value) : Node(Start);

internal sealed record ConditionalExpression(int Start, Node Test, Node Then, Node Else) : Node(Start);

internal sealed record CallExpression(int Start, Node Callee, Node[] Arguments, bool IsOptional) : Node(Start);

internal sealed record NewExpression(int Start, Node Callee, Node[] Arguments) : Node(Start);

internal sealed record MemberExpression(int Start, Node Object, Node Property, bool IsComputed, bool IsOptional) : Node(Start);

/// <summary>The whole of a chain with <c>?.</c> in it: where it is cut short, all of it is undefined.</summary>
internal sealed record ChainExpression(int Start, Node Expression) : Node(Start);

internal sealed record SequenceExpression(int Start, Node[] Expressions) : Node(Start);

internal sealed record ThisExpression(int Start) : Node(Start);

internal sealed record SuperExpression(int Start) : Node(Start);

internal sealed record NewTargetExpression(int Start) : Node(Start);

internal sealed record ObjectPattern(int Start, Property[] Properties, Node? Rest) : Node(Start);

internal sealed record ArrayPattern(int Start, Node?[] Elements) : Node(Start);

internal sealed record DefaultPattern(int Start, Node Target, Node Default) : Node(Start);

internal sealed record RestElement(int Start, Node Target) : Node(Start);
