namespace AgentIQ.Workflows.Expressions.JavaScript.Syntax;

/// <content>Expressions, from the comma down to calls and members.</content>
internal sealed partial class Parser
{
    private readonly HashSet<Node> _parenthesised = new(ReferenceEqualityComparer.Instance);

    /// <summary>Where a shorthand property has a default, which only a pattern may: <c>({ a = 1 })</c> must become one. Or -1.</summary>
    private int _coverDefault = -1;

    /// <summary>Where an arrow function may begin.</summary>
    private int _arrowStart = -1;

    /// <summary>An arrow function without brackets around it: nothing may follow it as an operand.</summary>
    private Node? _bareArrow;

    private bool IsParenthesised(Node node) => _parenthesised.Contains(node);

    private Node Expression(bool noIn = false, bool isCover = false)
    {
        var start = _token.Start;
        var first = Assignment(noIn, isCover);
        if (!_token.Is(","))
        {
            return first;
        }

        RefuseCoverDefault();
        var list = new List<Node> { first };
        while (Eat(","))
        {
            list.Add(Assignment(noIn));
        }

        return new SequenceExpression(start, [.. list]);
    }

    /// <param name="noIn">In the head of a for, where 'in' belongs to the loop.</param>
    /// <param name="isCover">What is read may turn out to be a pattern: the caller looks after defaults in it.</param>
    private Node Assignment(bool noIn = false, bool isCover = false)
    {
        var start = _token.Start;
        Enter(start);
        var outer = _coverDefault;
        _coverDefault = -1;
        _arrowStart = start;
        var left = Conditional(noIn);
        if (_token.Kind == TokenKind.Punctuator && IsAssignment(_token.Text) && !ReferenceEquals(left, _bareArrow))
        {
            if (_token.Text == "=" && left is ArrayLiteral or ObjectLiteral && !IsParenthesised(left))
            {
                left = ToPattern(left, isBinding: false);
                _coverDefault = -1;
            }
            else
            {
                RefuseTarget(left);
            }

            var operation = Advance().Text;
            left = new AssignmentExpression(start, operation, left, Assignment(noIn));
        }

        if (!isCover)
        {
            RefuseCoverDefault();
        }

        _coverDefault = outer >= 0 ? outer : _coverDefault;
        _depth--;
        return left;
    }

    private void RefuseCoverDefault()
    {
        if (_coverDefault >= 0)
        {
            throw Error(_coverDefault, "a default value belongs to a pattern; in an object write 'name: value'");
        }
    }

    private void RefuseTarget(Node target)
    {
        if (target is not (Identifier or MemberExpression))
        {
            throw Error(target.Start, "only a variable or a property can be assigned to");
        }
    }

    private static bool IsAssignment(string punctuator) => punctuator is "=" or "+=" or "-=" or "*=" or "/=" or "%=" or "**=" or "<<=" or ">>=" or ">>>=" or "&=" or "|=" or "^=" or "&&=" or "||=" or "??=";

    private Node Conditional(bool noIn)
    {
        var start = _token.Start;
        var test = Binary(Unary(), start, minimum: 0, noIn);
        if (ReferenceEquals(test, _bareArrow) || !Eat("?"))
        {
            return test;
        }

        RefuseCoverDefault();
        var then = Assignment();
        Expect(":");
        return new ConditionalExpression(start, test, then, Assignment(noIn));
    }

    private Node Binary(Node left, int start, int minimum, bool noIn)
    {
        var depth = _depth;
        while (!ReferenceEquals(left, _bareArrow) && Precedence(noIn) is var precedence && precedence > minimum)
        {
            RefuseCoverDefault();
            Enter(start);
            var operation = Advance().Text;
            if (operation == "**" && left is UnaryExpression && !IsParenthesised(left))
            {
                throw Error(left.Start, "write brackets: (-a) ** b or -(a ** b)");
            }

            var rightStart = _token.Start;
            var right = Binary(Unary(), rightStart, operation == "**" ? precedence - 1 : precedence, noIn);
            left = operation is "&&" or "||" or "??" ? Logical(start, operation, left, right) : new BinaryExpression(start, operation, left, right);
        }

        _depth = depth;
        return left;
    }

    private LogicalExpression Logical(int start, string operation, Node left, Node right)
    {
        foreach (var side in new[] { left, right })
        {
            if (side is LogicalExpression inner && !IsParenthesised(side) && (operation == "??") != (inner.Operator == "??"))
            {
                throw Error(start, "'??' beside '&&' or '||' needs brackets around one of them");
            }
        }

        return new LogicalExpression(start, operation, left, right);
    }

