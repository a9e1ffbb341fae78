using AgentIQ.Workflows.Studio.Access;
using AgentIQ.Workflows.Studio.Answers;
using AgentIQ.Workflows.Studio.Catalogue.Descriptors;
using AgentIQ.Workflows.Studio.Catalogue.Lists;
using AgentIQ.Workflows.Studio.Catalogue.Scripting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Catalogue;

/// <summary>What the designer asks before it shows anything (elsa-studio-contract 2.1 and 2.6).</summary>
internal static class CatalogueRoutes
{
    private const string PackageVersion = "3.8.2";

    public static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        var catalogue = api.MapGroup(string.Empty).AddEndpointFilter<CatalogueErrors>();
        MapActivities(catalogue.MapGroup("/descriptors/activities"));
        MapLists(catalogue.MapGroup("/descriptors"));
        catalogue.MapGet("/package/version", () => StudioJson.Ok(new { PackageVersion }));
        catalogue.MapGet("/features/installed", (StudioOptions options) => Items(Features.Of(options)));
        catalogue.MapGet("/features/installed/{fullName}", (string fullName, StudioOptions options) =>
            Features.Of(options).FirstOrDefault(f => f.FullName == fullName) is { } feature ? StudioJson.Ok(feature) : Results.NotFound());
        catalogue.MapGet("/resilience/strategies", (WorkflowOptions options) => Items(ResilienceStrategy.Of(options)));
        catalogue.MapPost("/scripting/javascript/type-definitions/{definitionId}", async (string definitionId, StudioCaller caller, TypeDefinitions types, CancellationToken ct) =>
            Results.Text(await types.OfAsync(caller, definitionId, ct), "text/plain; charset=utf-8"));
    }

    private static void MapActivities(IEndpointRouteBuilder activities)
    {
        activities.MapGet(string.Empty, async (StudioCaller caller, HttpRequest request, ActivityCatalogue catalogue, CancellationToken ct) =>
            (IResult)await catalogue.AnswerAsync(caller, request.Language(), ct));
        activities.MapGet("/{typeName}", async (string typeName, int? version, StudioCaller caller, HttpRequest request, ActivityCatalogue catalogue, CancellationToken ct) =>
            await catalogue.FindAsync(caller, request.Language(), typeName, version, ct) is { } found ? StudioJson.Ok(found) : Results.NotFound());
        activities.MapPost("/{typeName}/options/{propertyName}", async (
            string typeName, string propertyName, StudioCaller caller, HttpRequest request, ActivityCatalogue catalogue, CancellationToken ct) =>
            StudioJson.Ok(new { Items = await catalogue.OptionsAsync(caller, request.Language(), typeName, propertyName, ct) }));
    }

    private static void MapLists(IEndpointRouteBuilder descriptors)
    {
        descriptors.MapGet("/expression-descriptors", (HttpRequest request) => Items(ExpressionTypes.In(request.Language())));
        descriptors.MapGet("/variables", (HttpRequest request) => Bare(VariableTypes.In(request.Language())));
        descriptors.MapGet("/storage-drivers", (HttpRequest request) => Bare(StorageDrivers.In(request.Language())));
        descriptors.MapGet("/workflow-activation-strategies", (HttpRequest request) => Items(Strategies.Activation(request.Language())));
        descriptors.MapGet("/incident-strategies", (HttpRequest request) => Items(Strategies.Incidents(request.Language())));
        descriptors.MapGet("/log-persistence-strategies", (HttpRequest request) => Items(Strategies.LogPersistence(request.Language())));
        descriptors.MapGet("/commit-strategies/workflows", () => Items<CommitStrategy>([]));
        descriptors.MapGet("/commit-strategies/activities", () => Items<CommitStrategy>([]));
        descriptors.MapGet("/output-converters", (string? sourceType, string? destinationType) => OutputConverters(sourceType, destinationType));
    }

    /// <summary>None: what an output is bound to converts by its own type.</summary>
    private static IResult OutputConverters(string? sourceType, string? destinationType)
    {
        string[] missing = [.. new[] { (nameof(sourceType), sourceType), (nameof(destinationType), destinationType) }.Where(p => string.IsNullOrEmpty(p.Item2)).Select(p => p.Item1)];
        return missing.Length == 0 ? Items<object>([]) : BadRequestAnswer.Of([.. missing.Select(name => $"The query has no {name}; expected the name of a type, such as String.")]);
    }

    private static IResult Items<T>(IReadOnlyList<T> items) => StudioJson.Ok(new ItemList<T>(items));

    private static IResult Bare<T>(IReadOnlyList<T> items) => StudioJson.Ok(new BareList<T>(items));
}
