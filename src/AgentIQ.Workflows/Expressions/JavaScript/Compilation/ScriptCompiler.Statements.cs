using AgentIQ.Workflows.Expressions.JavaScript.Code;
using AgentIQ.Workflows.Expressions.JavaScript.Syntax;

namespace AgentIQ.Workflows.Expressions.JavaScript.Compilation;

/// <content>Statements.</content>
internal sealed partial class ScriptCompiler
{
    private List<Stmt> List(Node[] nodes)
    {
        var list = new List<Stmt>(nodes.Length);
        foreach (var node in nodes)
        {
            if (Unlabelled(node) is not (FunctionNode or EmptyStatement))
            {
                list.Add(Statement(node));
            }
        }

        return list;
    }

    private Stmt Statement(Node node)
    {
        Enter(node);
        var labels = _labels;
        var statement = node switch
        {
            LabeledStatement labelled => Labelled(labelled),
            _ => Plain(node),
        };
        _labels = labels;
        _depth--;
        var hasValue = node is ExpressionStatement or BlockStatement or VariableDeclaration or ClassNode or EmptyStatement or BreakStatement or ContinueStatement or ReturnStatement or LabeledStatement or ThrowStatement;
        return _isScriptLevel && !hasValue ? new Valueless(statement) : statement;
    }

    private Stmt Plain(Node node)
    {
        if (node is not (ForStatement or ForEachStatement or WhileStatement or DoWhileStatement))
        {
            _labels = _labels with { Pending = [] };
        }

        switch (node)
        {
            case ExpressionStatement statement:
                return new Evaluate(Expression(statement.Expression), _isScriptLevel);
            case VariableDeclaration declaration:
                return Declaration(declaration);
            case ClassNode type:
                return new Declare(new DeclarationTarget(Reference(_scope.Own(type.Name!)!, type.Start)), Class(type, name: null));
            case BlockStatement block:
                return Block(block);
            case EmptyStatement:
                return new Several([]);
            case IfStatement branch:
                return new If(Expression(branch.Test), Statement(branch.Then), branch.Else is null ? null : Statement(branch.Else));
            case ReturnStatement statement:
                return new Return(statement.Value is null ? null : Expression(statement.Value));
            case ThrowStatement statement:
                return new Throw(Expression(statement.Value), statement.Start);
            case BreakStatement or ContinueStatement:
                return Jump(node);
            case TryStatement guarded:
                return Try(guarded);
            case SwitchStatement choice:
                return Switch(choice);
            default:
                return Loop(node);
        }
    }

    private Stmt Labelled(LabeledStatement labelled)
    {
        if (Array.IndexOf(_labels.Statements, labelled.Label) >= 0)
        {
            throw Error(labelled, $"the label '{labelled.Label}' is used twice, one inside the other");
        }

        _labels = _labels with { Statements = [.. _labels.Statements, labelled.Label], Pending = [.. _labels.Pending, labelled.Label] };
        return new Labelled(labelled.Label, labelled.Body is LabeledStatement inner ? Labelled(inner) : LabelledBody(labelled.Body));
    }

    private Stmt LabelledBody(Node body)
    {
        if (body is FunctionNode)
        {
            throw Error(body, "a function has no label");
        }

        var statement = Plain(body);
        return _isScriptLevel && body is not (ExpressionStatement or BlockStatement) ? new Valueless(statement) : statement;
    }

    private Stmt Jump(Node node)
    {
        if (node is BreakStatement stop)
        {
            if (stop.Label is null ? !_labels.InLoop && !_labels.InSwitch : Array.IndexOf(_labels.Statements, stop.Label) < 0)
            {
                throw Error(node, stop.Label is null ? "'break' stands in a loop or in a switch only" : $"no statement around has the label '{stop.Label}'");
            }

            return new Code.Jump(Signal.Break, stop.Label);
        }

        var next = (ContinueStatement)node;
        if (next.Label is null ? !_labels.InLoop : Array.IndexOf(_labels.Loops, next.Label) < 0)
        {
            throw Error(node, next.Label is null ? "'continue' stands in a loop only" : $"no loop around has the label '{next.Label}'");
        }

        return new Code.Jump(Signal.Continue, next.Label);
    }

    private Stmt Block(BlockStatement block)
    {
        Open(isFunction: false);
        var statement = BlockBody(block);
        Close();
        return statement;
    }

