using AgentIQ.Postgres;
using AgentIQ.Testing;
using Dapper;

namespace AgentIQ.Interactions.Tests;

/// <summary>Counting what is like an interaction, and who has how much to do.</summary>
public sealed class SimilarComplaintsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider time = new(Start);
    private readonly Guid sellerId = Guid.CreateVersion7(Start);
    private readonly InteractionQueries queries = new();
    private TestDatabase database = null!;
    private UuidV7Source ids = null!;

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync(InteractionsSchema.Part);
        ids = new UuidV7Source(time);
        await InSellerAsync(async scope =>
        {
            await new SellerStore(time).EnsureAsync(scope, "Дом и сад", CancellationToken.None);
            return true;
        });
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Others_about_the_same_product_with_the_same_intent_are_counted_once_each()
    {
        var asked = await AddAsync("asked");
        await AddAsync("asked", interaction => interaction with { Round = 2 });
        await AddAsync("similar");
        await AddAsync("similar", interaction => interaction with { Round = 2 });
        await AddAsync("question", interaction => interaction with { Key = interaction.Key with { Channel = Channel.Question } });
        await AddAsync("old", interaction => interaction with { OccurredAt = Start.AddDays(-7) });
        await AddAsync("other-product", interaction => interaction with { ProductId = "43" });
        await AddAsync("other-intent", interaction => interaction with { Intent = "thanks" });
        await AddAsync("elsewhere", interaction => interaction with { Key = interaction.Key with { Marketplace = "ozon" } });
        await AddAsync("tried", interaction => interaction with { IsSandbox = true });
        await AddAsync("unclear", interaction => interaction with { Intent = null });

        (await CountAsync(asked)).ShouldBe(2, "the similar review and the question");
        (await CountAsync(asked with { ProductId = null })).ShouldBe(0);
    }

    [Fact]
    public async Task The_count_is_read_from_the_index_of_the_product()
    {
        var asked = await AddAsync("asked");
        var plan = await InSellerAsync(async scope =>
        {
            await scope.Connection.ExecuteAsync("SET LOCAL enable_seqscan = off");
            return string.Join('\n', await scope.Connection.QueryAsync<string>($"EXPLAIN {InteractionQueries.SimilarSql}", InteractionQueries.SimilarParameters(scope, asked, Start.AddDays(-7))));
        });
        plan.ShouldContain("interactions_similar");
        plan.ShouldContain("occurred_at >");
    }

    [Fact]
    public async Task Open_work_is_counted_for_the_people_who_are_asked_about()
    {
        var (anna, boris, clara) = (ids.Next(), ids.Next(), ids.Next());
        await AddAsync("a", interaction => interaction with { AssigneeId = anna });
        await AddAsync("b", interaction => interaction with { AssigneeId = anna, Status = InteractionStatus.WaitingCustomer });
        await AddAsync("c", interaction => interaction with { AssigneeId = anna, Status = InteractionStatus.Closed });
        await AddAsync("d", interaction => interaction with { AssigneeId = boris });
        await AddAsync("e", interaction => interaction with { AssigneeId = boris, IsSandbox = true });

        var open = await InSellerAsync(scope => queries.OpenWorkAsync(scope, [anna, boris, clara], CancellationToken.None));
        open.ShouldBe(new Dictionary<Guid, int> { [anna] = 2, [boris] = 1 }, ignoreOrder: true);
    }

    private Task<int> CountAsync(Interaction interaction) =>
        InSellerAsync(scope => queries.CountSimilarAsync(scope, interaction, Start.AddDays(-7), CancellationToken.None));

    private async Task<Interaction> AddAsync(string externalId, Func<Interaction, Interaction>? change = null)
    {
        var made = new Interaction
        {
            SellerId = sellerId,
            Id = ids.Next(),
            Key = new InteractionKey(Marketplaces.Wildberries, Channel.Review, externalId),
            NeedsReply = true,
            Intent = "defect_not_working",
            ProductId = "42",
            Subject = "Лампа",
            Preview = "Не светит",
            OccurredAt = Start,
            ReceivedAt = Start,
            ClockStart = Start,
            UpdatedAt = Start,
        };
        var interaction = change is null ? made : change(made);
        (await InSellerAsync(scope => new InteractionStore(time).TryInsertAsync(scope, interaction, CancellationToken.None))).ShouldBeTrue();
        return interaction;
    }

    private Task<T> InSellerAsync<T>(Func<TenantScope, Task<T>> work) => database.Database.InTenantAsync(sellerId, work, CancellationToken.None);
}
