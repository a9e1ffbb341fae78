using System.Net.Http.Json;
using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Automation;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Interactions;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Feeding;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.EndToEnd.Tests.Lifecycle;

/// <summary>The shipped workflow on the real engine, database and protocol.</summary>
public sealed class LifecycleTests
{
    /// <summary>A seller's own rules: a manager hears of everything that waits for 45 minutes.</summary>
    private const string After45Minutes =
        """
        {
          "name": "escalation", "title": {"ru": "Эскалация", "en": "Escalation"}, "description": {"ru": "своя", "en": "own"}, "hitPolicy": "first",
          "outputs": [
            {"name": "escalate", "type": "bool"}, {"name": "level", "type": "int", "min": 0, "max": 3},
            {"name": "whom", "type": "enum", "values": ["nobody", "operator", "manager", "owner"]}, {"name": "message", "type": "localized"}
          ],
          "defaults": {"escalate": false, "level": 0, "whom": "nobody"},
          "tables": [{"name": "levels", "columns": [{"field": "waiting_minutes", "op": "gte"}], "rows": [
            {"id": "own", "description": {"ru": "Ждёт 45 минут", "en": "Waits 45 minutes"}, "when": {"waiting_minutes": 45}, "then": {"escalate": true, "level": 1, "whom": "manager"}}]}]
        }
        """;

    [Fact]
    public async Task What_waits_too_long_is_escalated_once_for_each_level()
    {
        await using var installation = await Installation.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        await ConnectedSinceAsync(installation, now.AddDays(-1));

        // A threat is shown to somebody above after 5 minutes and a failure after 60, at any time of day.
        var late = installation.Account.Add(new Feedback { Text = "Пылесос сломался, подаю на вас в суд", ProductValuation = 1, CreatedDate = now.AddMinutes(-20) });
        var veryLate = installation.Account.Add(new Feedback { Text = "Второй пылесос сломался, тоже подаю в суд", ProductValuation = 1, CreatedDate = now.AddMinutes(-90) });

        var escalated = await UntilAsync(installation, late.Id, interaction => interaction.EscalationLevel > 0);
        var failed = await UntilAsync(installation, veryLate.Id, interaction => interaction.EscalationLevel > 0);

        (escalated.EscalationLevel, failed.EscalationLevel).ShouldBe((1, 2));
        (await EventsAsync(installation, escalated)).Count(type => type == InteractionEventTypes.Escalated).ShouldBe(1);
    }

    [Fact]
    public async Task A_sellers_own_escalation_speaks_up_at_its_own_minute_and_says_whom()
    {
        var time = new JumpingTime();
        await using var installation = await Installation.StartAsync(time: time);
        await installation.PublishAsync("escalation", After45Minutes);
        var threat = installation.Account.Add(new Feedback { Text = "Пылесос сломался, подаю на вас в суд", ProductValuation = 1 });
        var waiting = await UntilAsync(installation, threat.Id, interaction => interaction.FirstResponseDue is not null);
        await Eventually.HoldsAsync("it waits for a person", () => installation.WaitsForReplyAsync(waiting.Id));
        (await installation.DueAsync(waiting.Id))!.Value.ShouldBe(waiting.ClockStart.AddMinutes(45), TimeSpan.FromMilliseconds(1), "a danger counts every minute");

        time.Jump(TimeSpan.FromMinutes(46));

        var escalated = await UntilAsync(installation, threat.Id, interaction => interaction.EscalationLevel > 0);
        (escalated.EscalationLevel, escalated.EscalatedTo).ShouldBe((1, "manager"));
        time.Jump(TimeSpan.FromDays(2));
        await Eventually.HoldsAsync("it waits on without a time", async () => await installation.WaitsForReplyAsync(waiting.Id) && await installation.DueAsync(waiting.Id) is null);
        (await EventsAsync(installation, escalated)).Count(type => type == InteractionEventTypes.Escalated).ShouldBe(1);
    }

    [Fact]
    public async Task New_escalation_rules_reach_what_waits_already()
    {
        var time = new JumpingTime();
        await using var installation = await Installation.StartAsync(time: time);
        var threat = installation.Account.Add(new Feedback { Text = "Пылесос сломался, подаю на вас в суд", ProductValuation = 1 });
        var waiting = await UntilAsync(installation, threat.Id, interaction => interaction.FirstResponseDue is not null);
        await Eventually.HoldsAsync("it waits for a person", () => installation.WaitsForReplyAsync(waiting.Id));
        (await installation.DueAsync(waiting.Id))!.Value.ShouldBeLessThan(waiting.ClockStart.AddMinutes(45), "the platform's rules speak up earlier");

        await installation.PublishAsync("escalation", After45Minutes);

        await Eventually.HoldsAsync(
            "it wakes when the new rules speak up, and at no other time",
            async () => await installation.DueAsync(waiting.Id) is { } due && (due - waiting.ClockStart.AddMinutes(45)).Duration() <= TimeSpan.FromMilliseconds(1));
        time.Jump(TimeSpan.FromMinutes(46));
        var escalated = await UntilAsync(installation, threat.Id, interaction => interaction.EscalationLevel > 0);
        (escalated.EscalationLevel, escalated.EscalatedTo).ShouldBe((1, "manager"));
    }

