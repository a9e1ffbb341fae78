using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;

namespace AgentIQ.Workflows.Expressions.JavaScript.Compilation;

/// <content>What is assigned to, and what declarations fill.</content>
internal sealed partial class ScriptCompiler
{
    private Target TargetOf(Node node) => TargetOf(node, isDeclaration: false);

    private Target DeclarationTargetOf(Node node) => TargetOf(node, isDeclaration: true);

    private Target TargetOf(Node node, bool isDeclaration)
    {
        Enter(node);
        var target = BuildTarget(node, isDeclaration);
        _depth--;
        return target;
    }

    private Target BuildTarget(Node node, bool isDeclaration)
    {
        switch (node)
        {
            case Identifier name:
                return Variable(name, isDeclaration);
            case MemberExpression { Object: SuperExpression }:
                throw Error(node, "a property of 'super' cannot be assigned to; use 'this'");
            case MemberExpression member:
                return new MemberTarget(MemberOf(member), node.Start);
            case DefaultPattern given:
                var inner = TargetOf(given.Target, isDeclaration);
                return new DefaultTarget(inner, Named(given.Default, given.Target));
            case ArrayPattern array:
                var hasRest = array.Elements.Length > 0 && array.Elements[^1] is RestElement;
                var plain = hasRest ? array.Elements[..^1] : array.Elements;
                var elements = plain.Select(e => e is null ? null : TargetOf(e, isDeclaration)).ToArray();
                return new ArrayTarget(elements, hasRest ? TargetOf(((RestElement)array.Elements[^1]!).Target, isDeclaration) : null, node.Start);
            case ObjectPattern map:
                var parts = map.Properties.Select(p => new ObjectTargetPart(Key(p.Key, p.IsComputed), TargetOf(p.Value, isDeclaration))).ToArray();
                return new ObjectTarget(parts, map.Rest is null ? null : TargetOf(map.Rest, isDeclaration), node.Start);
            case RestElement rest:
                return TargetOf(rest.Target, isDeclaration);
            default:
                throw Error(node, "only a variable, a property or a pattern of them can be assigned to");
        }
    }

    private Target Variable(Identifier name, bool isDeclaration)
    {
        if (_scope.Resolve(name.Name) is not { } binding)
        {
            return new GlobalTarget(new Global(name.Name, name.Start));
        }

        if (isDeclaration)
        {
            return new DeclarationTarget(Reference(binding, name.Start));
        }

        return binding.IsConstant
            ? throw Error(name, $"'{name.Name}' is a const and cannot be assigned to; declare it with 'let'")
            : new LocalTarget(Reference(binding, name.Start));
    }
}
