using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Runtime;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Compilation;

/// <content>Expressions.</content>
internal sealed partial class ScriptCompiler
{
    private Expr Expression(Node node)
    {
        Enter(node);
        var expression = Build(node);
        _depth--;
        return expression;
    }

    private Expr Build(Node node) => node switch
    {
        Identifier { Name: "undefined" } name when _scope.Resolve("undefined") is null => new Constant(JsValue.Undefined),
        Identifier name => Name(name),
        NumberLiteral number => new Constant(Operations.Number(number.Value)),
        StringLiteral text => new Constant(new JsValue(text.Value)),
        BooleanLiteral flag => new Constant(flag.Value ? JsValue.True : JsValue.False),
        NullLiteral => new Constant(JsValue.Null),
        RegExpLiteral regex => new RegExpValue(regex.Pattern, regex.Flags),
        TemplateLiteral template => template.Values.Length == 0
            ? new Constant(new JsValue(template.Texts[0]))
            : new Template(template.Texts, Expressions(template.Values), template.Start),
        TaggedTemplate tagged => new Tagged(Expression(tagged.Tag), tagged.Template.Texts, tagged.Template.Raw, Expressions(tagged.Template.Values), tagged.Start),
        ArrayLiteral array => new ArrayValue([.. array.Elements.Select(e => e is null ? null : Element(e))], node.Start),
        ObjectLiteral literal => new ObjectValue([.. literal.Properties.Select(Part)], node.Start),
        FunctionNode function => new FunctionValue(Function(function)),
        ClassNode type => Class(type, name: null),
        UnaryExpression { Operator: "delete" } unary => DeleteOf(unary),
        UnaryExpression unary => new Unary(unary.Operator, Expression(unary.Argument), node.Start),
        UpdateExpression update => Increment(update),
        BinaryExpression binary => new Binary(binary.Operator, Expression(binary.Left), Expression(binary.Right), node.Start),
        LogicalExpression logical => new Logical(logical.Operator, Expression(logical.Left), Expression(logical.Right)),
        AssignmentExpression assignment => Assignment(assignment),
        ConditionalExpression choice => new Conditional(Expression(choice.Test), Expression(choice.Then), Expression(choice.Else)),
        CallExpression { Callee: SuperExpression } call => _superRole == FunctionRole.DerivedConstructor
            ? new SuperCall(new ArgumentList(Elements(call.Arguments)), node.Start)
            : throw Error(node, "super(...) stands in the constructor of a class that extends another only"),
        CallExpression call => new Call(Expression(call.Callee), new ArgumentList(Elements(call.Arguments)), call.IsOptional, call.Start),
        NewExpression { Callee: Identifier { Name: "Function" } } when _scope.Resolve("Function") is null => throw Error(node, "'new Function' is not supported: a script cannot make code from text"),
        NewExpression made => new New(Expression(made.Callee), new ArgumentList(Elements(made.Arguments)), node.Start),
        MemberExpression { Object: SuperExpression } member => _superRole is not (null or FunctionRole.Plain)
            ? new SuperMember(Key(member.Property, member.IsComputed), node.Start)
            : throw Error(node, "'super' stands in a method only"),
        MemberExpression member => MemberOf(member),
        ChainExpression chain => new Chain(Expression(chain.Expression)),
        SequenceExpression sequence => new Sequence(Expressions(sequence.Expressions)),
        ThisExpression => new This(node.Start),
        NewTargetExpression => _superRole is null ? throw Error(node, "'new.target' stands in a function only") : new NewTarget(),
        SuperExpression => throw Error(node, "expected super(...) or super.name"),
        _ => throw Error(node, "this is not supported here"),
    };

    private Expr[] Expressions(Node[] nodes) => [.. nodes.Select(Expression)];

    private Expr[] Elements(Node[] nodes) => [.. nodes.Select(Element)];

    private Expr Element(Node node) => node is SpreadElement spread ? new Spread(Expression(spread.Argument)) : Expression(node);

    private Member MemberOf(MemberExpression member) =>
        new(Expression(member.Object), Key(member.Property, member.IsComputed), member.IsOptional, member.IsComputed ? member.Start : member.Property.Start);

    /// <summary>A function or class without a name takes that of what it is assigned to.</summary>
    private Expr Named(Node value, Node target) => (value, target) switch
    {
        (FunctionNode { Name: null } function, Identifier name) => new FunctionValue(Function(function, name.Name)),
        (ClassNode { Name: null } type, Identifier name) => Class(type, name.Name),
        _ => Expression(value),
    };

    private Delete DeleteOf(UnaryExpression unary) => unary.Argument switch
    {
        Identifier => throw Error(unary, "a variable cannot be deleted; assign undefined"),
        ChainExpression => throw Error(unary, "'delete' of a chain with '?.' is not supported; check with 'if' before"),
        MemberExpression { Object: SuperExpression } => throw Error(unary, "a property of 'super' cannot be deleted"),
        _ => new Delete(Expression(unary.Argument), unary.Start),
    };

    private Expr Increment(UpdateExpression update)
    {
        var by = update.Operator == "++" ? 1 : -1;
        if (update.Argument is MemberExpression { Object: not SuperExpression } member)
        {
            return new IncrementMember(MemberOf(member), by, update.IsPrefix, update.Start);
        }

        return new Increment(Expression(update.Argument), TargetOf(update.Argument), by, update.IsPrefix, update.Start);
    }

    private Expr Assignment(AssignmentExpression assignment)
    {
        var operation = assignment.Operator[..^1];
        if (assignment.Target is MemberExpression { Object: not SuperExpression } target)
        {
            var member = MemberOf(target);
            var value = Expression(assignment.Value);
            return operation switch
            {
                "" => new AssignMember(member, value, assignment.Start),
                "&&" or "||" or "??" => new LogicalUpdateMember(member, operation, value, assignment.Start),
                _ => new UpdateMember(member, operation, value, assignment.Start),
            };
        }

        if (operation.Length == 0)
        {
            return new Assign(TargetOf(assignment.Target), Named(assignment.Value, assignment.Target));
        }

        var variable = Expression(assignment.Target);
        var where = TargetOf(assignment.Target);
        var by = Named(assignment.Value, assignment.Target);
        return operation is "&&" or "||" or "??"
            ? new LogicalUpdate(variable, where, operation, by)
            : new Update(variable, where, operation, by, assignment.Start);
    }

    private ObjectPart Part(Node node)
    {
        if (node is SpreadElement spread)
        {
            return new ObjectPart(Expression(spread.Argument), Value: null, PropertyKind.Value, NamesFunction: false);
        }

        var property = (Property)node;
        if (property.Value is DefaultPattern)
        {
            throw Error(property, "a default value belongs to a pattern; in an object write 'name: value'");
        }

        var isUnnamed = property.Value is FunctionNode { Name: null };
        return new ObjectPart(Key(property.Key, property.IsComputed), Expression(property.Value), property.Kind, isUnnamed);
    }

    /// <summary>The key of a property: its name, or an expression in brackets.</summary>
    private Expr Key(Node key, bool isComputed) => key switch
    {
        Identifier name when !isComputed => new Constant(new JsValue(name.Name)),
        _ => Expression(key),
    };
}
