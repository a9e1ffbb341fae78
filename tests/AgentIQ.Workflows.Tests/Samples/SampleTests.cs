using AgentIQ.Workflows.Execution;
using AgentIQ.Workflows.Tests.Durable;
using Microsoft.Extensions.DependencyInjection;
using Shop.Activities;

namespace AgentIQ.Workflows.Tests.Samples;

/// <summary>The guide's samples do what it says.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("2.5", "300", false)]
    [InlineData("31", null, true)]
    public async Task The_step(string weight, string? price, bool isTooHeavy)
    {
        var run = await new InMemory(
            Define.Flow(
                [Define.Of("p", "Shop.PriceParcel", ("weight", Define.Literal(weight)), ("price", new { memoryReference = new { id = "Price" } })), "done", "heavy"],
                "p>done p.TooHeavy>heavy", variables: [Define.Variable("Price", "Decimal")]),
            typeof(PriceParcel)).StartAsync();
        run.Lines.ShouldBe([isTooHeavy ? "heavy" : "done"]);
        run.Variable("Price").ShouldBe(price is null ? null : decimal.Parse(price));
    }

    [Fact]
    public async Task The_effect_is_done_once_also_when_its_first_answer_is_lost()
    {
        var courier = new Courier();
        await using var engine = await Engine.CreateAsync(services => services.AddActivity<OrderCourier>().AddSingleton<ICourier>(courier));
        await engine.PublishAsync(Define.Flow([Ordering("Lenina 1"), Define.Of("n", "Test.Note", ("text", Define.Script("variables.Number")))], "c>n", variables: [Define.Variable("Number")]));
        var id = await engine.StartAsync();
        await engine.PumpAsync();

        (await engine.NotesAsync()).ShouldBe(["order 1"]);
        courier.Orders.Count.ShouldBe(1);
        (await engine.FindAsync(id)).SubStatus.ShouldBe(WorkflowSubStatus.Finished);
    }

    [Fact]
    public async Task The_effect_refuses_what_it_cannot_do()
    {
        await using var engine = await Engine.CreateAsync(services => services.AddActivity<OrderCourier>().AddSingleton<ICourier>(new Courier()));
        await engine.PublishAsync(Define.Flow([Ordering(""), "failed"], "c.Failed>failed"));
        var id = await engine.StartAsync();
        await engine.PumpAsync();
        (await engine.JournalAsync(id)).ShouldContain("failed:Completed");
    }

    [Fact]
    public async Task The_wait_is_met_by_a_payment_or_by_its_time()
    {
        var definition = Define.Flow([Define.Of("w", "Shop.WaitForPayment", ("amount", new { memoryReference = new { id = "A" } })), "paid", "late"], "w.Paid>paid w.Late>late", variables: [Define.Variable("A")]);
        var paid = await new InMemory(definition, typeof(WaitForPayment)).StartAsync(correlationId: "order-1");
        await paid.SignalAsync(WaitForPayment.Payment, 300m);
        paid.Lines.ShouldBe(["paid"]);
        paid.Variable("A").ShouldBe(300m);

        var late = await new InMemory(definition, typeof(WaitForPayment)).StartAsync();
        await late.SkipTimeAsync();
        late.Lines.ShouldBe(["late"]);
    }

    private static System.Text.Json.Nodes.JsonObject Ordering(string address) =>
        Define.Of("c", "Shop.OrderCourier", ("address", Define.Literal(address)), ("orderNumber", new { memoryReference = new { id = "Number" } }),
        // The clock stands still, so nothing may wait for the next attempt.
        ("customProperties", new { resilienceStrategy = new { delay = "00:00:00" } }));

    /// <summary>Takes the first order and then does not answer.</summary>
    private sealed class Courier : ICourier
    {
        public Dictionary<string, string> Orders { get; } = [];

        public Task<string> OrderAsync(string key, string address, CancellationToken ct)
        {
            Orders.Add(key, $"order {Orders.Count + 1}");
            throw new HttpRequestException("The line is dead.");
        }

        public Task<string?> FindAsync(string key, CancellationToken ct) => Task.FromResult(Orders.GetValueOrDefault(key));
    }
}
