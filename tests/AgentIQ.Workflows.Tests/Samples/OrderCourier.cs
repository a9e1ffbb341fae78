using AgentIQ.Workflows.Activities;

namespace Shop.Activities;

/// <summary>The courier company's API, as the shop uses it.</summary>
public interface ICourier
{
    /// <summary>Orders a courier. The company answers a repeated key with the order that it has.</summary>
    Task<string> OrderAsync(string key, string address, CancellationToken ct);

    /// <summary>The number of the order with that key; null when there is none.</summary>
    Task<string?> FindAsync(string key, CancellationToken ct);
}

/// <summary>Orders a courier, once.</summary>
[Activity("Shop.OrderCourier", Category = "Shop", Description = "Orders a courier.")]
public sealed class OrderCourier(ICourier courier) : EffectActivity
{
    [Input(Description = "Where to.")]
    public string Address { get; set; } = string.Empty;

    [Output(Description = "The courier company's number.")]
    public string? OrderNumber { get; set; }

    protected override EffectPolicy Policy => EffectPolicy.Default with { Attempts = 3 };

    protected override ValueTask<EffectIntent?> PrepareAsync(StepContext context, CancellationToken ct) =>
        ValueTask.FromResult<EffectIntent?>(EffectIntent.Of($"{context.InstanceId}/{context.ExecutionNumber}", new Request(Address)));

    protected override async ValueTask<EffectResult> RunAsync(EffectContext context, CancellationToken ct)
    {
        var request = context.Read<Request>();
        return request.Address.Length == 0
            ? EffectResult.Failure("A courier needs an address.")
            : EffectResult.Success(await courier.OrderAsync(context.IdempotencyKey, request.Address, ct));
    }

    protected override async ValueTask<EffectResult?> HasHappenedAsync(EffectContext context, CancellationToken ct) =>
        await courier.FindAsync(context.IdempotencyKey, ct) is { } number ? EffectResult.Success(number) : null;

    protected override ValueTask RecordAsync(StepContext context, EffectResult result, CancellationToken ct)
    {
        OrderNumber = result.Succeeded ? result.Read<string>() : null;
        return ValueTask.CompletedTask;
    }

    private sealed record Request(string Address);
}
