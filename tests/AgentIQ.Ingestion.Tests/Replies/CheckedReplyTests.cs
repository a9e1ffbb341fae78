using System.Reflection;
using System.Text.Json;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Ingestion.Tests.Replies;

/// <summary>Nothing but a clean, recorded decision about this very text makes the proof that a sender takes.</summary>
public sealed class CheckedReplyTests
{
    private static readonly ReplyProposal Proposal = new(Id(1), "Спасибо за отзыв!", new ReplyApprover(ReplyApproverKind.Person, Id(2)));

    [Fact]
    public void A_clean_verdict_about_this_text_passes()
    {
        var reply = CheckedReply.Pass(Proposal, Verdict());

        (reply.InteractionId, reply.Text, reply.DecisionId).ShouldBe((Id(1), "Спасибо за отзыв!", Id(3)));
        reply.TextHash.ShouldBe(ReplyText.Hash("Спасибо за отзыв!"));
    }

    [Fact]
    public void A_violation_does_not_pass()
    {
        var violation = new ReplyViolation("contacts", "error", "+7", 0, 2, new LocalizedText("", ""));

        Should.Throw<InvalidOperationException>(() => CheckedReply.Pass(Proposal, Verdict() with { Violations = [violation] }))
            .Message.ShouldContain("contacts");
    }

    [Fact]
    public void A_verdict_about_another_text_does_not_pass() =>
        Should.Throw<InvalidOperationException>(() => CheckedReply.Pass(Proposal with { Text = "Спасибо за отзыв" }, Verdict()))
            .Message.ShouldContain("another text");

    [Fact]
    public void Nobody_and_no_decision_do_not_pass()
    {
        Should.Throw<InvalidOperationException>(() => CheckedReply.Pass(Proposal, Verdict() with { DecisionId = Guid.Empty }));
        Should.Throw<InvalidOperationException>(() => CheckedReply.Pass(Proposal with { Approver = new ReplyApprover(ReplyApproverKind.AutoAction, Guid.Empty) }, Verdict()));
        Should.Throw<InvalidOperationException>(() => CheckedReply.Pass(Proposal with { InteractionId = Guid.Empty }, Verdict()));
    }

    [Fact]
    public void There_is_no_other_way_to_make_one()
    {
        typeof(CheckedReply).GetConstructors(BindingFlags.Public | BindingFlags.Instance).ShouldBeEmpty();
        typeof(CheckedReply).GetProperties().ShouldAllBe(property => !property.CanWrite);
        Should.Throw<NotSupportedException>(() => JsonSerializer.Deserialize<CheckedReply>("""{"Text":"что угодно"}"""));
    }

    private static GateVerdict Verdict() => new(Id(3), ReplyText.Hash(Proposal.Text), []);

    private static Guid Id(int number) => new(number, 0, 0, new byte[8]);
}
