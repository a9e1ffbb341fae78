using System.Text.Json;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Text;
using AgentIQ.Workflows.Expressions.JavaScript;

namespace AgentIQ.Workflows.Tests.Definitions;

/// <summary>What is handed out is what was saved, but for what the server owns.</summary>
public sealed class DefinitionTextTests
{
    private static readonly DateTimeOffset Created = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DefinitionEnvelope Envelope = new("v-9", "rnd", 9, Created, IsLatest: true, IsPublished: false, IsReadonly: false);
    private static readonly DefinitionRevision Revision = new("v-9", 3);
    private static readonly DefinitionText Text = new(new ActivityRegistry(Type.EmptyTypes));
    private static readonly HashSet<string> Owned = ["id", "definitionId", "version", "createdAt", "isLatest", "isPublished", "isReadonly", "links", "$schema"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 300)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_is_lost_on_the_way_to_the_designer_and_back(int seed)
    {
        var stored = new RandomDefinitionText(seed).Definition();
        var handedOut = Text.ForDesigner(stored, Envelope, links: "[]", Revision, WorkflowActivitySet.Empty);
        var back = DefinitionText.ForStore(handedOut);

        using var before = JsonDocument.Parse(stored);
        using var after = JsonDocument.Parse(back);
        Same(before.RootElement, after.RootElement, isDefinition: true, $"seed {seed}: ");
        Hash(back).ShouldBe(Hash(DefinitionText.ForStore(Text.ForDesigner(back, Envelope, links: null, Revision, WorkflowActivitySet.Empty))), "a save of what was handed out is no change");
        after.RootElement.GetProperty("id").GetString().ShouldBe("v-9");
        after.RootElement.GetProperty("version").GetInt32().ShouldBe(9);
        Text.ForDesigner(back, Envelope, links: "[]", Revision, WorkflowActivitySet.Empty).ShouldBe(handedOut, "handing out is stable");
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_activity_that_the_designer_gets_has_a_descriptor_and_a_node_id(int seed)
    {
        using var handedOut = JsonDocument.Parse(Text.ForDesigner(new RandomDefinitionText(seed).Definition(), Envelope, links: null, Revision, WorkflowActivitySet.Empty));
        var registry = new ActivityRegistry(Type.EmptyTypes);
        var compiled = new DefinitionCompiler(registry, new JavaScriptCompiler()).Compile(handedOut.RootElement.GetRawText()).Workflow.ShouldNotBeNull();
        var nodeIds = new List<string>();
        Visit(handedOut.RootElement.GetProperty("root"), "Workflow1");
        nodeIds.ShouldBe(compiled.Nodes.Select(n => n.NodeId), ignoreOrder: true);

        void Visit(JsonElement activity, string parent)
        {
            var descriptor = registry.Find(activity.GetProperty("type").GetString()!, 0).ShouldNotBeNull(activity.GetRawText());
            if (activity.Number("version") is { } version)
            {
                version.ShouldBe(descriptor.Version);
            }

            var nodeId = $"{parent}:{activity.GetProperty("id").GetString()}";
            activity.GetProperty("nodeId").GetString().ShouldBe(nodeId);
            nodeIds.Add(nodeId);
            foreach (var child in ActivityPlaces.Inside(activity, descriptor))
            {
                Visit(child, nodeId);
            }
        }
    }

    [Fact]
    public void An_export_is_the_saved_text_with_the_envelope_and_the_schema()
    {
        const string stored = """
            {
              "definitionId": "x", "version" : 1.0,
              "name": "Жизнь", "odd": 1e3,
              "root": {"id":"w","type":"No.Such","version":1.0}
            }
            """;
        Text.ForExport(stored, Envelope).ReplaceLineEndings("\n").ShouldBe("""
            {
              "$schema":"https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
              "id":"v-9",
              "createdAt":"2026-03-01T12:00:00+00:00",
              "isLatest":true,
              "isPublished":false,
              "isReadonly":false,
              "definitionId": "rnd", "version" : 9,
              "name": "Жизнь", "odd": 1e3,
              "root": {"id":"w","type":"No.Such","version":1.0}
            }
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void An_unknown_activity_goes_out_as_a_placeholder_that_keeps_its_place_and_comes_back_as_it_was()
    {
        const string odd = """{ "id":"odd", "type":"No.Such", "version":3, "speed":1.0, "inner":{"id":"x","type":"Elsa.If"}, "metadata":{"designer":{"position":{"x":1.0,"y":2}},"displayText":"Мой"} }""";
        var stored = """{"definitionId":"x","root":{"id":"f","type":"Elsa.Flowchart","version":1,"activities":[""" + odd + "]}}";

        var handedOut = Text.ForDesigner(stored, Envelope, links: null, Revision, WorkflowActivitySet.Empty);

        using var document = JsonDocument.Parse(handedOut);
        var placeholder = document.RootElement.GetProperty("root").GetProperty("activities")[0];
        placeholder.Text("type").ShouldBe("Elsa.NotFoundActivity");
        placeholder.Text("id").ShouldBe("odd");
        placeholder.Text("nodeId").ShouldBe("Workflow1:f:odd");
        placeholder.Text("missingTypeName").ShouldBe("No.Such");
        placeholder.Number("missingTypeVersion").ShouldBe(3);
        placeholder.Text("originalActivityJson").ShouldBe(odd);
        placeholder.GetProperty("metadata").Text("displayText").ShouldBe("Not Found: No.Such");
        placeholder.GetProperty("metadata").GetProperty("designer").GetProperty("position").Number("y").ShouldBe(2);
        DefinitionText.ForStore(handedOut).ShouldContain(odd);

        var moved = DefinitionText.ForStore(handedOut.Replace("\"y\":2", "\"y\":77", StringComparison.Ordinal));
        moved.ShouldContain("\"speed\":1.0");
        moved.ShouldContain("\"y\":77");
        moved.ShouldContain("\"displayText\":\"Мой\"");
    }

    [Fact]
    public void A_known_type_of_an_unknown_version_goes_out_as_its_newest_version()
    {
        var handedOut = Text.ForDesigner("""{"definitionId":"x","root":{"id":"w","type":"Elsa.WriteLine","version":42}}""", Envelope, links: null, Revision, WorkflowActivitySet.Empty);
        handedOut.ShouldContain("\"type\":\"Elsa.WriteLine\",\"version\":1}");
    }

    [Fact]
    public void Null_collections_become_empty_because_the_designer_cannot_take_null()
    {
        var handedOut = Text.ForDesigner("""{"definitionId":"x","variables":null,"options": null,"root":{"id":"w","type":"Elsa.WriteLine"}}""", Envelope, links: """[{"rel":"publish"}]""", Revision, WorkflowActivitySet.Empty);
        handedOut.ShouldContain("\"variables\":[]");
        handedOut.ShouldContain("\"options\": {}");
        handedOut.ShouldContain("\"links\":[{\"rel\":\"publish\"}]");
    }

    private static string Hash(string text)
    {
        using var document = JsonDocument.Parse(text);
        return ContentHash.Of(document.RootElement);
    }

    private static void Same(JsonElement before, JsonElement after, bool isDefinition, string path)
    {
        switch (before.ValueKind)
        {
            case JsonValueKind.Object:
                var kept = after.EnumerateObject().Where(p => before.TryGetProperty(p.Name, out _)).ToList();
                kept.Select(p => p.Name).ShouldBe(before.EnumerateObject().Select(p => p.Name), path);
                foreach (var added in after.EnumerateObject().Where(p => !before.TryGetProperty(p.Name, out _)))
                {
                    // The designer gets the state that it was given in custom properties, so it sends empty ones back where there were none.
                    (isDefinition ? Owned.Contains(added.Name) || added is { Name: "customProperties", Value.ValueKind: JsonValueKind.Object } && added.Value.GetPropertyCount() == 0 : added.Name == "nodeId")
                        .ShouldBeTrue($"{path} added {added.Name}");
                }

                foreach (var (property, now) in before.EnumerateObject().Zip(kept).Where(p => isDefinition ? !Owned.Contains(p.First.Name) : p.First.Name is not "nodeId"))
                {
                    if (isDefinition && property.Value.ValueKind == JsonValueKind.Null)
                    {
                        continue;
                    }

                    if (property.Name == "version" && before.TryGetProperty("type", out _))
                    {
                        continue; // Of an activity: the newest version of its type.
                    }

                    Same(property.Value, now.Value, isDefinition: false, $"{path}.{property.Name}");
                }

                break;
            case JsonValueKind.Array:
                after.GetArrayLength().ShouldBe(before.GetArrayLength(), path);
                for (var i = 0; i < before.GetArrayLength(); i++)
                {
                    Same(before[i], after[i], isDefinition: false, $"{path}[{i}]");
                }

                break;
            default:
                after.GetRawText().ShouldBe(before.GetRawText(), path);
                break;
        }
    }
}
