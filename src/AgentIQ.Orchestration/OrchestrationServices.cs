using AgentIQ.Interactions;
using AgentIQ.Orchestration.Assignment;
using AgentIQ.Orchestration.Escalation;
using AgentIQ.Orchestration.Facts;
using AgentIQ.Orchestration.Lifecycle;
using AgentIQ.Orchestration.Routing;
using AgentIQ.Orchestration.Team;
using AgentIQ.Orchestration.Priorities;
using AgentIQ.Rules;
using AgentIQ.Rules.Backtests;
using AgentIQ.Rules.Facts;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Activities;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Orchestration;

/// <summary>Registers layer 3.</summary>
public static class OrchestrationServices
{
    /// <summary>Adds the team, priority, routing, assignment, escalation, and the activities of the lifecycle.</summary>
    public static IServiceCollection AddOrchestration(this IServiceCollection services, LifecycleOptions? lifecycle = null) => services
        .AddTeam()
        .AddSingleton(lifecycle ?? new LifecycleOptions())
        .AddSingleton<IFactSource, OrchestrationFacts>()
        .AddSingleton<IConsequences, SlaConsequences>()
        .AddSingleton<SimilarComplaints>()
        .AddSingleton<InteractionFacts>()
        .AddSingleton<EscalationWatch>()
        .AddSingleton<IPublicationObserver, EscalationChanges>()
        .AddSingleton<Assignments>()
        .AddSingleton<Router>()
        .AddSingleton<IActivityChoices, AssigneeChoices>()
        .AddSingleton<IInteractionListener, LifecycleListener>()
        .AddSingleton<IInstanceObserver, IncidentWatch>()
        .AddActivitiesFrom(typeof(OrchestrationServices).Assembly);
}
