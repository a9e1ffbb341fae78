using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Contract;

/// <summary>Marks a test that replays a recorded exchange against our routes.</summary>
/// <param name="name">Its name.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
internal sealed class ExchangeAttribute(string name) : Attribute
{
    public string Name { get; } = name;
}

/// <summary>Compares our answers with recorded ones.</summary>
internal static class ExchangeAssertions
{
    /// <summary>The answer has the exchange's status and shape.</summary>
    /// <param name="answer">Ours.</param>
    /// <param name="exchange">The exchange's name.</param>
    /// <param name="ours">Paths where the contract asks for something else, or that we add; see <see cref="Shape.Differences(System.Text.Json.JsonElement, IReadOnlyCollection{string})"/>.</param>
    public static void ShouldAgreeWith(this Answer answer, string exchange, params IReadOnlyCollection<string> ours)
    {
        var recorded = RecordedExchange.All[exchange];
        answer.Status.ShouldBe(recorded.Status, answer.Text);
        if (recorded.Response is not null)
        {
            recorded.Response.Differences(answer.Json.GetValue(), ours).ShouldBeEmpty();
        }
    }

    private static System.Text.Json.JsonElement GetValue(this System.Text.Json.Nodes.JsonNode node) =>
        System.Text.Json.JsonSerializer.SerializeToElement(node);
}
