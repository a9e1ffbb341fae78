using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Interactions;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Server.Hosting;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Workflows;
using Dapper;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.EndToEnd.Tests.Lifecycle;

/// <summary>A release that brings another lifecycle: what runs stays on the one that it began with.</summary>
public sealed class UpgradeTests
{
    /// <summary>The lifecycle as it was released before it had child workflows.</summary>
    private static readonly string Released = Path.Combine(AppContext.BaseDirectory, "Lifecycle", "Released");

    [Fact]
    public async Task An_instance_begun_before_the_child_workflows_finishes_after_the_upgrade_as_it_began()
    {
        var time = new JumpingTime();
        await using var installation = await Installation.StartAsync(time: time);
        var definitions = installation.Host.Services.GetRequiredService<IWorkflowDefinitions>();

        (await definitions.ImportPlatformAsync(Released, CancellationToken.None)).Imported.ShouldBe([LifecycleDefinition.Id]);
        var before = await WaitingAsync(installation, "Термос протекает, пришлось вернуть");
        (await definitions.ImportPlatformAsync(ShippedFolder.Of("workflows"), CancellationToken.None)).Imported.ShouldBe([LifecycleDefinition.Id]);
        var after = await WaitingAsync(installation, "Чайник греет долго, ожидала лучшего");

        await AnswerAsync(installation, before);
        await AnswerAsync(installation, after);
        foreach (var interaction in new[] { before, after })
        {
            await Eventually.HoldsAsync("the answer is under moderation", async () => (await BookmarksAsync(installation, interaction)).Contains("waitForModeration"));
            (await CountAsync(installation, interaction)).ShouldBe(1, "the children run inside the instance");
        }

        installation.Simulator.Wildberries.FinishModeration();
        foreach (var interaction in new[] { before, after })
        {
            await Eventually.HoldsAsync("the customer is given a day", async () => (await BookmarksAsync(installation, interaction)).Contains("waitForSilence"));
        }

        time.Jump(TimeSpan.FromHours(25));
        var began = await FinishedAsync(installation, before);
        var upgraded = await FinishedAsync(installation, after);

        (began.VersionId, upgraded.VersionId).ShouldBe(("interaction-lifecycle@2", "interaction-lifecycle@3"));
        (await PlaceOfTheCheckAsync(installation, began)).ShouldBe("Workflow1:lifecycle:confirmPublication");
        (await PlaceOfTheCheckAsync(installation, upgraded)).ShouldBe("Workflow1:lifecycle:publicationCheck:publicationFlow:confirmPublication");
    }

    private static async Task<Guid> WaitingAsync(Installation installation, string text)
    {
        var review = installation.Account.Add(new Feedback { Text = text, ProductValuation = 3 });
        var interaction = await Eventually.FindAsync("the review is received", () => installation.FindAsync(review.Id));
        await Eventually.HoldsAsync("it waits for a person", () => installation.WaitsForReplyAsync(interaction.Id));
        return interaction.Id;
    }

    private static async Task AnswerAsync(Installation installation, Guid interaction)
    {
        var services = installation.Host.Services;
        var draft = await installation.InSellerAsync(scope => services.GetRequiredService<DraftStore>().LatestAsync(scope, interaction, CancellationToken.None));
        var submission = await installation.InSellerAsync(scope => services.GetRequiredService<ReplyDesk>().SubmitAsync(
            scope, new ReplyRequest(interaction, draft!.Text, new ReplyApprover(ReplyApproverKind.Person, Guid.CreateVersion7())), CancellationToken.None));
        submission.ShouldBeOfType<ReplySubmission.Approved>();
    }

    private static async Task<IEnumerable<string>> BookmarksAsync(Installation installation, Guid interaction)
    {
        var instance = (await InstanceAsync(installation, interaction))!;
        return (await installation.InSellerAsync(scope => Monitor(installation).BookmarksAsync(scope, instance.Id, CancellationToken.None))).Select(bookmark => bookmark.ActivityId);
    }

    private static Task<InstanceSummary> FinishedAsync(Installation installation, Guid interaction) =>
        Eventually.FindAsync("the lifecycle is over", async () => await InstanceAsync(installation, interaction) is { FinishedAt: not null } instance ? instance : null);

    private static async Task<string> PlaceOfTheCheckAsync(Installation installation, InstanceSummary instance) =>
        (await installation.InSellerAsync(scope => Monitor(installation).JournalAsync(scope, instance.Id, CancellationToken.None)))
        .First(entry => entry.ActivityId == "confirmPublication").NodeId;

    private static Task<InstanceSummary?> InstanceAsync(Installation installation, Guid interaction) => installation.InSellerAsync(scope =>
        Monitor(installation).FindByCorrelationAsync(scope, LifecycleDefinition.Id, InteractionCorrelation.Of(interaction), CancellationToken.None));

    private static Task<int> CountAsync(Installation installation, Guid interaction) => installation.InSellerAsync(scope => scope.Connection.ExecuteScalarAsync<int>(
        "SELECT count(*) FROM agentiq.workflow_instances WHERE correlation_id = @Correlation", new { Correlation = InteractionCorrelation.Of(interaction) }));

    private static IWorkflowMonitor Monitor(Installation installation) => installation.Host.Services.GetRequiredService<IWorkflowMonitor>();
}
