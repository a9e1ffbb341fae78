using AgentIQ.Workflows.Studio.Instances.Archiving;
using AgentIQ.Workflows.Studio.Instances.Ending;
using AgentIQ.Workflows.Studio.Instances.Listing;
using AgentIQ.Workflows.Studio.Instances.Running;
using AgentIQ.Workflows.Studio.Instances.Trying;
using AgentIQ.Workflows.Studio.Instances.Viewing;
using Microsoft.AspNetCore.Routing;

namespace AgentIQ.Workflows.Studio.Instances;

/// <summary>Instances: the list, the viewer, and what makes them run and end (elsa-studio-contract 2.4 and 2.5).</summary>
internal static class InstancesRoutes
{
    public static void MapInstances(this IEndpointRouteBuilder api)
    {
        api.MapInstanceList();
        api.MapInstance();
        api.MapJournal();
        api.MapExecutions();
        api.MapVariables();
        api.MapExecute();
        api.MapDispatch();
        api.MapStimuli();
        api.MapCancelling();
        api.MapDeleting();
        api.MapArchiving();
        api.MapTrials();
    }
}
