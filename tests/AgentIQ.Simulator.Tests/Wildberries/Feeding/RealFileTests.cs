namespace AgentIQ.Simulator.Tests.Wildberries.Feeding;

/// <summary>The file of 145 real feedbacks, where it is to be had: in the folder of <c>AGENTIQ_SHARED</c> or in <c>shared</c> beside the repository.</summary>
public sealed class RealFileTests
{
    [Fact]
    public async Task As_it_is_one_waits_and_the_others_are_processed()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync(options => options with { ArchiveUnansweredAfter = null });

        simulator.Seller.Load(File()).ShouldBe(145);

        var waiting = (await simulator.ListAsync()).Feedbacks.ShouldHaveSingleItem();
        waiting.GetProperty("productValuation").GetInt32().ShouldBe(1);
        var processed = (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=true&take=5000&skip=0")).Feedbacks;
        processed.Count.ShouldBe(144);
        processed.ShouldAllBe(feedback => feedback.GetProperty("answer").GetProperty("state").GetString() == "wbRu");
    }

    [Fact]
    public async Task As_new_112_wait_and_33_ratings_without_words_are_processed()
    {
        await using var simulator = await SimulatorUnderTest.StartAsync();

        simulator.Seller.Load(File(), new FeedbackFileOptions { AsNew = true }).ShouldBe(145);

        (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=false&take=5000&skip=0")).Feedbacks.Count.ShouldBe(112);
        (await simulator.GetAsync("/api/v1/feedbacks?isAnswered=true&take=5000&skip=0")).Feedbacks.Count.ShouldBe(33);
    }

    private static string File()
    {
        var path = Path.Combine(Folder() ?? "", "data", "wb_feedbacks_real.json");
        Assert.SkipUnless(System.IO.File.Exists(path), "the real feedbacks are not here; set AGENTIQ_SHARED to the folder that has data/wb_feedbacks_real.json");
        return path;
    }

    private static string? Folder()
    {
        if (Environment.GetEnvironmentVariable("AGENTIQ_SHARED") is { Length: > 0 } named)
        {
            return named;
        }

        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !System.IO.File.Exists(Path.Combine(root.FullName, "AgentIQ.sln")))
        {
            root = root.Parent;
        }

        return root?.Parent is { } beside ? Path.Combine(beside.FullName, "shared") : null;
    }
}
