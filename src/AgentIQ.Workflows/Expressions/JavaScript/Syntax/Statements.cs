namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

internal sealed record Script(int Start, Node[] Body) : Node(Start);

internal sealed record BlockStatement(int Start, Node[] Body) : Node(Start);

internal sealed record EmptyStatement(int Start) : Node(Start);

internal sealed record ExpressionStatement(int Start, Node Expression) : Node(Start);

/// <param name="Start">Offset.</param>
/// <param name="Kind">var, let or const.</param>
/// <param name="Declarators">At least one.</param>
internal sealed record VariableDeclaration(int Start, string Kind, Declarator[] Declarators) : Node(Start);

internal sealed record Declarator(int Start, Node Target, Node? Value) : Node(Start);

internal sealed record IfStatement(int Start, Node Test, Node Then, Node? Else) : Node(Start);

internal sealed record ForStatement(int Start, Node? Init, Node? Test, Node? Update, Node Body) : Node(Start);

/// <param name="Start">Offset.</param>
/// <param name="Left">A declaration of one variable, or something to assign to.</param>
/// <param name="Right">What is gone through.</param>
/// <param name="Body">Runs for each.</param>
/// <param name="IsOf">for-of, else for-in.</param>
internal sealed record ForEachStatement(int Start, Node Left, Node Right, Node Body, bool IsOf) : Node(Start);

internal sealed record WhileStatement(int Start, Node Test, Node Body) : Node(Start);

internal sealed record DoWhileStatement(int Start, Node Body, Node Test) : Node(Start);

internal sealed record ReturnStatement(int Start, Node? Value) : Node(Start);

internal sealed record BreakStatement(int Start, string? Label) : Node(Start);

internal sealed record ContinueStatement(int Start, string? Label) : Node(Start);

internal sealed record ThrowStatement(int Start, Node Value) : Node(Start);

internal sealed record TryStatement(int Start, BlockStatement Block, Node? Parameter, BlockStatement? Handler, BlockStatement? Finalizer) : Node(Start);

internal sealed record SwitchStatement(int Start, Node Value, SwitchClause[] Clauses) : Node(Start);

/// <param name="Start">Offset.</param>
/// <param name="Test">Null: default.</param>
/// <param name="Body">Its statements.</param>
internal sealed record SwitchClause(int Start, Node? Test, Node[] Body) : Node(Start);

internal sealed record LabeledStatement(int Start, string Label, Node Body) : Node(Start);
