using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Ingestion;
using AgentIQ.Intelligence.Replies;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Simulator.Wildberries.Feedbacks;
using AgentIQ.Simulator.Wildberries.Gateway;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentIQ.EndToEnd.Tests.Faults;

/// <summary>
/// kill -9 at each point where something could be lost or done twice. The server that dies is a process of its own;
/// the test's own process serves nothing but the desk and the simulated marketplace.
/// </summary>
public sealed class KillTests
{
    [Fact]
    public async Task After_the_fetch_nothing_is_lost()
    {
        await using var installation = await Installation.WithoutWorkersAsync();
        var review = installation.Account.Add(new Feedback { Text = "Крышка термоса протекает", ProductValuation = 2 });

        // The page has been fetched; storing it waits for this lock.
        await using (var held = await LockAsync(installation, "interactions"))
        {
            await using var doomed = await ServerProcess.StartAsync(installation);
            await held.SomebodyWaitsAsync();
            await doomed.KillAsync();
        }

        (await installation.FindAsync(review.Id)).ShouldBeNull("the transaction died with its process");
        await installation.LeasesRunOutAsync();
        await using var next = await ServerProcess.StartAsync(installation);
        var received = await ReadyAsync(installation, review.Id);
        (await CountAsync(installation, review.Id)).ShouldBe(1);
        received.Priority.ShouldBe(Priority.Urgent);
    }

    [Fact]
    public async Task In_the_middle_of_a_burst_every_step_runs_once()
    {
        await using var installation = await Installation.WithoutWorkersAsync();
        var review = installation.Account.Add(new Feedback { Text = "Наушники перестали заряжаться", ProductValuation = 1 });

        // The burst classifies, then writes its draft: there it waits for this lock, with earlier steps done and uncommitted.
        await using (var held = await LockAsync(installation, "drafts"))
        {
            await using var doomed = await ServerProcess.StartAsync(installation);
            await held.SomebodyWaitsAsync();
            await doomed.KillAsync();
        }

        (await installation.FindAsync(review.Id))!.Intent.ShouldBeNull("the burst's steps died with its transaction");
        await installation.LeasesRunOutAsync();
        await using var next = await ServerProcess.StartAsync(installation);
        var received = await ReadyAsync(installation, review.Id);
        var events = await installation.InSellerAsync(scope =>
            installation.Host.Services.GetRequiredService<InteractionEvents>().ListAsync(scope, received.Id, CancellationToken.None));
        events.GroupBy(item => item.Type).ShouldAllBe(group => group.Count() == 1);
    }

    [Fact]
    public async Task After_the_marketplace_accepted_the_answer_it_is_there_exactly_once()
    {
        await using var installation = await Installation.WithoutWorkersAsync();
        var review = installation.Account.Add(new Feedback { Text = "Отличный рюкзак, спасибо!", ProductValuation = 5 });
        using (var gate = installation.Simulator.Wildberries.OnRequest("POST", "/api/v1/feedbacks/answer", RequestMoment.Handled, hold: true))
        {
            await using var doomed = await ServerProcess.StartAsync(installation);
            await ReplyAsync(installation, await ReadyAsync(installation, review.Id), "Спасибо, что выбрали нас! Рады, что рюкзак понравился.");
            await gate.Reached.WaitAsync(Eventually.Patience);

            // The marketplace holds the answer, and its 204 has not reached us.
            await doomed.KillAsync();
        }

        installation.Account.Answers.ShouldHaveSingleItem();
        await installation.LeasesRunOutAsync();
        await using var next = await ServerProcess.StartAsync(installation);
        await Eventually.HoldsAsync("the answer is confirmed", async () =>
            (await installation.FindAsync(review.Id))!.ReplyState == ReplyState.Moderation);
        installation.Simulator.Wildberries.FinishModeration();
        await Eventually.HoldsAsync("the answer is published", async () =>
            (await installation.FindAsync(review.Id)) is { ReplyState: ReplyState.Published, Status: InteractionStatus.Resolved });
        installation.Account.Answers.ShouldHaveSingleItem().PostCount.ShouldBe(1);
    }

    private static Task<Interaction> ReadyAsync(Installation installation, string feedbackId) =>
        Eventually.FindAsync($"{feedbackId} has a priority, a deadline and a draft", async () =>
        {
            var interaction = await installation.FindAsync(feedbackId);
            return interaction is { FirstResponseDue: not null } && await installation.WaitsForReplyAsync(interaction.Id) ? interaction : null;
        });

    private static async Task ReplyAsync(Installation installation, Interaction interaction, string text)
    {
        var desk = installation.Host.Services.GetRequiredService<ReplyDesk>();
        var submission = await installation.InSellerAsync(scope => desk.SubmitAsync(
            scope,
            new ReplyRequest(interaction.Id, text, new ReplyApprover(ReplyApproverKind.Person, Guid.CreateVersion7())),
            CancellationToken.None));
        submission.ShouldBeOfType<ReplySubmission.Approved>();
    }

    private static async Task<long> CountAsync(Installation installation, string feedbackId) =>
        await installation.InSellerAsync(scope => scope.Connection.ExecuteScalarAsync<long>(
            "SELECT count(*) FROM interactions WHERE external_id = @feedbackId", new { feedbackId }));

    private static async Task<TableLock> LockAsync(Installation installation, string table)
    {
        var connection = await installation.Database.Owner.OpenConnectionAsync();
        var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync($"LOCK TABLE agentiq.{table} IN SHARE ROW EXCLUSIVE MODE");
        return new TableLock(connection, transaction, installation.Database, table);
    }

    /// <summary>A table that others can read and nobody can write while this is held.</summary>
    private sealed class TableLock(NpgsqlConnection connection, NpgsqlTransaction transaction, Database database, string table) : IAsyncDisposable
    {
        public Task SomebodyWaitsAsync() => Eventually.HoldsAsync($"somebody waits to write {table}", async () =>
        {
            await using var other = await database.Owner.OpenConnectionAsync();
            return await other.ExecuteScalarAsync<bool>(
                "SELECT EXISTS (SELECT FROM pg_locks WHERE relation = @table::regclass AND NOT granted)", new { table = $"agentiq.{table}" });
        });

        public async ValueTask DisposeAsync()
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
