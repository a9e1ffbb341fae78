using AgentIQ.Workflows.Activities;

namespace Shop.Activities;

/// <summary>Says what a parcel costs, and whether it may travel at all.</summary>
[Activity("Shop.PriceParcel", Category = "Shop", Description = "Says what a parcel costs.")]
[Outcome("Done")]
[Outcome("TooHeavy")]
public sealed class PriceParcel : StepActivity
{
    private const decimal PerKilogram = 120;
    private const decimal Heaviest = 30;

    [Input(Description = "Its weight in kilograms.")]
    public decimal Weight { get; set; }

    [Output(Description = "The price in roubles.")]
    public decimal? Price { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        if (Weight > Heaviest)
        {
            context.Complete("TooHeavy");
        }
        else
        {
            Price = Weight * PerKilogram;
        }

        return ValueTask.CompletedTask;
    }
}
