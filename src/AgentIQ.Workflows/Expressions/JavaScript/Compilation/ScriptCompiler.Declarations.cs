using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;

namespace AgentIQ.Workflows.Expressions.JavaScript.Compilation;

/// <content>Which names a scope declares, before anything in it is compiled.</content>
internal sealed partial class ScriptCompiler
{
    /// <summary>Declares the function's var names, wherever in it they stand.</summary>
    private Local[] DeclareVariables(Node[] body, Node owner)
    {
        Enter(owner);
        var locals = new List<Local>();
        foreach (var name in body.SelectMany(VarNames))
        {
            if (_scope.Own(name.Name) is null)
            {
                locals.Add(Reference(_scope.Declare(name.Name, isConstant: false, isVar: true), name.Start));
            }
        }

        _depth--;
        return [.. locals];
    }

    /// <summary>Declares what let, const, class and function declare in a block.</summary>
    /// <returns>What makes the functions: they are there from the first statement on.</returns>
    private List<Stmt> DeclareBlock(Node[] body, bool isFunctionLevel)
    {
        foreach (var node in body)
        {
            switch (Unlabelled(node))
            {
                case VariableDeclaration { Kind: not "var" } declaration:
                    foreach (var name in declaration.Declarators.SelectMany(d => PatternNames.Of(d.Target)))
                    {
                        DeclareOnce(name, declaration.Kind == "const");
                    }

                    break;
                case ClassNode type:
                    DeclareOnce(new Identifier(type.Start, type.Name!), isConstant: false);
                    break;
                case FunctionNode function when isFunctionLevel:
                    if (_scope.Own(function.Name!) is not { IsVar: true })
                    {
                        RefuseTwice(new Identifier(function.Start, function.Name!));
                        _scope.Declare(function.Name!, isConstant: false, isVar: true);
                    }

                    break;
                case FunctionNode function:
                    DeclareOnce(new Identifier(function.Start, function.Name!), isConstant: false);
                    break;
            }
        }

        if (!isFunctionLevel)
        {
            foreach (var name in body.SelectMany(VarNames))
            {
                RefuseTwice(name);
            }
        }

        var functions = new List<Stmt>();
        foreach (var node in body)
        {
            if (Unlabelled(node) is FunctionNode function)
            {
                var local = Reference(_scope.Own(function.Name!)!, function.Start);
                functions.Add(new Declare(new DeclarationTarget(local), new FunctionValue(Function(function))));
            }
        }

        return functions;
    }

    private void DeclareOnce(Identifier name, bool isConstant)
    {
        RefuseTwice(name);
        _scope.Declare(name.Name, isConstant, isVar: false);
    }

    private void RefuseTwice(Identifier name)
    {
        if (_scope.Own(name.Name) is not null)
        {
            throw Error(name, $"'{name.Name}' is declared twice here; choose another name or assign without 'let'");
        }
    }

    private Local[] OwnLocals(Node at) => [.. _scope.Bindings.Where(b => !b.IsVar).Select(b => Reference(b, at.Start))];

    private static Node Unlabelled(Node node) => node is LabeledStatement labelled ? Unlabelled(labelled.Body) : node;

    private static IEnumerable<Identifier> VarNames(Node? node) => node switch
    {
        VariableDeclaration { Kind: "var" } declaration => declaration.Declarators.SelectMany(d => PatternNames.Of(d.Target)),
        BlockStatement block => block.Body.SelectMany(VarNames),
        IfStatement branch => VarNames(branch.Then).Concat(VarNames(branch.Else)),
        ForStatement loop => VarNames(loop.Init).Concat(VarNames(loop.Body)),
        ForEachStatement loop => VarNames(loop.Left).Concat(VarNames(loop.Body)),
        WhileStatement loop => VarNames(loop.Body),
        DoWhileStatement loop => VarNames(loop.Body),
        LabeledStatement labelled => VarNames(labelled.Body),
        SwitchStatement choice => choice.Clauses.SelectMany(c => c.Body.SelectMany(VarNames)),
        TryStatement guarded => VarNames(guarded.Block).Concat(VarNames(guarded.Handler)).Concat(VarNames(guarded.Finalizer)),
        _ => [],
    };
}
