using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Guardrails;

public sealed class ReplyCheckerTests
{
    [Fact]
    public void A_violation_shows_its_words_in_the_text_and_what_to_write_instead()
    {
        const string Reply = "Здравствуйте! Мы вернём  вам деньги завтра.";

        var violation = Shipped.Check(new ReplyCheckRequest(Reply, "review", "верните деньги")).Violations.ShouldHaveSingleItem();

        violation.Type.ShouldBe("banned_phrase");
        violation.Category.ShouldBe("promise");
        violation.Severity.ShouldBe("error");
        Reply.Substring(violation.Start, violation.Length).ShouldBe(violation.Phrase);
        violation.Phrase.ShouldBe("вернём  вам деньги");
        violation.Message.ShouldContain("личном кабинете");
    }

    [Theory]
    [InlineData("review", 501, 0, 1)]
    [InlineData("review", 5000, 0, 1)]
    [InlineData("review", 5001, 1, 0)]
    [InlineData("chat", 1000, 0, 0)]
    [InlineData("chat", 1001, 1, 0)]
    [InlineData("review", 19, 0, 1)]
    [InlineData("review", 20, 0, 0)]
    [InlineData("review", 1, 1, 0)]
    [InlineData("chat", 1, 0, 0)]
    public void The_platform_s_limit_is_hard_and_the_house_s_style_advises(string channel, int length, int violations, int warnings)
    {
        var result = Shipped.Check(new ReplyCheckRequest(new string('а', length), channel, "ок"));
        (result.Violations.Count, result.Warnings.Count).ShouldBe((violations, warnings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  \n ")]
    [InlineData("\u200B \u2060")]
    public void An_empty_reply_is_an_error(string text)
    {
        var result = Shipped.Check(new ReplyCheckRequest(text, "review", "ок"));
        result.Violations.ShouldContain(violation => violation.Type == "empty_text");
        result.Valid.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Спасибо! Обязательно учтём ваше замечание.")]
    [InlineData("Спасибо! Скидка в карточке действует до пятницы.")]
    public void Without_a_person_the_check_is_stricter(string text)
    {
        var request = new ReplyCheckRequest(text, "review", "хороший товар");
        Shipped.Check(request).Valid.ShouldBeTrue();
        Shipped.Check(request with { Moment = CheckMoment.Auto }).Valid.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Спасибо за отзыв! Позвоните нам: 8 900\u200B 123 45 67, поможем.")]
    [InlineData("Спасибо за отзыв! Позвоните нам: +7\u200B9\u200B00\u200B1234567, поможем.")]
    [InlineData("Спасибо за отзыв! Пишите на help\u2060@shop.example, поможем.")]
    public void Invisible_characters_hide_no_contact(string text) => Shipped.Check(new ReplyCheckRequest(text, "review", "супер")).Valid.ShouldBeFalse();

    [Fact]
    public void Without_a_person_the_same_text_is_not_sent_twice_a_day()
    {
        var request = new ReplyCheckRequest("Спасибо за тёплый отзыв, приходите ещё!", "review", "супер") { Moment = CheckMoment.Auto };
        Shipped.Check(request with { SameReplyAge = TimeSpan.FromHours(23) }).Violations.ShouldHaveSingleItem().Type.ShouldBe("repeated");
        Shipped.Check(request with { SameReplyAge = TimeSpan.FromHours(24) }).Valid.ShouldBeTrue();
        Shipped.Check(request with { SameReplyAge = TimeSpan.FromHours(1), Moment = CheckMoment.Send }).Valid.ShouldBeTrue();
    }

    [Theory]
    [InlineData("Мы вернём вам деньги.", "false_authority")]
    [InlineData("Пишите нам в телеграм.", "platform_rules")]
    [InlineData("Простите, это наша ошибка.", "legal_admissions")]
    [InlineData("Вы неправильно включили прибор.", "service")]
    public void A_finding_names_its_group(string text, string group) =>
        Shipped.Check(new ReplyCheckRequest(text, "review", "верните")).Violations.ShouldHaveSingleItem().Group.ShouldBe(group);

    [Fact]
    public void A_broken_policy_denies_whatever_it_says_for_that_case()
    {
        const string Json = """
            {
              "name": "guardrails", "title": {"ru": "п", "en": "p"}, "description": {"ru": "п", "en": "p"}, "hitPolicy": "unique",
              "outputs": [{"name": "verdict", "type": "enum", "values": ["allow", "warn", "deny"], "merge": "max"}],
              "defaults": {"verdict": "allow"}, "onFault": {"verdict": "allow"},
              "tables": [{"name": "all", "rows": [
                {"id": "one", "description": {"ru": "п", "en": "p"}, "then": {"verdict": "allow"}},
                {"id": "two", "description": {"ru": "п", "en": "p"}, "then": {"verdict": "allow"}}]}]
            }
            """;
        var broken = RuleSetCompiler.Compile(RuleSetDocument.Parse(Json, "guardrails.json"), Shipped.Facts);

        Shipped.Checker.Check(broken, new ReplyCheckRequest("Спасибо за тёплый отзыв!", "review", "супер")).Violations.ShouldHaveSingleItem().Type.ShouldBe("policy_fault");
    }

    [Fact]
    public void The_intent_that_is_known_decides_about_returns_in_a_chat()
    {
        var request = new ReplyCheckRequest("Оставьте заявку на возврат в разделе «Покупки».", "chat", "Здравствуйте");
        Shipped.Check(request with { Intent = "other" }).Valid.ShouldBeFalse();
        Shipped.Check(request with { Intent = "wrong_item" }).Valid.ShouldBeTrue();
    }
}
