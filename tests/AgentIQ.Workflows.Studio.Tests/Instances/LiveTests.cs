using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>The hub that tells open viewers of changes.</summary>
public sealed class LiveTests
{
    private const char End = '\u001e';

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_viewer_is_told_of_its_own_sellers_instance_and_nothing_of_others()
    {
        await using var host = await StudioHost.StartAsync(studio: options => options.RealTimeUpdates = true);
        await host.PublishAsync(Samples.Waiting);
        var (id, other) = (await host.StartAsync("waiting"), await host.StartAsync("waiting"));
        using var stranger = await ConnectAsync(host, Person.Stranger);
        await ObserveAsync(stranger, id);
        using var viewer = await ConnectAsync(host, Person.Operator);
        await ObserveAsync(viewer, id);
        await ObserveAsync(stranger, other);
        using var manager = host.As(Person.Manager);

        (await manager.PostAsync("/events/Go/trigger", new { workflowInstanceId = other })).Status.ShouldBe(200);
        await host.EndAsync(other);
        (await manager.PostAsync("/events/Go/trigger", new { workflowInstanceId = id })).Status.ShouldBe(200);

        var stats = await NextAsync(viewer);
        stats["target"]!.GetValue<string>().ShouldBe("ActivityExecutionLogUpdatedAsync");
        stats["arguments"]![0]!["stats"]!.AsArray().Select(s => s!["activityId"]!.GetValue<string>()).ShouldContain("Event1");
        var log = await NextAsync(viewer);
        (log["target"]!.GetValue<string>(), log["arguments"]![0]!.ToJsonString()).ShouldBe(("WorkflowExecutionLogUpdatedAsync", "{}"));
        var instance = await NextAsync(viewer);
        (instance["target"]!.GetValue<string>(), instance["arguments"]![0]!["workflowInstanceId"]!.GetValue<Guid>()).ShouldBe(("WorkflowInstanceUpdatedAsync", id));

        // The next thing that the stranger hears is the answer to another question: nothing came in between.
        await ObserveAsync(stranger, id);
    }

    [Fact]
    public async Task Nobody_may_connect_and_without_the_option_there_is_no_hub()
    {
        await using (var host = await StudioHost.StartAsync(studio: options => options.RealTimeUpdates = true))
        {
            (await Should.ThrowAsync<WebSocketException>(() => ConnectAsync(host, person: null))).Message.ShouldContain("401");
        }

        await using var without = await StudioHost.StartAsync();
        (await Should.ThrowAsync<WebSocketException>(() => ConnectAsync(without, Person.Operator))).Message.ShouldContain("404");
    }

    private static async Task<ClientWebSocket> ConnectAsync(StudioHost host, Person? person)
    {
        var socket = new ClientWebSocket();
        if (person is not null)
        {
            socket.Options.SetRequestHeader(TestAuthentication.HeaderName, person.Header);
        }

        var address = new UriBuilder(host.App.Urls.First()) { Scheme = "ws", Path = "/elsa/hubs/workflow-instance" };
        await socket.ConnectAsync(address.Uri, Ct);
        await SendAsync(socket, """{"protocol":"json","version":1}""");
        (await NextAsync(socket)).ToJsonString().ShouldBe("{}");
        return socket;
    }

    private static async Task ObserveAsync(ClientWebSocket socket, Guid instance)
    {
        await SendAsync(socket, $$"""{"type":1,"invocationId":"{{instance}}","target":"ObserveInstanceAsync","arguments":["{{instance}}"]}""");
        (await NextAsync(socket)).ToJsonString().ShouldBe($$"""{"type":3,"invocationId":"{{instance}}","result":null}""");
    }

    private static Task SendAsync(ClientWebSocket socket, string json) => socket.SendAsync(Encoding.UTF8.GetBytes(json + End), WebSocketMessageType.Text, endOfMessage: true, Ct);

    /// <summary>The next message; pings do not count. One byte after the other, so that the message after it stays where it is.</summary>
    private static async Task<JsonNode> NextAsync(ClientWebSocket socket)
    {
        while (true)
        {
            var message = new List<byte>();
            var next = new byte[1];
            while ((await socket.ReceiveAsync(next, Ct)).Count == 1 && next[0] != End)
            {
                message.Add(next[0]);
            }

            var json = JsonNode.Parse(message.ToArray())!;
            if (json["type"]?.GetValue<int>() is not 6)
            {
                return json;
            }
        }
    }
}