    /// <summary>A block in the scope that is open already.</summary>
    private Stmt BlockBody(BlockStatement block)
    {
        var functions = DeclareBlock(block.Body, isFunctionLevel: false);
        var own = OwnLocals(block);
        Stmt[] body = [.. functions, .. List(block.Body)];
        return own.Length == 0 ? new Several(body) : new Block(_scope, own, body);
    }

    private Several Declaration(VariableDeclaration declaration)
    {
        var list = new List<Stmt>();
        foreach (var declarator in declaration.Declarators)
        {
            if (declarator.Value is null && declaration.Kind == "var")
            {
                continue;
            }

            var value = declarator.Value is null ? null : Named(declarator.Value, declarator.Target);
            list.Add(new Declare(DeclarationTargetOf(declarator.Target), value));
        }

        return new Several([.. list]);
    }

    private Try Try(TryStatement guarded)
    {
        var block = Block(guarded.Block);
        Scope? scope = null;
        Target? parameter = null;
        Stmt? handler = null;
        if (guarded.Handler is not null)
        {
            scope = Open(isFunction: false);
            foreach (var name in PatternNames.Of(guarded.Parameter))
            {
                DeclareOnce(name, isConstant: false);
            }

            parameter = guarded.Parameter is null ? null : DeclarationTargetOf(guarded.Parameter);
            RefuseDeclaredAgain(PatternNames.Of(guarded.Parameter), guarded.Handler.Body);
            handler = Block(guarded.Handler);
            Close();
        }

        return new Try(block, scope, parameter, handler, guarded.Finalizer is null ? null : Block(guarded.Finalizer));
    }

    private Stmt Switch(SwitchStatement choice)
    {
        var value = Expression(choice.Value);
        Open(isFunction: false);
        _labels = _labels with { InSwitch = true };
        var functions = DeclareBlock([.. choice.Clauses.SelectMany(c => c.Body)], isFunctionLevel: false);
        var own = OwnLocals(choice);
        var clauses = choice.Clauses.Select(c => new Clause(c.Test is null ? null : Expression(c.Test), [.. List(c.Body)])).ToArray();
        var scope = _scope;
        Close();
        Stmt statement = new Switch(value, clauses);
        return own.Length == 0 ? statement : new Block(scope, own, [.. functions, statement]);
    }

    private Stmt Loop(Node node)
    {
        var labels = _labels.Pending;
        _labels = _labels.Loop();
        switch (node)
        {
            case WhileStatement loop:
                return new While(Expression(loop.Test), labels, Statement(loop.Body));
            case DoWhileStatement loop:
                return new DoWhile(Expression(loop.Test), labels, Statement(loop.Body));
            case ForStatement loop:
                return For(loop, labels);
            case ForEachStatement loop:
                return ForEach(loop, labels);
            default:
                throw Error(node, $"{node.GetType().Name} is not a statement");
        }
    }

    private For For(ForStatement loop, string[] labels)
    {
        var scope = Open(isFunction: false);
        var isOwn = DeclareHead(loop.Init);
        var init = loop.Init switch
        {
            null => null,
            VariableDeclaration declaration => Declaration(declaration),
            _ => (Stmt)new Evaluate(Expression(loop.Init), keepsValue: false),
        };
        var test = loop.Test is null ? null : Expression(loop.Test);
        var update = loop.Update is null ? null : Expression(loop.Update);
        var body = Statement(loop.Body);
        Close();
        return new For(scope, isOwn, init, test, update, labels, body);
    }

    private ForEach ForEach(ForEachStatement loop, string[] labels)
    {
        var scope = Open(isFunction: false);
        DeclareHead(loop.Left);
        var own = OwnLocals(loop);
        var items = Expression(loop.Right);
        var target = loop.Left is VariableDeclaration declaration ? DeclarationTargetOf(declaration.Declarators[0].Target) : TargetOf(loop.Left);
        var body = Statement(loop.Body);
        Close();
        return new ForEach(scope, own, target, items, loop.IsOf, labels, body, loop.Right.Start);
    }

    private bool DeclareHead(Node? head)
    {
        if (head is not VariableDeclaration { Kind: not "var" } declaration)
        {
            return false;
        }

        foreach (var name in declaration.Declarators.SelectMany(d => PatternNames.Of(d.Target)))
        {
            DeclareOnce(name, declaration.Kind == "const");
        }

        return true;
    }
}
