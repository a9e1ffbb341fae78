using AgentIQ.Workflows.Studio.Tests.Support;

namespace AgentIQ.Workflows.Studio.Tests.Instances;

/// <summary>Who may ask which route of instances.</summary>
public sealed class AccessTests(SharedHost shared) : IClassFixture<SharedHost>
{
    private static readonly string Id = Guid.Empty.ToString();

    private static readonly (string Method, string Route)[] Reading =
    [
        ("GET", "/workflow-instances"), ("POST", "/workflow-instances"), ("GET", $"/workflow-instances/{Id}"), ("GET", $"/workflow-instances/{Id}/execution-state"),
        ("GET", $"/workflow-instances/{Id}/journal"), ("POST", $"/workflow-instances/{Id}/journal"), ("GET", $"/workflow-instances/{Id}/journal/a"),
        ("GET", $"/workflow-instances/{Id}/variables"), ("GET", "/activity-executions/list"), ("GET", "/activity-execution-summaries/list"),
        ("GET", "/activity-executions/count"), ("POST", "/activity-executions/report"), ("GET", $"/activity-executions/by-id?id={Id}-1"),
        ("GET", $"/activity-executions/{Id}-1"), ("GET", $"/activity-executions/{Id}-1/call-stack"), ("GET", $"/workflow-instances/{Id}/export"),
        ("POST", "/bulk-actions/export/workflow-instances"),
    ];

    private static readonly (string Method, string Route)[] Changing =
    [
        ("POST", "/workflow-definitions/d/execute"), ("GET", "/workflow-definitions/d/execute"), ("POST", "/workflow-definitions/d/dispatch"), ("POST", "/workflow-definitions/d/bulk-dispatch"),
        ("POST", "/events/Go/trigger"), ("POST", $"/tasks/{Id}/complete"), ("POST", $"/workflow-instances/{Id}/variables"), ("POST", $"/cancel/workflow-instances/{Id}"),
        ("POST", "/bulk-actions/cancel/workflow-instances"), ("DELETE", $"/workflow-instances/{Id}"), ("POST", "/bulk-actions/delete/workflow-instances"),
        ("POST", "/bulk-actions/delete/workflow-instances/by-id"), ("POST", "/bulk-actions/import/workflow-instances"), ("POST", "/tests/activities"),
    ];

    [Fact]
    public async Task Nobody_gets_nothing()
    {
        var host = shared.Host;
        using var nobody = host.As(null);
        foreach (var (method, route) in Reading.Concat(Changing))
        {
            (await nobody.SendAsync(new HttpMethod(method), route)).Status.ShouldBe(401, $"{method} {route}");
        }
    }

    [Fact]
    public async Task An_operator_reads_and_changes_nothing()
    {
        var host = shared.Host;
        using var viewer = host.As(Person.Operator);
        foreach (var (method, route) in Reading)
        {
            (await viewer.SendAsync(new HttpMethod(method), route)).Status.ShouldBeOneOf([200, 404], $"{method} {route}");
        }

        foreach (var (method, route) in Changing)
        {
            (await viewer.SendAsync(new HttpMethod(method), route)).Status.ShouldBe(403, $"{method} {route}");
        }
    }
}
