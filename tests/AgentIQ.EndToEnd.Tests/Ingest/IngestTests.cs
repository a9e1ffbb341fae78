using AgentIQ.EndToEnd.Tests.Support;
using AgentIQ.Intelligence.Drafts;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Server.Hosting;
using AgentIQ.Server.Ingest;
using AgentIQ.Simulator.Wildberries.Feeding;
using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.EndToEnd.Tests.Ingest;

/// <summary>Files through everything: simulator, connector, sync, lifecycle, and the counts that come out.</summary>
public sealed class IngestTests
{
    private static readonly IReadOnlyList<ShippedReview> Shipped = ShippedReviews.Read();

    private static readonly int RatingOnly = Shipped.Count(review => !HasWords(review));

    private static readonly int Answered = Shipped.Count(review => HasWords(review) && review.Feedback.Answer is not null);

    [Fact]
    public async Task The_shipped_reviews_as_they_are_twice()
    {
        await using var run = await Run.OpenAsync(ShippedReviews.File, asNew: false);
        var expected = new OutcomeCounts(
            Shipped.Count, Doubled: 0, Resolved: Answered, ClosedWithoutReply: RatingOnly, Waiting: Shipped.Count - Answered - RatingOnly);

        (await run.IngestAsync()).Outcomes.ShouldBe(expected);
        (await run.IngestAsync()).Outcomes.ShouldBe(expected, "a second run finds that nothing changed");
    }

    [Fact]
    public async Task The_shipped_reviews_as_new_all_have_what_a_person_needs()
    {
        await using var run = await Run.OpenAsync(ShippedReviews.File, asNew: true);

        (await run.IngestAsync()).Outcomes.ShouldBe(new OutcomeCounts(
            Shipped.Count, Doubled: 0, Resolved: 0, ClosedWithoutReply: RatingOnly, Waiting: Shipped.Count - RatingOnly));
        await run.EverythingOpenIsReadyAsync(Shipped.Count - RatingOnly);
    }

    [Fact]
    public async Task The_real_reviews_as_they_are_twice()
    {
        Assert.SkipWhen(RealFile.Path is null, "The real feedbacks are not on this machine: set AGENTIQ_SHARED.");
        await using var run = await Run.OpenAsync(RealFile.Path!, asNew: false);
        var expected = new OutcomeCounts(Total: 145, Doubled: 0, Resolved: 111, ClosedWithoutReply: 33, Waiting: 1);

        (await run.IngestAsync()).Outcomes.ShouldBe(expected);
        (await run.IngestAsync()).Outcomes.ShouldBe(expected, "a second run finds that nothing changed");

        var waiting = (await run.OpenAsync()).ShouldHaveSingleItem();
        (waiting.Rating, waiting.Priority, waiting.Intent).ShouldBe((1, Priority.Urgent, "refund_exchange"));
        (await run.DraftAsync(waiting.Id))!.Text.ShouldMatch("возврат|вернуть");
    }

    [Fact]
    public async Task The_real_reviews_as_new_all_have_what_a_person_needs()
    {
        Assert.SkipWhen(RealFile.Path is null, "The real feedbacks are not on this machine: set AGENTIQ_SHARED.");
        await using var run = await Run.OpenAsync(RealFile.Path!, asNew: true);

        (await run.IngestAsync()).Outcomes.ShouldBe(new OutcomeCounts(Total: 145, Doubled: 0, Resolved: 0, ClosedWithoutReply: 33, Waiting: 112));
        await run.EverythingOpenIsReadyAsync(112);
    }

    private static bool HasWords(ShippedReview review) => review.Feedback is not { Text: "", Pros: "", Cons: "" };

    /// <summary>One file on one database of its own.</summary>
    private sealed class Run : IAsyncDisposable
    {
        private readonly TestDatabase _database;
        private readonly string _folder = Directory.CreateTempSubdirectory("agentiq-ingest-").FullName;
        private readonly IngestFile _file;
        private readonly InteractionQueries _queries = new();

        private Run(TestDatabase database, IngestFile file)
        {
            _database = database;
            _file = file;
        }

        public static async Task<Run> OpenAsync(string path, bool asNew) =>
            new(await TestDatabase.CreateAsync([.. Layers.Schema]), IngestFile.Open(path, asNew));

        public async Task<IngestResult> IngestAsync()
        {
            var options = new ServerOptions { DataFolder = _folder, Database = _database.ConnectionString };
            var result = await new IngestRun(options, _file, TextWriter.Null).RunAsync(CancellationToken.None);
            (await InSellerAsync(scope => scope.Connection.QueryAsync<string>("SELECT problem FROM agentiq.quarantine"))).ShouldBeEmpty();
            return result;
        }

        public async Task<IReadOnlyList<Interaction>> OpenAsync()
        {
            var all = new List<Interaction>();
            string? cursor = null;
            do
            {
                var page = await InSellerAsync(scope => _queries.ListAsync(scope, new InboxFilter { Cursor = cursor, Limit = 100 }, CancellationToken.None));
                all.AddRange(page.Items);
                cursor = page.NextCursor;
            }
            while (cursor is not null);
            return all;
        }

        public Task<Draft?> DraftAsync(Guid interactionId) =>
            InSellerAsync(scope => new DraftStore().LatestAsync(scope, interactionId, CancellationToken.None));

        public async Task EverythingOpenIsReadyAsync(int count)
        {
            var open = await OpenAsync();
            open.Count.ShouldBe(count);
            open.ShouldAllBe(interaction => interaction.Intent != null && interaction.Sentiment != null && !interaction.NeedsPerson);
            open.ShouldAllBe(interaction => interaction.FirstResponseDue > interaction.ClockStart
                && interaction.EscalateAt > interaction.ClockStart
                && interaction.HardDeadline >= interaction.FirstResponseDue);
            foreach (var interaction in open)
            {
                var draft = await DraftAsync(interaction.Id);
                draft.ShouldNotBeNull(interaction.Preview);
                draft.Violations.ShouldBeEmpty($"{interaction.Preview}\n{draft.Text}");
            }
        }

        public async ValueTask DisposeAsync()
        {
            await _database.DisposeAsync();
            Directory.Delete(_folder, recursive: true);
        }

        private Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) =>
            _database.Database.InTenantAsync(_file.SellerId, work, CancellationToken.None);
    }
}
