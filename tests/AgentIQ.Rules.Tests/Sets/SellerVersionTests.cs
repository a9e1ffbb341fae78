using AgentIQ.Rules.Checking;
using AgentIQ.Rules.Reading;
using AgentIQ.Rules.Sets;
using Dapper;
using Npgsql;

namespace AgentIQ.Rules.Tests.Sets;

/// <summary>A seller's own versions over the platform's.</summary>
public sealed class SellerVersionTests
{
    private static readonly Guid Anna = Guid.Parse("11111111-1111-7111-8111-111111111111");
    private static readonly Guid Boris = Guid.Parse("22222222-2222-7222-8222-222222222222");

    [Fact]
    public async Task A_sellers_active_version_holds_for_that_seller_alone()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Anna, "high");
        await policies.ReloadAsync(CancellationToken.None);
        PolicyDatabase.Level(policies, Anna).ShouldBe("seller-1 high");
        PolicyDatabase.Level(policies, Boris).ShouldBe("platform-1 low");
    }

    [Fact]
    public async Task A_draft_decides_nothing()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await SaveAsync(database, policies, "high");
        await policies.ReloadAsync(CancellationToken.None);
        PolicyDatabase.Level(policies, Anna).ShouldBe("platform-1 low");
    }

    [Fact]
    public async Task A_version_holds_from_its_time_until_its_end()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Anna, "high", database.Now.AddHours(1), database.Now.AddHours(2));
        foreach (var expected in new[] { "platform-1 low", "seller-1 high", "platform-1 low" })
        {
            await policies.ReloadAsync(CancellationToken.None);
            PolicyDatabase.Level(policies, Anna).ShouldBe(expected);
            database.Clock.Advance(TimeSpan.FromHours(1));
        }
    }

    [Fact]
    public async Task The_version_that_came_into_force_last_holds_and_an_older_one_can_be_brought_back()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Anna, "high");
        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await database.ActivateAsync(policies, Anna, "none");
        await policies.ReloadAsync(CancellationToken.None);
        PolicyDatabase.Level(policies, Anna).ShouldBe("seller-2 none");

        database.Clock.Advance(TimeSpan.FromMinutes(1));
        await PublishAsync(database, policies, 1, PolicyState.Active);
        await policies.ReloadAsync(CancellationToken.None);
        PolicyDatabase.Level(policies, Anna).ShouldBe("seller-1 high");

        await PublishAsync(database, policies, 1, PolicyState.Retired);
        await PublishAsync(database, policies, 2, PolicyState.Retired);
        await policies.ReloadAsync(CancellationToken.None);
        PolicyDatabase.Level(policies, Anna).ShouldBe("platform-1 low");
    }

    [Fact]
    public async Task A_reload_keeps_what_did_not_change_and_work_in_flight_keeps_its_own()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        var inFlight = policies.Current(Anna, "test");
        await policies.ReloadAsync(CancellationToken.None);
        policies.Current(Anna, "test").ShouldBeSameAs(inFlight);

        await database.ActivateAsync(policies, Anna, "high");
        await policies.ReloadAsync(CancellationToken.None);
        policies.Current(Anna, "test").ShouldNotBeSameAs(inFlight);
        inFlight.Version.ShouldBe(new RuleSetVersion(RuleSetOrigin.Platform, 1));
    }

    [Fact]
    public async Task A_broken_document_is_not_saved()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await Should.ThrowAsync<RuleSetException>(() => SaveAsync(database, policies, "enormous"));
        (await VersionsAsync(database, policies)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_no_longer_compiles_leaves_the_platforms_in_force_and_is_listed()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Anna, "high");
        database.Fact = "amount";
        database.Write("test.json", PolicyDatabase.Document("low").Replace("count", "amount", StringComparison.Ordinal));

        var next = await database.StartProcessAsync();
        next.Current(Anna, "test").Version.ToString().ShouldBe("platform-2");
        next.Refused.Single().File.ShouldContain($"seller {Anna}");
    }

    [Fact]
    public async Task The_text_comes_back_exactly_as_it_was_saved()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        var text = PolicyDatabase.Document("high") + "\r\n\t \n";
        var found = await database.Database.InTenantAsync(
            Anna,
            async scope =>
            {
                var version = await database.Store(policies).SaveAsync(scope, RuleSetDocument.Parse(text, "x"), "anna", "", database.Now, CancellationToken.None);
                return await database.Store(policies).FindAsync(scope, "test", new RuleSetVersion(RuleSetOrigin.Seller, version), CancellationToken.None);
            },
            CancellationToken.None);
        found!.Json.ShouldBe(text);
    }

    [Fact]
    public async Task Versions_are_listed_newest_first_with_their_state()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Anna, "high");
        await SaveAsync(database, policies, "none");
        (await VersionsAsync(database, policies)).Select(version => (version.Version, version.State, version.Author, version.Note))
            .ShouldBe([(2, PolicyState.Draft, "anna", "заметка"), (1, PolicyState.Active, "anna@example.com", "проба")]);
        (await database.Database.InTenantAsync(Boris, scope => database.Store(policies).VersionsAsync(scope, "test", CancellationToken.None), CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_version_that_does_not_exist_cannot_be_published()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        (await Should.ThrowAsync<KeyNotFoundException>(() => PublishAsync(database, policies, 7, PolicyState.Active))).Message.ShouldContain("came 7");
    }

    [Fact]
    public async Task People_who_save_at_once_get_different_numbers()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        var versions = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => SaveAsync(database, policies, "high")));
        versions.Order().ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_failing_example_does_not_stop_a_draft_but_a_publication()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        var text = PolicyDatabase.Document("high").Replace(
            "\"tables\"", """ "examples": [{"name": "шесть", "facts": {"count": 6}, "outputs": {"level": "low"}}], "tables" """, StringComparison.Ordinal);
        (await database.Database.InTenantAsync(
            Anna,
            scope => database.Store(policies).SaveAsync(scope, RuleSetDocument.Parse(text, "x"), "anna", "", database.Now, CancellationToken.None),
            CancellationToken.None)).ShouldBe(1);

        var refused = await Should.ThrowAsync<PolicyRefusedException>(() => PublishAsync(database, policies, 1, PolicyState.Active));
        refused.Findings.Single().Kind.ShouldBe(FindingKind.FailedExample);
        await Should.ThrowAsync<PolicyRefusedException>(() => PublishAsync(database, policies, 1, PolicyState.Shadow));
        (await VersionsAsync(database, policies)).Single().State.ShouldBe(PolicyState.Draft);
    }

    [Fact]
    public async Task Going_back_to_the_platform_retires_what_is_and_what_will_be_active()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Anna, "high");
        await database.ActivateAsync(policies, Anna, "none", database.Now.AddDays(1));
        var retired = await database.Database.InTenantAsync(
            Anna, scope => database.Store(policies).RetireAllAsync(scope, "test", "anna", "", database.Now, CancellationToken.None), CancellationToken.None);
        retired.ShouldBe(2);
        database.Clock.Advance(TimeSpan.FromDays(2));
        await policies.ReloadAsync(CancellationToken.None);
        PolicyDatabase.Level(policies, Anna).ShouldBe("platform-1 low");
    }

    [Fact]
    public async Task The_platforms_versions_are_listed_and_read_too()
    {
        await using var database = await PolicyDatabase.CreateAsync();
        await database.StartProcessAsync();
        database.WriteSet("high");
        var policies = await database.StartProcessAsync();
        var (versions, document) = await database.Database.InTenantAsync(
            Anna,
            async scope => (
                await database.Store(policies).PlatformVersionsAsync(scope, "test", CancellationToken.None),
                await database.Store(policies).FindAsync(scope, "test", new RuleSetVersion(RuleSetOrigin.Platform, 1), CancellationToken.None)),
            CancellationToken.None);
        versions.Select(version => version.Version).ShouldBe([2, 1]);
        document!.Json.ShouldBe(PolicyDatabase.Document("low"));
    }

    [Theory]
    [InlineData("UPDATE policy_versions SET body = ''")]
    [InlineData("DELETE FROM policy_versions")]
    [InlineData("UPDATE policy_publications SET state = 'active'")]
    [InlineData("DELETE FROM policy_publications")]
    [InlineData("UPDATE rule_decisions SET outputs = ''")]
    [InlineData("DELETE FROM rule_decisions")]
    [InlineData("INSERT INTO platform_policy_versions VALUES ('test', 9, '', '', '', now())")]
    [InlineData("DELETE FROM platform_policy_versions")]
    public async Task What_was_written_cannot_be_changed(string sql)
    {
        await using var database = await PolicyDatabase.CreateAsync();
        var policies = await database.StartProcessAsync();
        await database.ActivateAsync(policies, Anna, "high");
        var refused = await Should.ThrowAsync<PostgresException>(() => database.Database.InTenantAsync(Anna, scope => scope.Connection.ExecuteAsync(sql), CancellationToken.None));
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static Task<int> SaveAsync(PolicyDatabase database, Policies policies, string level) => database.Database.InTenantAsync(
        Anna,
        scope => database.Store(policies).SaveAsync(scope, RuleSetDocument.Parse(PolicyDatabase.Document(level), "draft"), "anna", "заметка", database.Now, CancellationToken.None),
        CancellationToken.None);

    private static Task PublishAsync(PolicyDatabase database, Policies policies, int version, PolicyState state) => database.Database.InTenantAsync(
        Anna,
        scope => database.Store(policies).PublishAsync(scope, new PolicyPublication("test", version, state, database.Now, null, "anna", ""), database.Now, CancellationToken.None),
        CancellationToken.None);

    private static Task<IReadOnlyList<PolicyVersion>> VersionsAsync(PolicyDatabase database, Policies policies) =>
        database.Database.InTenantAsync(Anna, scope => database.Store(policies).VersionsAsync(scope, "test", CancellationToken.None), CancellationToken.None);
}
