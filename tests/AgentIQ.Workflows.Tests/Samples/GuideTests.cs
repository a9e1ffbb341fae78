namespace AgentIQ.Workflows.Tests.Samples;

/// <summary>What the guide for engineers shows is what is compiled and tested here.</summary>
public sealed class GuideTests
{
    private static readonly string Root = FindRoot();

    [Theory]
    [InlineData("PriceParcel")]
    [InlineData("OrderCourier")]
    [InlineData("WaitForPayment")]
    public async Task The_guide_shows_the_sample_as_it_is(string sample)
    {
        var code = await File.ReadAllTextAsync(Path.Combine(Root, "tests", "AgentIQ.Workflows.Tests", "Samples", sample + ".cs"));
        var guide = await File.ReadAllTextAsync(Path.Combine(Root, "docs", "add-an-activity.md"));
        guide.ShouldContain($"```csharp\n{code.TrimEnd('\n')}\n```", Case.Sensitive, $"Copy {sample}.cs into docs/add-an-activity.md.");
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "AgentIQ.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside of the checkout.");
    }
}
