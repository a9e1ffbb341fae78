using System.Net;
using AgentIQ.Orchestration.Team;
using AgentIQ.Server.Security;
using AgentIQ.Workflows.Studio;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Server.Tests.Security;

/// <summary>Calls every endpoint that the server has, so that a new one is covered on the day it is written.</summary>
public sealed class EveryEndpointTests
{
    /// <summary>The only addresses that answer nobody in particular. A new one belongs here only after thinking about it.</summary>
    private static readonly string[] Open =
    [
        "DELETE /api/session", "POST /api/session",
        "* /health/live", "* /health/ready", "* /health/startup", "GET /metrics",
        // Who may call is decided by the HTTP Endpoint of the workflow; without sign-in only where the installation allows that.
        "* /workflows/{tenant:guid}/{**path}",
        // The designer's pages hold no data. Without a session they lead to the sign-in page; in a frame the console asks for it over them.
        "GET /studio/definitions", "HEAD /studio/definitions", "GET /studio/definitions/{id}", "HEAD /studio/definitions/{id}",
        "GET /studio/instances", "HEAD /studio/instances", "GET /studio/instances/{id}", "HEAD /studio/instances/{id}",
        // Redirects of addresses that the designer has built in.
        "GET /studio", "GET /studio/workflows/definitions/{id}/edit", "GET /studio/workflows/instances/{id}/view",
        "GET /studio/alterations/instances/{id}", "GET /alterations/instances/{id}",
        "GET /studio/diagnostics/structured-logs", "GET /diagnostics/structured-logs",
    ];

    [Fact]
    public async Task Only_the_listed_endpoints_are_open()
    {
        await using var desk = await Desk.StartAsync();

        Endpoints(desk).Where(endpoint => endpoint.IsOpen).Select(endpoint => endpoint.Name).Distinct().ShouldBe(Open, ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_gets_401_and_no_redirect_from_all_others()
    {
        await using var desk = await Desk.StartAsync();
        using var nobody = desk.Browser();
        foreach (var endpoint in Endpoints(desk).Where(endpoint => !endpoint.IsOpen))
        {
            var response = await nobody.SendAsync(endpoint.Method, endpoint.Path, endpoint.Body);

            response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized, endpoint.Name);
            (await Browser.ReadAsync(response)).GetProperty("code").GetString().ShouldBe("sign_in_needed", endpoint.Name);
        }
    }

    [Theory]
    [InlineData(TeamRole.Analyst, AccessPolicies.CanAnswer)]
    [InlineData(TeamRole.Operator, AccessPolicies.CanManage)]
    [InlineData(TeamRole.Manager, AccessPolicies.CanOwn)]
    public async Task The_wrong_role_gets_403(TeamRole role, string policy)
    {
        await using var desk = await Desk.StartAsync(options => options with { Endpoints = Probes.Map });
        using var person = await desk.SignInAsync(role);
        var protectedOnes = Endpoints(desk).Where(endpoint => endpoint.Policies.Contains(policy)).ToList();
        protectedOnes.ShouldNotBeEmpty();
        foreach (var endpoint in protectedOnes)
        {
            var response = await person.SendAsync(endpoint.Method, endpoint.Path, endpoint.Body);

            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden, endpoint.Name);
            (await Browser.ReadAsync(response)).GetProperty("code").GetString().ShouldBe("not_allowed", endpoint.Name);
        }
    }

    [Fact]
    public async Task What_is_another_sellers_or_nobodys_is_not_found()
    {
        await using var desk = await Desk.StartAsync(options => options with { Endpoints = Probes.Map });
        using var owner = await desk.SignInAsync(Desk.OtherOwner);
        foreach (var endpoint in Endpoints(desk).Where(endpoint => endpoint.Pattern.Contains("{id", StringComparison.Ordinal) && endpoint.Method == HttpMethod.Get && !endpoint.IsOpen))
        {
            var response = await owner.SendAsync(endpoint.Method, endpoint.Path, null);

            if (endpoint.IsListOfDesigner && response.StatusCode == HttpStatusCode.OK)
            {
                // The designer's page ends at an error, so what belongs to something unknown is an empty list.
                (await Browser.ReadAsync(response)).GetProperty("items").GetArrayLength().ShouldBe(0, endpoint.Name);
                continue;
            }

            await response.ShouldBeProblemAsync(HttpStatusCode.NotFound, "not_found");
        }
    }

    private static IEnumerable<Target> Endpoints(Desk desk)
        => from endpoint in desk.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["*"]
           select new Target(endpoint, method);

    private sealed record Target(RouteEndpoint Endpoint, string Verb)
    {
        public string Pattern => (Endpoint.RoutePattern.RawText ?? "").TrimEnd('/');

        public string Name => $"{Verb} {Pattern}";

        public bool IsOpen => Endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;

        public bool IsListOfDesigner => Pattern.StartsWith(StudioEndpoints.ApiPath, StringComparison.Ordinal)
            && Path.Split('/')[^1] is "journal" or "variables" or "call-stack";

        public HttpMethod Method => Verb is "*" ? HttpMethod.Get : HttpMethod.Parse(Verb);

        public object? Body => Method == HttpMethod.Get || Method == HttpMethod.Delete ? null : new { };

        public IReadOnlyList<string?> Policies => [.. Endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(data => data.Policy)];

        /// <summary>The pattern with an interaction of the first seller, or anything, in the place of its parameters.</summary>
        public string Path => "/" + string.Join('/', Endpoint.RoutePattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "documentName" } => "v1",
            _ => Probes.OfFirstSeller.ToString(),
        }))));
    }
}
