using System.Text.Json;
using AgentIQ.Server.Hosting;

namespace AgentIQ.Server.Tests.Hosting;

/// <summary>The recorded histories stand in for the product's activities: what they stand for must be what the classes declare.</summary>
public sealed class HistoryStandInsTests
{
    private static readonly string Folder = Repository.File("tests/AgentIQ.Workflows.Tests/Histories");

    public static TheoryData<string> Histories => [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Histories))]
    public void Are_declared_as_the_classes_are(string history)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, history)));
        var standIns = document.RootElement.GetProperty("standIns").EnumerateObject().ToList();
        standIns.ShouldNotBeEmpty();
        foreach (var (type, standIn) in standIns.Select(p => (p.Name, p.Value)))
        {
            var declared = Layers.Activities.Activities.Find(type, version: 1).ShouldNotBeNull($"{type} is gone: record the histories again");
            declared.Kind.ToString().ShouldBe(standIn.GetProperty("kind").GetString(), type);
            declared.Outcomes.Select(o => o.Name).ShouldBe(Texts(standIn, "outcomes"), ignoreOrder: true, type);
            Texts(standIn, "inputs").Except(declared.Inputs.Select(i => i.Name)).ShouldBeEmpty(type);
        }
    }

    private static IEnumerable<string> Texts(JsonElement element, string property) => element.GetProperty(property).EnumerateArray().Select(t => t.GetString()!);
}