    [Fact]
    public async Task An_answer_given_in_the_cabinet_resolves_it()
    {
        await using var installation = await Installation.StartAsync();
        var review = installation.Account.Add(new Feedback { Text = "Крем сушит кожу", ProductValuation = 3 });
        var waiting = await UntilAsync(installation, review.Id, interaction => interaction.FirstResponseDue is not null);

        using var cabinet = new HttpClient { BaseAddress = installation.Simulator.BaseAddress };
        cabinet.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", installation.Account.IssueToken());
        (await cabinet.PostAsJsonAsync("/api/v1/feedbacks/answer", new { id = review.Id, text = "Спасибо, мы учтём ваш отзыв о креме." })).EnsureSuccessStatusCode();

        var resolved = await UntilAsync(installation, review.Id, interaction => interaction.Status == InteractionStatus.Resolved);
        (resolved.ReplyState, resolved.NeedsReply, resolved.Id).ShouldBe((ReplyState.AnsweredOutside, false, waiting.Id));
        (await EventsAsync(installation, resolved)).ShouldContain(InteractionEventTypes.AnsweredOutside);
    }

    [Fact]
    public async Task A_customer_who_edits_is_judged_again()
    {
        await using var installation = await Installation.StartAsync();
        var review = installation.Account.Add(new Feedback { Text = "Спасибо, отличные кроссовки!", ProductValuation = 5 });
        await UntilAsync(installation, review.Id, interaction => interaction.Priority == Priority.Low && interaction.FirstResponseDue is not null);

        installation.Account.Edit(review.Id, feedback => feedback with { Text = "Подошва отклеилась, это брак", ProductValuation = 1 });

        var again = await UntilAsync(installation, review.Id, interaction => interaction.Priority == Priority.Urgent);
        again.Intent.ShouldBe("defect_not_working");
    }

    [Fact]
    public async Task Nothing_is_sent_without_a_person_until_the_seller_allows_it()
    {
        await using var installation = await Installation.StartAsync();
        var first = installation.Account.Add(new Feedback { Text = "Спасибо, чудесный плед!", ProductValuation = 5 });
        (await UntilAsync(installation, first.Id, interaction => interaction.FirstResponseDue is not null)).ReplyState.ShouldBe(ReplyState.None);

        var settings = installation.Host.Services.GetRequiredService<AutomationSettingsStore>();
        await installation.Database.InTenantAsync(
            installation.SellerId,
            scope => settings.SaveAsync(scope, AutomationSettings.Default with { AutoSend = true }, CancellationToken.None),
            CancellationToken.None);
        var second = installation.Account.Add(new Feedback { Text = "Спасибо большое, прекрасная лампа!", ProductValuation = 5 });
        var complaint = installation.Account.Add(new Feedback { Text = "Лампа сломалась на второй день", ProductValuation = 1 });

        await UntilAsync(installation, second.Id, interaction => interaction.ReplyState == ReplyState.Moderation);
        await UntilAsync(installation, complaint.Id, interaction => interaction.FirstResponseDue is not null);
        installation.Account.Answers.ShouldHaveSingleItem().FeedbackId.ShouldBe(second.Id);
        (await installation.FindAsync(complaint.Id))!.ReplyState.ShouldBe(ReplyState.None);
    }

    [Fact]
    public async Task The_real_review_that_waits_gets_exactly_one_answer()
    {
        Assert.SkipWhen(RealFile.Path is null, "The real feedbacks are not on this machine: set AGENTIQ_SHARED.");
        await using var installation = await Installation.StartAsync();
        installation.Account.Load(RealFile.Path!);
        var open = installation.Account.Feedbacks.Single(feedback =>
            feedback.Answer is null && feedback is not { Text: "", Pros: "", Cons: "" });
        var waiting = await UntilAsync(installation, open.Id, interaction => interaction.FirstResponseDue is not null);
        var services = installation.Host.Services;
        await Eventually.HoldsAsync("it waits for a person", () => installation.WaitsForReplyAsync(waiting.Id));
        var draft = await installation.InSellerAsync(scope => services.GetRequiredService<DraftStore>().LatestAsync(scope, waiting.Id, CancellationToken.None));

        var submission = await installation.InSellerAsync(scope => services.GetRequiredService<ReplyDesk>().SubmitAsync(
            scope,
            new ReplyRequest(waiting.Id, draft!.Text, new ReplyApprover(ReplyApproverKind.Person, Guid.CreateVersion7())),
            CancellationToken.None));

        submission.ShouldBeOfType<ReplySubmission.Approved>();
        await UntilAsync(installation, open.Id, interaction => interaction.ReplyState == ReplyState.Moderation);
        installation.Simulator.Wildberries.FinishModeration();
        await UntilAsync(installation, open.Id, interaction => interaction.Status == InteractionStatus.Resolved);
        installation.Account.Answers.ShouldHaveSingleItem().PostCount.ShouldBe(1);
    }

    private static Task<Interaction> UntilAsync(Installation installation, string feedbackId, Func<Interaction, bool> condition) =>
        Eventually.FindAsync($"the state of {feedbackId}", async () =>
            await installation.FindAsync(feedbackId) is { } interaction && condition(interaction) ? interaction : null);

    private static async Task<IEnumerable<string>> EventsAsync(Installation installation, Interaction interaction) =>
        (await installation.InSellerAsync(scope =>
            installation.Host.Services.GetRequiredService<InteractionEvents>().ListAsync(scope, interaction.Id, CancellationToken.None))).Select(item => item.Type);

    /// <summary>Clocks start when the channel was connected; here that was long ago.</summary>
    private static Task ConnectedSinceAsync(Installation installation, DateTimeOffset at) => installation.InSellerAsync(scope =>
        scope.Connection.ExecuteAsync("UPDATE channels SET connected_at = @at", new { at }));
}
