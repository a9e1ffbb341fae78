namespace AgentIQ.Rules.Tests.Conditions;

/// <summary>Kleene's tables; a row applies only when its condition is true.</summary>
public sealed class ThreeValuedLogicTests
{
    private const string True = """{"field": "ready", "op": "eq", "value": true}""";
    private const string False = """{"field": "ready", "op": "eq", "value": false}""";
    private const string Unknown = """{"field": "count", "op": "eq", "value": 1}""";

    public static TheoryData<string, string, string, string> Tables => new()
    {
        { "all", True, True, True },
        { "all", True, False, False },
        { "all", True, Unknown, Unknown },
        { "all", False, Unknown, False },
        { "all", Unknown, Unknown, Unknown },
        { "any", True, False, True },
        { "any", True, Unknown, True },
        { "any", False, False, False },
        { "any", False, Unknown, Unknown },
        { "any", Unknown, Unknown, Unknown },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void All_is_the_least_and_any_the_greatest(string operation, string left, string right, string expected)
    {
        Is($$"""{"{{operation}}": [{{left}}, {{right}}]}""", expected);
        Is($$"""{"{{operation}}": [{{right}}, {{left}}]}""", expected);
    }

    [Theory]
    [InlineData(True, False)]
    [InlineData(False, True)]
    [InlineData(Unknown, Unknown)]
    public void Not_is_the_mirror(string part, string expected) => Is($$"""{"not": {{part}}}""", expected);

    private static void Is(string condition, string expected)
    {
        // True and false are seen directly; unknown is what is neither, also under a "not".
        TestSets.Holds(condition, facts => facts.Set("ready", true)).ShouldBe(expected == True);
        TestSets.Holds($$"""{"not": {{condition}}}""", facts => facts.Set("ready", true)).ShouldBe(expected == False);
    }
}
