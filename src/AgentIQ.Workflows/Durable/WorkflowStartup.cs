using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Expressions.JavaScript;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace AgentIQ.Workflows.Durable;

/// <summary>Before any work: checks that every activity class is declared rightly, and imports the platform's definitions.</summary>
internal sealed partial class WorkflowStartup(ActivityRegistry registry, IWorkflowDefinitions definitions, WorkflowOptions options, ILogger<WorkflowStartup> logger) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        LogActivities(registry.All.Count);
        if (!JavaScriptLimits.RegularExpressionsAreLimited)
        {
            LogUnlimited();
        }

        if (options.DefinitionsFolder is { } folder)
        {
            await definitions.ImportPlatformAsync(folder, cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "The workflow engine knows {Count} activity types.")]
    private partial void LogActivities(int count);

    [LoggerMessage(LogLevel.Warning, "Regular expressions have no default time limit, so one in a script could block a worker. Call WorkflowsServiceCollectionExtensions.LimitRegularExpressions() in the first line of Main.")]
    private partial void LogUnlimited();
}
