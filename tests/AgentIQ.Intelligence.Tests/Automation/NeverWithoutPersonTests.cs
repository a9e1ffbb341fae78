using System.Text.Json.Nodes;
using AgentIQ.Intelligence.Intents;
using AgentIQ.Intelligence.Tests.Support;
using AgentIQ.Rules.Compilation;
using AgentIQ.Rules.Facts;
using AgentIQ.Rules.Sets;

namespace AgentIQ.Intelligence.Tests.Automation;

/// <summary>What only a person answers stays with a person in every version of <c>auto-action</c> that keeps the locked table.</summary>
public sealed class NeverWithoutPersonTests
{
    private static readonly string[] Channels = ["review", "question", "chat"];
    private static readonly int?[] Ratings = [1, 2, 3, 4, 5, null];
    private static readonly string[] Trouble = [IntentNames.DefectNotWorking, IntentNames.WrongItem, IntentNames.QualityComplaint];

    private const string SendEverything = """
        {"name": "NAME", "hitPolicy": "HIT", "rows": [
          {"id": "NAME-1", "priority": 1000000, "description": {"ru": "всё", "en": "all"}, "then": {"link_mode": "auto_allowed", "scenario": "auto", "send": "automatic"}}]}
        """;

    /// <summary>How a seller might try to get round the locked table.</summary>
    public static TheoryData<string> Versions => ["as shipped", "the locked table alone", "send everything, before", "send everything, after", "send everything, around, by default and on faults"];

    [Theory]
    [MemberData(nameof(Versions))]
    public void No_version_that_keeps_the_locked_table_sends_what_is_forbidden(string version)
    {
        var set = Version(version);
        var evaluation = set.NewEvaluation();
        var flags = Field("flags").Values;
        var sent = 0;
        foreach (var (situation, forbidden) in Situations(flags))
        {
            set.Evaluate(situation(), evaluation);
            var automatic = evaluation.Number("send") == 0;
            (automatic && forbidden is not null).ShouldBeFalse($"{version}: {forbidden}");
            sent += automatic ? 1 : 0;
        }

        // Otherwise the versions would prove nothing.
        (sent > 0).ShouldBe(version != "the locked table alone");
    }

    private static IEnumerable<(Func<FactValues> Facts, string? Forbidden)> Situations(IReadOnlyList<string> flags) =>
        from channel in Channels
        from rating in Ratings
        from intent in Field("intent").Values.Append(null)
        from flag in flags.Append("").Append(null)
        from valid in new bool?[] { true, false, null }
        let forbidden = rating <= 3 || (rating is null && channel == "review") || intent is null || Trouble.Contains(intent) || flag != "" || valid != true
        select ((Func<FactValues>)(() => new FactValues(Shipped.Facts)
            .Set("channel", channel).Set("rating", (long?)rating).Set("intent", intent)
            .Set("flags", flag is null ? null : flag.Length == 0 ? [] : [flag])
            .Set("guardrails_valid", valid).Set("auto_send_enabled", true).Set("auto_preset", "max").Set("auto_product_excluded", false)
            .Set("draft_source", "template").Set("link_type", "none")), forbidden ? $"{channel} {rating} {intent} {flag} {valid}" : null);

    private static FactField Field(string name) => Shipped.Facts.Fields[Shipped.Facts.SlotOf(name)];

    private static CompiledRuleSet Version(string version)
    {
        var document = JsonNode.Parse(Shipped.AutoAction.Source.Document.Json)!.AsObject();
        document.Remove("examples");
        var tables = document["tables"]!.AsArray();
        if (version != "as shipped")
        {
            foreach (var table in tables.Where(table => table!["locked"]?.GetValue<bool>() != true).ToList())
            {
                tables.Remove(table);
            }
        }

        if (version.Contains("before", StringComparison.Ordinal) || version.Contains("around", StringComparison.Ordinal))
        {
            tables.Insert(0, Everything("before", "first"));
        }

        if (version.Contains("after", StringComparison.Ordinal) || version.Contains("around", StringComparison.Ordinal))
        {
            tables.Add(Everything("after", "collect"));
        }

        if (version.Contains("default", StringComparison.Ordinal))
        {
            document["defaults"]!["send"] = "automatic";
            document["onFault"]!["send"] = "automatic";
        }

        return RuleSetCompiler.Compile(RuleSetDocument.Parse(document.ToJsonString(), "auto-action.json"), Shipped.Facts);
    }

    private static JsonNode Everything(string name, string hitPolicy) =>
        JsonNode.Parse(SendEverything.Replace("NAME", name, StringComparison.Ordinal).Replace("HIT", hitPolicy, StringComparison.Ordinal))!;
}
