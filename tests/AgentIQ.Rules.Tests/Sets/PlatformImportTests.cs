using AgentIQ.Rules.Reading;
using Dapper;

namespace AgentIQ.Rules.Tests.Sets;

/// <summary>What a start does with the files of the rules folder.</summary>
public sealed class PlatformImportTests
{
    private static readonly Guid Seller = Guid.Parse("11111111-1111-7111-8111-111111111111");

    [Fact]
    public async Task The_same_file_adds_nothing_and_a_changed_one_adds_a_version()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        PolicyDatabase.Level(await database.StartProcessAsync(), Seller).ShouldBe("platform-1 low");
        PolicyDatabase.Level(await database.StartProcessAsync(), Seller).ShouldBe("platform-1 low");
        (await database.PlatformVersionsAsync()).ShouldBe(1);

        database.WriteSet("high");
        PolicyDatabase.Level(await database.StartProcessAsync(), Seller).ShouldBe("platform-2 high");
        (await database.PlatformVersionsAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task Processes_that_start_together_add_a_version_once()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => database.StartProcessAsync()));
        (await database.PlatformVersionsAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_broken_file_is_refused_and_the_last_good_version_keeps_running()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        await database.StartProcessAsync();
        database.Write("test.json", PolicyDatabase.Document("enormous"));

        var policies = await database.StartProcessAsync();
        PolicyDatabase.Level(policies, Seller).ShouldBe("platform-1 low");
        var fault = policies.Refused.Single();
        fault.File.ShouldEndWith("/test.json");
        fault.Path.ShouldBe("$.tables[0].rows[0].then.level");
        fault.Message.ShouldContain("came \"enormous\"");

        database.Write("test.json", "{ this is no JSON");
        PolicyDatabase.Level(await database.StartProcessAsync(), Seller).ShouldBe("platform-1 low");
    }

    [Fact]
    public async Task The_fact_catalogue_that_was_once_kept_among_the_sets_is_left_alone()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        await using (var connection = await database.Database.Engine.OpenConnectionAsync())
        {
            await connection.ExecuteAsync("INSERT INTO platform_policy_versions VALUES ('facts', 1, 'x', '{\"facts\": []}', 'rules/facts.json', now())");
        }

        var policies = await database.StartProcessAsync();
        PolicyDatabase.Level(policies, Seller).ShouldBe("platform-1 low");
        policies.Refused.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_was_never_good_stops_the_start()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        database.Write("test.json", PolicyDatabase.Document("enormous"));
        (await Should.ThrowAsync<RuleSetException>(database.StartProcessAsync())).Message.ShouldContain("$.tables[0].rows[0].then.level");
    }

    [Fact]
    public async Task A_release_never_touches_a_sellers_version()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Seller, "high");

        database.WriteSet("none");
        var next = await database.StartProcessAsync();
        PolicyDatabase.Level(next, Seller).ShouldBe("seller-1 high");
        PolicyDatabase.Level(next, Guid.Empty).ShouldBe("platform-2 none");
    }

    [Fact]
    public async Task Nothing_is_answered_before_the_start()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        Should.Throw<InvalidOperationException>(() => database.NewProcess().Current(Seller, "test"));
    }

    [Fact]
    public async Task An_unknown_set_is_named_with_the_known_ones()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        Should.Throw<KeyNotFoundException>(() => policies.Current(Seller, "tset")).Message.ShouldBe("Expected one of the sets test, came 'tset'; add tset.json to the rules folder.");
    }
}
