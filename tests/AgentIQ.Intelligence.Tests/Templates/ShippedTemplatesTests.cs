using AgentIQ.Intelligence.Guardrails;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Templates;
using AgentIQ.Intelligence.Tests.Intents;
using AgentIQ.Intelligence.Tests.Support;

namespace AgentIQ.Intelligence.Tests.Templates;

/// <summary>No shipped template breaks a shipped guardrail, wherever it may be used.</summary>
public sealed class ShippedTemplatesTests
{
    private static readonly string?[] Names = [null, "Ирина", "Константин", "Вячеслав"];
    private static readonly string[] Channels = ["review", "question", "chat"];
    private static readonly IReadOnlyList<LabelledText> Customers = LabelledText.ReadAll();

    [Fact]
    public void Each_passes_the_guardrails_on_each_channel_with_each_name_and_customer()
    {
        var broken = from template in ShippedTemplates.All
                     from channel in template.Channels
                     from name in Names
                     from customer in CustomersOf(template, channel)
                     let check = Shipped.Check(new ReplyCheckRequest(template.Render(name), channel, customer.Customer.Text) { Intent = template.Intent ?? IntentNames.Other, Flags = [] })
                     where !check.Valid || check.Warnings.Count > 0
                     select $"{template.Id} on {channel} to «{customer.Customer.Text}»: {string.Join("; ", check.Violations.Concat(check.Warnings).Select(finding => $"{finding.Row}: {finding.Phrase}"))}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Each_may_leave_without_a_person_where_the_policy_lets_it()
    {
        var broken = from template in ShippedTemplates.All
                     from channel in template.Channels
                     let customer = template.Returns ? "Верните деньги" : "ок"
                     let check = Shipped.Check(new ReplyCheckRequest(template.Render(null), channel, customer) { Intent = template.Intent ?? IntentNames.Other, Flags = [], Moment = CheckMoment.Auto })
                     where !check.Valid
                     select $"{template.Id} on {channel}: {string.Join("; ", check.Violations.Select(finding => $"{finding.Row}: {finding.Phrase}"))}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Every_intent_has_texts_on_every_channel_and_rating()
    {
        var missing = from intent in IntentNames.All
                      from channel in Channels
                      from rating in channel == "review" ? new int?[] { 1, 2, 3, 4, 5 } : [null]
                      where !ShippedTemplates.All.Any(template => template is { Flag: null, Returns: false } && template.Intent == intent && template.Suits(channel, rating))
                          && !(intent == IntentNames.Thanks && rating <= 2)
                      select $"{intent} {channel} {rating}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_reviewer_who_cannot_answer_is_asked_nothing() =>
        ShippedTemplates.All.Where(template => template.Channels.Contains("review") && template.Text.Contains('?', StringComparison.Ordinal))
            .Select(template => template.Id).ShouldBeEmpty();

    [Fact]
    public void Ids_are_unique() => ShippedTemplates.All.Select(template => template.Id).ShouldBeUnique();

    /// <summary>A text about returns is only ever used for a customer who asks for one (the composer checks it again).</summary>
    private static IEnumerable<LabelledText> CustomersOf(ReplyTemplate template, string channel) => Customers.Where(customer =>
        customer.Customer.Channel == channel
        && (template.Intent is null || customer.Intent == template.Intent)
        && (!template.Returns || channel == "chat" || customer.Intent == IntentNames.RefundExchange));
}
