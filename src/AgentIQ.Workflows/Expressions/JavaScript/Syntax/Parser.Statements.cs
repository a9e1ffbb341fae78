namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <content>Statements.</content>
internal sealed partial class Parser
{
    private Node Statement(bool isListItem = false)
    {
        var start = _token.Start;
        Enter(start);
        try
        {
            return _token.Kind switch
            {
                TokenKind.Punctuator when _token.Text == "{" => Block(),
                TokenKind.Punctuator when _token.Text == ";" => Empty(),
                TokenKind.Name => Keyword(start, isListItem) ?? ExpressionOrLabel(start),
                _ => ExpressionOrLabel(start),
            };
        }
        finally
        {
            _depth--;
        }
    }

    private Node? Keyword(int start, bool isListItem)
    {
        switch (_token.Text)
        {
            case "var":
                return Declaration();
            case "let" or "const":
                return isListItem ? Declaration() : throw Error(start, $"'{_token.Text}' cannot stand here alone; put it in braces {{ }}");
            case "function":
                return isListItem ? Function(isDeclaration: true) : throw Error(start, "a function cannot be declared here; put it in braces { }");
            case "class":
                return isListItem ? Class(isDeclaration: true) : throw Error(start, "a class cannot be declared here; put it in braces { }");
            case "if":
                return If();
            case "for":
                return For();
            case "while":
                Advance();
                return new WhileStatement(start, Condition(), Statement());
            case "do":
                return DoWhile();
            case "return" or "throw":
                return ReturnOrThrow();
            case "break" or "continue":
                return Jump();
            case "try":
                return Try();
            case "switch":
                return Switch();
            case "debugger":
                Advance();
                Semicolon();
                return new EmptyStatement(start);
            case "with":
                throw Error(start, "'with' is not supported; name the object before each property");
            case "import" or "export":
                throw Error(start, $"'{_token.Text}' is not supported: a script has no modules; use the functions and variables that it is given");
            default:
                return null;
        }
    }

    private EmptyStatement Empty() => new(Advance().Start);

    private BlockStatement Block()
    {
        var start = _token.Start;
        Expect("{");
        var body = new List<Node>();
        while (!_token.Is("}"))
        {
            if (_token.Kind == TokenKind.End)
            {
                throw Unexpected($"the '{{' of line {_lexer.Source.Locate(start).Line} is not closed");
            }

            body.Add(Statement(isListItem: true));
        }

        Advance();
        return new BlockStatement(start, [.. body]);
    }

    private Node ExpressionOrLabel(int start)
    {
        var expression = Expression();
        if (expression is Identifier label && !IsParenthesised(expression) && Eat(":"))
        {
            return new LabeledStatement(start, label.Name, Statement());
        }

        Semicolon();
        return new ExpressionStatement(start, expression);
    }

    private VariableDeclaration Declaration()
    {
        var start = _token.Start;
        var kind = Advance().Text;
        var list = Declarators(kind, noIn: false);
        Semicolon();
        return new VariableDeclaration(start, kind, list);
    }

    private Declarator[] Declarators(string kind, bool noIn)
    {
        var list = new List<Declarator>();
        do
        {
            var start = _token.Start;
            var target = BindingTarget();
            var value = Eat("=") ? Assignment(noIn) : null;
            var isLoopHead = noIn && list.Count == 0 && (_token.IsName("of") || _token.IsName("in"));
            if (value is null && !isLoopHead && (kind == "const" || target is not Identifier))
            {
                throw Unexpected(kind == "const" ? "a 'const' needs a value: const name = value" : "a destructured declaration needs a value: let { a } = value");
            }

            list.Add(new Declarator(start, target, value));
        }
        while (Eat(","));
        return [.. list];
    }

    private IfStatement If()
    {
        var start = Advance().Start;
        var test = Condition();
        var then = Statement();
        return new IfStatement(start, test, then, EatName("else") ? Statement() : null);
    }

    private Node Condition()
    {
        Expect("(");
        var test = Expression();
        Expect(")");
        return test;
    }

