using System.Reflection;
using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Text;
using AgentIQ.Workflows.Durable;
using AgentIQ.Workflows.Durable.Bursts;
using AgentIQ.Workflows.Durable.Definitions;
using AgentIQ.Workflows.Durable.Effects;
using AgentIQ.Workflows.Durable.Incidents;
using AgentIQ.Workflows.Durable.Instances;
using AgentIQ.Workflows.Durable.Monitoring;
using AgentIQ.Workflows.Durable.Moves;
using AgentIQ.Workflows.Durable.Queue;
using AgentIQ.Workflows.Durable.Retention;
using AgentIQ.Workflows.Expressions.JavaScript;
using AgentIQ.Workflows.Http.Incoming;
using AgentIQ.Workflows.Http.Outgoing;
using AgentIQ.Workflows.InMemory;
using AgentIQ.Workflows.Scheduling;
using AgentIQ.Workflows.Monitoring;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentIQ.Workflows;

/// <summary>Adds the workflow engine to a process.</summary>
public static class WorkflowsServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="IWorkflows"/>, <see cref="IWorkflowDefinitions"/>, <see cref="IWorkflowDefinitionQueries"/>, <see cref="IWorkflowMonitor"/> and the worker. Needs a
    /// <see cref="Database"/> with <see cref="WorkflowsSchema.Part"/>; takes <see cref="TimeProvider"/> and <see cref="IIdSource"/> from the
    /// collection when they are there.
    /// </summary>
    public static WorkflowsBuilder AddWorkflows(this IServiceCollection services, Action<WorkflowOptions>? configure = null)
    {
        LimitRegularExpressions();
        var options = new WorkflowOptions();
        configure?.Invoke(options);
        var builder = new WorkflowsBuilder();
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IIdSource, UuidV7Source>();
        services.TryAddSingleton<Random>();
        services.AddLogging();
        services.AddSingleton(s => new ActivityRegistry([.. builder.Activities, .. s.GetServices<ActivitySet>().SelectMany(set => set.Types)]));
        services.AddSingleton<IJavaScriptCompiler, JavaScriptCompiler>();
        services.AddSingleton<DefinitionCompiler>();
        services.AddSingleton<WorkflowActivityStore>();
        services.AddSingleton<IWorkflowActivityCatalog>(s => s.GetRequiredService<WorkflowActivityStore>());
        services.AddSingleton<WorkflowCatalog>();
        services.AddSingleton<DefinitionText>();
        services.AddSingleton<DefinitionQueries>();
        services.AddSingleton<IWorkflowDefinitionQueries>(s => s.GetRequiredService<DefinitionQueries>());
        services.AddSingleton<PlatformImporter>();
        services.AddSingleton<TenantValidator>();
        services.AddSingleton<DraftWriter>();
        services.AddSingleton<Publisher>();
        services.AddSingleton<IWorkflowDefinitions, DefinitionStore>();
        services.AddSingleton<MovePlanner>();
        services.AddSingleton<MoveApplier>();
        services.AddSingleton<IInstanceMoves, InstanceMoves>();
        services.AddSingleton<IWorkflowMonitor, WorkflowMonitor>();
        services.AddSingleton<InstanceStates>();
        services.AddSingleton<InstanceCancelling>();
        services.AddSingleton<InstanceRemoval>();
        services.AddSingleton<VariableDesk>();
        services.AddSingleton<InstanceArchives>();
        services.AddSingleton<IWorkflowInstances, InstanceStore>();
        services.AddSingleton<InstanceChanges>();
        services.AddSingleton<IActivityTrials, ActivityTrials>();
        services.AddSingleton<RetentionRound>();
        services.AddSingleton<SandboxRetention>();
        services.AddSingleton<JournalReader>();
        services.AddSingleton<IWorkflowViewer, WorkflowViewer>();
        services.AddSingleton<DeadWorkDesk>();
        services.AddSingleton<IIncidents, IncidentDesk>();
        services.AddSingleton<WorkBell>();
        services.AddSingleton<WorkflowClient>();
        services.AddSingleton<IWorkflows>(s => s.GetRequiredService<WorkflowClient>());
        services.AddSingleton<WorkQueue>();
        services.AddSingleton<EffectLedger>();
        services.AddSingleton<EffectRunner>();
        services.AddSingleton<DeadWorkWriter>();
        services.AddSingleton<HttpSender>();
        services.AddSingleton<EndpointFinder>();
        services.AddSingleton<PendingRequests>();
        services.AddSingleton<WorkflowRequestHandler>();
        services.AddSingleton<BurstEvents>();
        services.AddSingleton<ScheduleStore>();
        services.AddSingleton<ScheduleProjection>();
        services.AddSingleton<ScheduleRunner>();
        services.AddSingleton<BurstHandler>();
        services.AddSingleton<StimulusHandler>();
        services.AddSingleton<WorkHandler>();
        services.AddSingleton<BurstBatch>();
        services.AddSingleton<BurstRunner>();
        services.AddHostedService<WorkflowStartup>();
        services.AddHostedService<WorkNotifier>();
        if (options.RunsWorker)
        {
            services.AddHostedService<WorkflowWorker>();
            services.AddHostedService<ScheduleReconciliation>();
            services.AddHostedService<WorkflowHousekeeping>();
            services.AddHostedService<QueueGauges>();
        }

        return builder;
    }

    /// <summary>
    /// Adds every activity class of an assembly, before or after <see cref="AddWorkflows"/>: so a layer brings its own activities. A
    /// class that is declared wrongly fails when the engine starts, by name.
    /// </summary>
    public static IServiceCollection AddActivitiesFrom(this IServiceCollection services, Assembly assembly) =>
        services.AddSingleton(new ActivitySet([.. ActivityRegistry.TypesOf(assembly)]));

    /// <summary>Adds one activity class, before or after <see cref="AddWorkflows"/>.</summary>
    public static IServiceCollection AddActivity<T>(this IServiceCollection services)
        where T : Activity =>
        services.AddSingleton(new ActivitySet([typeof(T)]));

    /// <summary>
    /// Gives every regular expression of the process a default time limit of ten seconds; those of scripts have a shorter one of their own.
    /// The runtime reads the setting once, before its first regular expression, so call it in the first line of <c>Main</c>;
    /// a process that comes too late says so in its log when the engine starts.
    /// </summary>
    public static void LimitRegularExpressions() => JavaScriptLimits.LimitRegularExpressions();

    private sealed record ActivitySet(IReadOnlyList<Type> Types);
}
