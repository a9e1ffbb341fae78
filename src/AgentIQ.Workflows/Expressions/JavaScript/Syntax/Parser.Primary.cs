namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <content>The smallest expressions: names, literals, brackets, arrow functions.</content>
internal sealed partial class Parser
{
    private static readonly HashSet<string> Reserved =
    [
        "break", "case", "catch", "class", "const", "continue", "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally",
        "for", "function", "if", "import", "in", "instanceof", "let", "new", "null", "return", "super", "switch", "this", "throw", "true", "try", "typeof",
        "var", "void", "while", "with", "yield", "await",
    ];

    private Node Primary()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.Number:
                Advance();
                return new NumberLiteral(token.Start, token.Number);
            case TokenKind.Text:
                Advance();
                return new StringLiteral(token.Start, token.Text);
            case TokenKind.Template:
                return Template();
            case TokenKind.Name:
                return NameOrKeyword(token);
            case TokenKind.Punctuator:
                switch (token.Text)
                {
                    case "(":
                        return Parenthesised();
                    case "[":
                        return Array();
                    case "{":
                        return Object();
                    case "/" or "/=":
                        var (pattern, flags) = _lexer.RegularExpression(token.Start);
                        RegExpSyntax.Check(_lexer.Source, token.Start, pattern, flags);
                        Advance();
                        return new RegExpLiteral(token.Start, pattern, flags);
                }

                break;
        }

        throw Unexpected();
    }

    private Node NameOrKeyword(Token token)
    {
        switch (token.Text)
        {
            case "function":
                return Function(isDeclaration: false);
            case "class":
                return Class(isDeclaration: false);
            case "new":
                return New();
            case "this":
                Advance();
                return new ThisExpression(token.Start);
            case "super":
                return Super();
            case "null":
                Advance();
                return new NullLiteral(token.Start);
            case "true" or "false":
                Advance();
                return new BooleanLiteral(token.Start, token.Text == "true");
            case "await":
                throw Asynchronous(token.Start);
            case "yield":
                throw Error(token.Start, "generators are not supported; build an array instead");
            case "import":
                throw Error(token.Start, "'import' is not supported: a script has no modules");
        }

        var name = BindingName();
        if (token.Text == "async" && !_token.AfterNewline && _token.Kind == TokenKind.Name && _token.Text is not ("in" or "of" or "instanceof"))
        {
            throw Asynchronous(token.Start);
        }

        if (_token.Is("=>") && !_token.AfterNewline && _arrowStart == token.Start)
        {
            return Arrow(token.Start, [name]);
        }

        return name;
    }

    private Identifier BindingName()
    {
        if (_token.Kind != TokenKind.Name)
        {
            throw Unexpected("expected a name");
        }

        if (Reserved.Contains(_token.Text))
        {
            throw Error(_token.Start, $"'{_token.Text}' is a reserved word and cannot be a name here");
        }

        return new Identifier(_token.Start, Advance().Text);
    }

    private Node Super()
    {
        var start = Advance().Start;
        if (!_token.Is(".") && !_token.Is("[") && !_token.Is("("))
        {
            throw Unexpected("expected super(...) or super.name");
        }

        return new SuperExpression(start);
    }

    private Node Parenthesised()
    {
        var start = _token.Start;
        var mayBeArrow = _arrowStart == start;
        Advance();
        var items = new List<Node>();
        var isOnlyParameters = _token.Is(")");
        while (!_token.Is(")"))
        {
            var itemStart = _token.Start;
            if (Eat("..."))
            {
                items.Add(new RestElement(itemStart, BindingTarget()));
                isOnlyParameters = true;
                break;
            }

            items.Add(Assignment(isCover: true));
            if (!_token.Is(")"))
            {
                Expect(",");
                isOnlyParameters = _token.Is(")");
            }
        }

        Expect(")");
        if (mayBeArrow && _token.Is("=>") && !_token.AfterNewline)
        {
            _coverDefault = -1;
            return Arrow(start, [.. items.Select(i => ToPattern(i, isBinding: true))]);
        }

        RefuseCoverDefault();
        if (isOnlyParameters)
        {
            throw Unexpected("expected '=>' behind the parameters");
        }

        _bareArrow = null;
        var inner = items.Count == 1 ? items[0] : new SequenceExpression(items[0].Start, [.. items]);
        _parenthesised.Add(inner);
        return inner;
    }

    private FunctionNode Arrow(int start, Node[] parameters)
    {
        RefuseDuplicates(parameters);
        Expect("=>");
        Node body;
        if (_token.Is("{"))
        {
            body = FunctionBody();
        }
        else
        {
            var value = Assignment();
            body = value;
        }

        var arrow = new FunctionNode(start, _lastEnd, Name: null, parameters, body, IsArrow: true, IsDeclaration: false, FunctionRole.Plain);
        _bareArrow = arrow;
        return arrow;
    }

    private ArrayLiteral Array()
    {
        var start = Advance().Start;
        var elements = new List<Node?>();
        while (!_token.Is("]"))
        {
            var item = _token.Start;
            if (_token.Is(","))
            {
                Advance();
                elements.Add(null);
                continue;
            }

            elements.Add(Eat("...") ? new SpreadElement(item, Assignment(isCover: true)) : Assignment(isCover: true));
            if (!_token.Is("]"))
            {
                Expect(",");
            }
        }

        Advance();
        return new ArrayLiteral(start, [.. elements]);
    }

    private TemplateLiteral Template()
    {
        var start = _token.Start;
        var (texts, raw, values) = (new List<string>(), new List<string>(), new List<Node>());
        var at = _token.End;
        while (true)
        {
            var part = _lexer.TemplateText(at);
            texts.Add(part.Text);
            raw.Add(part.Raw);
            if (part.IsLast)
            {
                break;
            }

            _token = _lexer.Next();
            values.Add(Expression());
            if (!_token.Is("}"))
            {
                throw Unexpected("expected '}' behind the value in the template");
            }

            at = _token.End;
        }

        _token = _lexer.Next();
        return new TemplateLiteral(start, [.. texts], [.. raw], [.. values]);
    }

    private Node New()
    {
        var start = Advance().Start;
        if (_token.Is("."))
        {
            Advance();
            return EatName("target") ? new NewTargetExpression(start) : throw Unexpected("expected new.target");
        }

        var calleeStart = _token.Start;
        Enter(calleeStart);
        if (_token.IsName("import"))
        {
            throw Unexpected();
        }

        var callee = _token.IsName("new") ? New() : Primary();
        var hasOptional = false;
        while (Subscript(callee, calleeStart, isNew: true, ref hasOptional) is { } next)
        {
            callee = next;
        }

        _depth--;
        return new NewExpression(start, callee, _token.Is("(") ? Arguments() : []);
    }
}