    private Node For()
    {
        var start = Advance().Start;
        if (_token.IsName("await"))
        {
            throw Error(_token.Start, "'for await' is not supported");
        }

        Expect("(");
        Node? init = null;
        var initStart = _token.Start;
        if (_token.Kind == TokenKind.Name && _token.Text is "var" or "let" or "const")
        {
            var kind = Advance().Text;
            init = new VariableDeclaration(initStart, kind, Declarators(kind, noIn: true));
        }
        else if (!_token.Is(";"))
        {
            init = Expression(noIn: true, isCover: true);
        }

        if (init is not null && (_token.IsName("of") || _token.IsName("in")))
        {
            return ForEach(start, init);
        }

        RefuseCoverDefault();
        if (init is VariableDeclaration declaration && System.Array.Exists(declaration.Declarators, d => d.Value is null && (declaration.Kind == "const" || d.Target is not Identifier)))
        {
            throw Unexpected("the declaration needs a value");
        }

        Expect(";");
        var test = _token.Is(";") ? null : Expression();
        Expect(";");
        var update = _token.Is(")") ? null : Expression();
        Expect(")");
        return new ForStatement(start, init, test, update, Statement());
    }

    private ForEachStatement ForEach(int start, Node init)
    {
        if (init is VariableDeclaration declaration)
        {
            if (declaration.Declarators is not [{ Value: null }])
            {
                throw Error(init.Start, "the head of this loop declares exactly one variable, without a value");
            }
        }
        else
        {
            init = ToPattern(init, isBinding: false);
            _coverDefault = -1;
        }

        var isOf = Advance().Text == "of";
        var right = isOf ? Assignment() : Expression();
        Expect(")");
        return new ForEachStatement(start, init, right, Statement(), isOf);
    }

    private DoWhileStatement DoWhile()
    {
        var start = Advance().Start;
        var body = Statement();
        if (!EatName("while"))
        {
            throw Unexpected("expected 'while' behind the body of 'do'");
        }

        var test = Condition();
        Eat(";");
        return new DoWhileStatement(start, body, test);
    }

    private Node ReturnOrThrow()
    {
        var token = Advance();
        var hasValue = !_token.AfterNewline && !_token.Is(";") && !_token.Is("}") && _token.Kind != TokenKind.End;
        if (token.Text == "throw" && !hasValue)
        {
            throw Error(token.Start, "expected what to throw on the same line");
        }

        var value = hasValue ? Expression() : null;
        Semicolon();
        return token.Text == "return" ? new ReturnStatement(token.Start, value) : new ThrowStatement(token.Start, value!);
    }

    private Node Jump()
    {
        var token = Advance();
        var label = _token.Kind == TokenKind.Name && !_token.AfterNewline ? Advance().Text : null;
        Semicolon();
        return token.Text == "break" ? new BreakStatement(token.Start, label) : new ContinueStatement(token.Start, label);
    }

    private TryStatement Try()
    {
        var start = Advance().Start;
        var block = Block();
        Node? parameter = null;
        BlockStatement? handler = null;
        if (EatName("catch"))
        {
            if (Eat("("))
            {
                parameter = BindingTarget();
                Expect(")");
            }

            handler = Block();
        }

        var finalizer = EatName("finally") ? Block() : null;
        if (handler is null && finalizer is null)
        {
            throw Unexpected("expected 'catch' or 'finally' behind 'try'");
        }

        return new TryStatement(start, block, parameter, handler, finalizer);
    }

    private SwitchStatement Switch()
    {
        var start = Advance().Start;
        var value = Condition();
        Expect("{");
        var clauses = new List<SwitchClause>();
        while (!Eat("}"))
        {
            var clause = _token.Start;
            Node? test = null;
            if (EatName("case"))
            {
                test = Expression();
            }
            else if (!EatName("default") || clauses.Exists(c => c.Test is null))
            {
                throw Unexpected("expected 'case', or one 'default'");
            }

            Expect(":");
            var body = new List<Node>();
            while (!_token.IsName("case") && !_token.IsName("default") && !_token.Is("}"))
            {
                body.Add(Statement(isListItem: true));
            }

            clauses.Add(new SwitchClause(clause, test, [.. body]));
        }

        return new SwitchStatement(start, value, [.. clauses]);
    }
}