    private int Precedence(bool noIn) => (_token.Kind, _token.Text) switch
    {
        (TokenKind.Name, "instanceof") => 7,
        (TokenKind.Name, "in") => noIn ? 0 : 7,
        (TokenKind.Punctuator, "??" or "||") => 1,
        (TokenKind.Punctuator, "&&") => 2,
        (TokenKind.Punctuator, "|") => 3,
        (TokenKind.Punctuator, "^") => 4,
        (TokenKind.Punctuator, "&") => 5,
        (TokenKind.Punctuator, "==" or "!=" or "===" or "!==") => 6,
        (TokenKind.Punctuator, "<" or ">" or "<=" or ">=") => 7,
        (TokenKind.Punctuator, "<<" or ">>" or ">>>") => 8,
        (TokenKind.Punctuator, "+" or "-") => 9,
        (TokenKind.Punctuator, "*" or "/" or "%") => 10,
        (TokenKind.Punctuator, "**") => 11,
        _ => 0,
    };

    private Node Unary()
    {
        var start = _token.Start;
        var isOperator = _token.Kind == TokenKind.Punctuator ? _token.Text is "!" or "~" or "+" or "-" or "++" or "--" : _token.Kind == TokenKind.Name && _token.Text is "typeof" or "void" or "delete";
        if (!isOperator)
        {
            return Postfix(start);
        }

        Enter(start);
        var operation = Advance().Text;
        var argument = Unary();
        RefuseCoverDefault();
        _depth--;
        if (operation is "++" or "--")
        {
            RefuseTarget(argument);
            return new UpdateExpression(start, operation, IsPrefix: true, argument);
        }

        return new UnaryExpression(start, operation, argument);
    }

    private Node Postfix(int start)
    {
        var operand = Subscripts(Primary(), start);
        if (_token.Kind == TokenKind.Punctuator && _token.Text is "++" or "--" && !_token.AfterNewline && !ReferenceEquals(operand, _bareArrow))
        {
            RefuseTarget(operand);
            return new UpdateExpression(start, Advance().Text, IsPrefix: false, operand);
        }

        return operand;
    }

    private Node Subscripts(Node node, int start)
    {
        if (ReferenceEquals(node, _bareArrow))
        {
            return node;
        }

        var depth = _depth;
        var hasOptional = false;
        while (Subscript(node, start, isNew: false, ref hasOptional) is { } next)
        {
            RefuseCoverDefault();
            Enter(start);
            node = next;
        }

        _depth = depth;
        return hasOptional ? new ChainExpression(start, node) : node;
    }

    private Node? Subscript(Node node, int start, bool isNew, ref bool hasOptional)
    {
        if (_token.Kind == TokenKind.Template)
        {
            return hasOptional ? throw Unexpected("a template cannot follow '?.'") : new TaggedTemplate(start, node, Template());
        }

        if (_token.Kind != TokenKind.Punctuator)
        {
            return null;
        }

        switch (_token.Text)
        {
            case ".":
                Advance();
                return new MemberExpression(start, node, PropertyName(), IsComputed: false, IsOptional: false);
            case "[":
                return new MemberExpression(start, node, Bracketed(), IsComputed: true, IsOptional: false);
            case "(" when !isNew:
                if (node is SuperExpression or Identifier { Name: not "async" } or not Identifier)
                {
                    return new CallExpression(start, node, Arguments(), IsOptional: false);
                }

                var call = new CallExpression(start, node, Arguments(), IsOptional: false);
                return _token.Is("=>") ? throw Asynchronous(start) : call;
            case "?." when isNew:
                throw Unexpected("'new' cannot be used with '?.'");
            case "?.":
                Advance();
                hasOptional = true;
                return _token.Text switch
                {
                    "(" when _token.Kind == TokenKind.Punctuator => new CallExpression(start, node, Arguments(), IsOptional: true),
                    "[" when _token.Kind == TokenKind.Punctuator => new MemberExpression(start, node, Bracketed(), IsComputed: true, IsOptional: true),
                    _ when _token.Kind == TokenKind.Template => throw Unexpected("a template cannot follow '?.'"),
                    _ => new MemberExpression(start, node, PropertyName(), IsComputed: false, IsOptional: true),
                };
            default:
                return null;
        }
    }

    private Identifier PropertyName() => _token.Kind == TokenKind.Name ? new Identifier(_token.Start, Advance().Text) : throw Unexpected("expected the name of a property");

    private Node Bracketed()
    {
        Expect("[");
        var key = Expression();
        Expect("]");
        return key;
    }

    private Node[] Arguments()
    {
        Expect("(");
        var list = new List<Node>();
        while (!_token.Is(")"))
        {
            var start = _token.Start;
            list.Add(Eat("...") ? new SpreadElement(start, Assignment()) : Assignment());
            if (!_token.Is(")"))
            {
                Expect(",");
            }
        }

        Advance();
        return [.. list];
    }

    private JavaScriptSyntaxException Asynchronous(int start) => Error(start, "'async' and 'await' are not supported: a script runs to its end at once; use an activity for what takes time");
}
