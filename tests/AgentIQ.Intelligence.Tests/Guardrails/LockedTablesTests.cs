using System.Text.Json;
using System.Text.Json.Nodes;
using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Guardrails;

/// <summary>What a platform forbids stays forbidden in a seller's version that keeps nothing but the locked tables.</summary>
public sealed class LockedTablesTests
{
    private static readonly CompiledRuleSet LockedAlone = Reduce();

    [Theory]
    [InlineData("review", "Пишите нам в телеграм.")]
    [InlineData("chat", "Звоните: 8 912 345-67-89, поможем.")]
    [InlineData("question", "Все модели на https://example.com/lamp")]
    [InlineData("chat", "Можем продать напрямую, выйдет дешевле.")]
    [InlineData("chat", "Измените, пожалуйста, свой отзыв.")]
    [InlineData("review", "За отзыв с фото подарим скидку.")]
    [InlineData("chat", "  ")]
    public void Locked_rows_deny_alone(string channel, string text) =>
        Shipped.Checker.Check(LockedAlone, new ReplyCheckRequest(text, channel, "верните")).Valid.ShouldBeFalse();

    [Fact]
    public void House_rules_may_be_removed() =>
        Shipped.Checker.Check(LockedAlone, new ReplyCheckRequest("Уважаемый покупатель, спасибо!", "review", "ок")).Valid.ShouldBeTrue();

    [Fact]
    public void Hard_lengths_are_locked() =>
        LengthLimits.Of(LockedAlone, "wildberries", "review").ShouldBe(new LengthLimits(2, 5000, null, null));

    private static CompiledRuleSet Reduce()
    {
        var document = JsonNode.Parse(Shipped.Guardrails.Source.Document.Json)!.AsObject();
        foreach (var table in document["tables"]!.AsArray().Where(table => table!["locked"]?.GetValue<bool>() != true).ToList())
        {
            document["tables"]!.AsArray().Remove(table);
        }

        document.Remove("examples");
        return RuleSetCompiler.Compile(RuleSetDocument.Parse(document.ToJsonString(new JsonSerializerOptions()), "guardrails.json"), Shipped.Facts);
    }
}
