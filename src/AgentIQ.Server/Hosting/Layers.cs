using AgentIQ.Context;
using AgentIQ.Context.Facts;
using AgentIQ.Ingestion;
using AgentIQ.Intelligence;
using AgentIQ.Intelligence.Facts;
using AgentIQ.Interactions;
using AgentIQ.Orchestration;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Postgres;
using AgentIQ.Rules;
using AgentIQ.Rules.Facts;
using AgentIQ.Server.Api.Channels;
using AgentIQ.Server.Api.Interactions;
using AgentIQ.Server.Api.Policies;
using AgentIQ.Server.Api.Settings;
using AgentIQ.Server.Sandbox;
using AgentIQ.Server.Sessions;
using AgentIQ.Server.Team;
using AgentIQ.Server.Api.Workflows;
using AgentIQ.Server.Api.Workflows.Samples;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Http;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.Studio;
using AgentIQ.Workflows.Studio.Access;

namespace AgentIQ.Server.Hosting;

/// <summary>The table of what the product is made of: each layer's schema, services and endpoints, lowest first.</summary>
internal static class Layers
{
    private static readonly Lazy<InMemoryEngine> LazyActivities = new(() => new InMemoryEngine(
    [
        typeof(IngestionServices).Assembly, typeof(ContextServices).Assembly, typeof(OrchestrationServices).Assembly, typeof(IntelligenceServices).Assembly,
    ]));

    /// <summary>The schema, those that others refer to first.</summary>
    public static IReadOnlyList<SchemaPart> Schema { get; } =
    [
        WorkflowsSchema.Part,
        RulesSchema.Part,
        InteractionsSchema.Part,
        IngestionSchema.Part,
        ContextSchema.Part,
        OrchestrationSchema.Part,
        IntelligenceSchema.Part,
        ServerSchema.Part,
    ];

    /// <summary>The facts that policies may ask about, for commands without a database; the same as the layers register.</summary>
    public static IReadOnlyList<IFactSource> FactSources { get; } = [new ContextFacts(), new OrchestrationFacts(), new IntelligenceFacts()];

    /// <summary>The engine for workflows without a database, with the activities of all layers; made when it is first asked for.</summary>
    public static InMemoryEngine Activities => LazyActivities.Value;

    /// <summary>The layers' services, and the workers that the process' roles ask for.</summary>
    public static IServiceCollection AddLayers(this IServiceCollection services, ServerOptions options)
    {
        services.AddRules(ShippedFolder.Of("rules"));
        services.AddWorkflows(workflows =>
        {
            workflows.DefinitionsFolder = ShippedFolder.Of("workflows");
            workflows.RunsWorker = options.Roles.HasFlag(HostRoles.Worker);
            workflows.Http.AllowAnonymous = options.PublicWorkflows;
            workflows.Http.TenantConstraint = "guid";
        });
        services
            .AddInteractions()
            .AddIngestion(options.Ingestion)
            .AddContext()
            .AddOrchestration(options.Lifecycle)
            .AddIntelligence()
            .AddSingleton<InteractionViews>()
            .AddSingleton<IWorkflowHttpTenants, SellerHttpTenants>()
            .AddSandbox()
            .AddWorkflowsStudio()
            .AddSingleton<IStudioCallers, SellerStudioCallers>()
            .AddPolicyApi()
            .AddWorkflowApi();

        if (options.Roles.HasFlag(HostRoles.Worker))
        {
            services.AddHostedService<PartitionKeeper>();
        }

        if (options.Roles.HasFlag(HostRoles.Sync))
        {
            services.AddHostedService(provider => provider.GetRequiredService<SyncWorker>());
        }

        return services;
    }

    /// <summary>Everything under <c>/api</c>.</summary>
    public static IEndpointRouteBuilder MapApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapSessions();
        api.MapTeam();
        api.MapInteractions();
        api.MapChannels();
        api.MapAutomation();
        api.MapPolicies();
        api.MapWorkflowApi();
        return app;
    }
}
