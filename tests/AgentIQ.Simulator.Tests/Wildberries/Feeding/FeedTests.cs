namespace AgentIQ.Simulator.Tests.Wildberries.Feeding;

public sealed class FeedTests
{
    [Fact]
    public async Task History_and_backlog_are_there_from_the_start_and_the_rest_arrives_one_by_one()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.StartFeed(new FeedOptions { InitialBacklog = 10, Interval = TimeSpan.FromMinutes(1), Jitter = 0 });
        var answered = ShippedReviews.Read().Count(review => review.Feedback.Answer is not null);
        simulator.Seller.Feedbacks.Count.ShouldBe(answered + 10);

        simulator.Clock.Advance(TimeSpan.FromSeconds(59));
        simulator.Seller.Feedbacks.Count.ShouldBe(answered + 10);
        simulator.Clock.Advance(TimeSpan.FromSeconds(1));
        simulator.Seller.Feedbacks.Count.ShouldBe(answered + 11);
        simulator.Seller.Feedbacks[0].CreatedDate.ShouldBe(simulator.Clock.GetUtcNow());

        simulator.Clock.Advance(TimeSpan.FromMinutes(5));
        simulator.Seller.Feedbacks.Count.ShouldBe(answered + 16);
        simulator.Seller.Feed!.Arrived.ShouldBe(answered + 16);
    }

    [Fact]
    public async Task The_feed_ends_with_its_file_and_brings_everything_once()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.StartFeed(new FeedOptions());

        simulator.Clock.Advance(TimeSpan.FromDays(1));

        simulator.Seller.Feedbacks.Select(feedback => feedback.Id).ShouldBe(ShippedReviews.Read().Select(review => review.Feedback.Id), ignoreOrder: true);
        simulator.Seller.Feed!.NextAt.ShouldBeNull();
        simulator.Seller.FeedNext().ShouldBeNull();
    }

    [Fact]
    public async Task One_seed_gives_one_order_and_one_rhythm()
    {
        (await ArrivalsAsync(seed: 1)).ShouldBe(await ArrivalsAsync(seed: 1));
        (await ArrivalsAsync(seed: 1)).ShouldNotBe(await ArrivalsAsync(seed: 2));
    }

    [Fact]
    public async Task Intervals_vary_by_the_jitter_and_no_more()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.StartFeed(new FeedOptions { InitialBacklog = 0, Interval = TimeSpan.FromSeconds(100), Jitter = 0.4 });
        simulator.Clock.Advance(TimeSpan.FromHours(2));

        var times = simulator.Seller.Feedbacks.Where(feedback => feedback.CreatedDate > ManualTimeProvider.DefaultStart)
            .Select(feedback => feedback.CreatedDate).Order().ToList();
        var gaps = times.Zip(times.Skip(1), (one, next) => (next - one).TotalSeconds).ToList();

        gaps.ShouldAllBe(gap => gap >= 59 && gap <= 141);
        gaps.Distinct().Count().ShouldBeGreaterThan(10);
    }

    [Fact]
    public async Task The_next_run_goes_on_where_the_feed_stood_and_nothing_arrives_for_the_time_between()
    {
        using var folder = new TemporaryFolder();
        var options = new FeedOptions { InitialBacklog = 3, Interval = TimeSpan.FromMinutes(1), Jitter = 0 };
        int before;
        await using (var first = await SimulatorUnderTest.StartAsync(simulator: start => start with { StateFolder = folder.Path }))
        {
            first.Seller.StartFeed(options);
            first.Clock.Advance(TimeSpan.FromMinutes(2));
            before = first.Seller.Feedbacks.Count;
        }

        await using var second = await SimulatorUnderTest.StartAsync(simulator: start => start with { StateFolder = folder.Path });
        second.Clock.Advance(TimeSpan.FromHours(10));
        second.Seller.StartFeed(options);
        second.Seller.Feedbacks.Count.ShouldBe(before);
        second.Clock.Advance(TimeSpan.FromMinutes(1));
        second.Seller.Feedbacks.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task The_next_one_can_be_called_for()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();
        simulator.Seller.FeedNext().ShouldBeNull();
        simulator.Seller.StartFeed(new FeedOptions { InitialBacklog = 0 });

        var next = simulator.Seller.FeedNext().ShouldNotBeNull();

        next.CreatedDate.ShouldBe(simulator.Clock.GetUtcNow());
        simulator.Seller.Find(next.Id).ShouldNotBeNull();
    }

    private static async Task<IReadOnlyList<(string, DateTimeOffset)>> ArrivalsAsync(int seed)
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(simulator: options => options with { Seed = seed });
        simulator.Seller.StartFeed(new FeedOptions { InitialBacklog = 5 });
        simulator.Clock.Advance(TimeSpan.FromMinutes(10));
        return [.. simulator.Seller.Feedbacks.Select(feedback => (feedback.Id, feedback.CreatedDate))];
    }
}
