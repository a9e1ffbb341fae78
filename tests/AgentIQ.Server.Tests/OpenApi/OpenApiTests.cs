using System.Text.Json;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Commands;

namespace AgentIQ.Server.Tests.OpenApi;

public sealed class OpenApiTests
{
    [Fact]
    public async Task The_committed_document_is_what_the_server_says()
    {
        var file = Repository.File("src/console/openapi.json");

        var said = await OpenApiCommand.DescribeAsync(TestContext.Current.CancellationToken);

        File.Exists(file).ShouldBeTrue($"write it: agentiq openapi > src/console/openapi.json");
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken))
            .ShouldBe(said, "write it again: agentiq openapi > src/console/openapi.json");
    }

    [Fact]
    public async Task A_running_server_serves_the_same_document()
    {
        await using var desk = await Desk.StartAsync();
        using var browser = await desk.SignInAsync(TeamRole.Analyst);

        var served = await browser.JsonAsync("/openapi/v1.json");

        using var said = JsonDocument.Parse(await OpenApiCommand.DescribeAsync(TestContext.Current.CancellationToken));
        JsonElement.DeepEquals(served, said.RootElement).ShouldBeTrue();
    }

    [Fact]
    public async Task Enums_are_words_members_are_required_and_every_operation_has_a_name_and_a_summary()
    {
        using var document = JsonDocument.Parse(await OpenApiCommand.DescribeAsync(TestContext.Current.CancellationToken));
        var schemas = document.RootElement.GetProperty("components").GetProperty("schemas");

        schemas.GetProperty("TeamRole").GetProperty("enum").EnumerateArray().Select(word => word.GetString())
            .ShouldBe(["owner", "manager", "operator", "analyst"]);
        schemas.GetProperty("TeamMember").GetProperty("required").EnumerateArray().Select(name => name.GetString())
            .ShouldBe(["id", "name", "email", "role"], ignoreOrder: true);
        foreach (var operation in document.RootElement.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()))
        {
            operation.Value.GetProperty("operationId").GetString().ShouldNotBeNullOrEmpty();
            operation.Value.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
        }
    }
}
