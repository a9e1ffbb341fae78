using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;
using Jint.Native;

namespace AgentIQ.Workflows.Expressions.JavaScript.Compilation;

/// <content>Functions and classes.</content>
internal sealed partial class ScriptCompiler
{
    private FunctionCode Function(FunctionNode node, string? name = null, bool isClassConstructor = false)
    {
        Enter(node);
        var (labels, isScriptLevel, superRole) = (_labels, _isScriptLevel, _superRole);
        (_labels, _isScriptLevel) = (Labels.None, false);
        _superRole = node.IsArrow ? _superRole : node.Role;
        var scope = Open(isFunction: true, node.IsArrow);
        var code = new FunctionCode
        {
            Name = node.Name ?? name,
            Scope = scope,
            IsArrow = node.IsArrow,
            IsMethod = node.Role == FunctionRole.Method,
            IsClassConstructor = isClassConstructor,
            IsDerived = node.Role == FunctionRole.DerivedConstructor,
            Length = node.Parameters.TakeWhile(p => p is not (DefaultPattern or RestElement)).Count(),
            Source = _source.Text[node.Start..Math.Min(node.End, _source.Text.Length)],
        };
        FillFunction(code, node, scope);
        Close();
        (_labels, _isScriptLevel, _superRole) = (labels, isScriptLevel, superRole);
        _depth--;
        return code;
    }

    private void FillFunction(FunctionCode code, FunctionNode node, Scope scope)
    {
        foreach (var parameter in PatternNames.Of(node.Parameters))
        {
            scope.Declare(parameter.Name, isConstant: false, isVar: true);
        }

        var body = node.Body is BlockStatement block ? block.Body : [];
        var isSelfNamed = node is { IsArrow: false, IsDeclaration: false, Name: not null };
        if (isSelfNamed && scope.Own(node.Name!) is null && !body.SelectMany(DeclaredAtTop).Contains(node.Name!))
        {
            code.Self = Reference(scope.Declare(node.Name!, isConstant: false, isVar: true), node.Start);
        }

        code.HasRest = node.Parameters.Length > 0 && node.Parameters[^1] is RestElement;
        code.Parameters = [.. node.Parameters.Select(DeclarationTargetOf)];
        code.Undefined = DeclareVariables(body, node);
        RefuseDeclaredAgain(PatternNames.Of(node.Parameters), body);
        var functions = DeclareBlock(body, isFunctionLevel: true);
        if (node.Body is BlockStatement)
        {
            code.Body = [.. functions, .. List(body)];
        }
        else
        {
            code.Value = Expression(node.Body);
        }

        code.Arguments = scope.Arguments is { } arguments ? Reference(arguments, node.Start) : null;
    }

    private void RefuseDeclaredAgain(IEnumerable<Identifier> names, Node[] body)
    {
        var lexical = body.Where(b => b is VariableDeclaration { Kind: not "var" } or ClassNode).SelectMany(DeclaredAtTop).ToHashSet(StringComparer.Ordinal);
        foreach (var parameter in names)
        {
            if (lexical.Contains(parameter.Name))
            {
                throw Error(parameter, $"'{parameter.Name}' is declared again inside; choose another name");
            }
        }
    }

    private static IEnumerable<string> DeclaredAtTop(Node node) => Unlabelled(node) switch
    {
        VariableDeclaration declaration => declaration.Declarators.SelectMany(d => PatternNames.Of(d.Target)).Select(n => n.Name),
        FunctionNode { Name: { } name } => [name],
        ClassNode { Name: { } name } => [name],
        var other => VarNames(other).Select(n => n.Name),
    };

    private ClassValue Class(ClassNode node, string? name)
    {
        var scope = Open(isFunction: false);
        var self = node.Name is null ? null : Reference(scope.Declare(node.Name, isConstant: true, isVar: false), node.Start);
        var parent = node.Parent is null ? null : Expression(node.Parent);
        var constructor = Function(node.Constructor ?? DefaultConstructor(node), node.Name ?? name ?? string.Empty, isClassConstructor: true);
        var parts = node.Members
            .Select(m => new ClassPart(Key(m.Key, m.IsComputed), m.Value is null ? null : Function((FunctionNode)m.Value), m.Kind, m.IsStatic))
            .ToArray();
        Close();
        return new ClassValue(scope, self, constructor, parent, parts, node.Start);
    }

    private static FunctionNode DefaultConstructor(ClassNode node)
    {
        var at = node.Start;
        if (node.Parent is null)
        {
            return new FunctionNode(at, node.End, Name: null, [], new BlockStatement(at, []), IsArrow: false, IsDeclaration: false, FunctionRole.Constructor);
        }

        var call = new CallExpression(at, new SuperExpression(at), [new SpreadElement(at, new Identifier(at, "arguments"))], IsOptional: false);
        return new FunctionNode(at, node.End, Name: null, [], new BlockStatement(at, [new ExpressionStatement(at, call)]), IsArrow: false, IsDeclaration: false, FunctionRole.DerivedConstructor);
    }
}
