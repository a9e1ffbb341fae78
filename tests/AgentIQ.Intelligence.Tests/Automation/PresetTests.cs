using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Facts;

namespace AgentIQ.Intelligence.Tests.Automation;

/// <summary>The presets and the channels of each scenario, written down here once more (domain 7.1).</summary>
public sealed class PresetTests
{
    private static readonly string[] All = ["review", "question", "chat"];
    private static readonly string[] Asked = ["question", "chat"];

    private static readonly Dictionary<string, string[]> ScenarioChannels = new(StringComparer.Ordinal)
    {
        [IntentNames.Thanks] = ["review"],
        [IntentNames.DeliveryStatus] = All,
        [IntentNames.PrePurchase] = Asked,
        [IntentNames.SizingFit] = Asked,
        [IntentNames.Availability] = Asked,
        [IntentNames.Compatibility] = Asked,
        [IntentNames.RefundExchange] = All,
    };

    [Theory]
    [InlineData("safe", new[] { "review" }, 1)]
    [InlineData("balanced", new[] { "review", "question" }, 6)]
    [InlineData("max", new[] { "review", "question", "chat" }, 7)]
    public void A_preset_answers_its_scenarios_on_its_channels_alone(string preset, string[] channels, int scenarios)
    {
        var enabled = ScenarioChannels.Keys.Take(scenarios).ToArray();
        foreach (var (intent, channel) in IntentNames.All.SelectMany(intent => All.Select(channel => (intent, channel))))
        {
            var facts = new FactValues(Shipped.Facts)
                .Set("channel", channel).Set("rating", channel == "review" ? 5L : null).Set("intent", intent).Set("flags", Array.Empty<string>()).Set("link_type", "none")
                .Set("auto_send_enabled", true).Set("auto_preset", preset).Set("draft_source", "template").Set("guardrails_valid", true);

            var expected = enabled.Contains(intent) && channels.Contains(channel) && ScenarioChannels[intent].Contains(channel);
            Shipped.AutoAction.Evaluate(facts).Outputs.Text("send").ShouldBe(expected ? "automatic" : "person", $"{preset} {intent} {channel}");
        }
    }
}
