using AgentIQ.Ingestion;
using AgentIQ.Workflows.Studio.Instances;

namespace AgentIQ.Server.Sandbox;

/// <summary>Registers trial runs.</summary>
internal static class SandboxServices
{
    /// <summary>Adds the samples, the simulated marketplace and what the designer's Run button starts with. After ingestion, whose default it replaces.</summary>
    public static IServiceCollection AddSandbox(this IServiceCollection services) => services
        .AddSingleton<SampleCopies>()
        .AddSingleton<SampleShelf>()
        .AddSingleton<ISandboxMarketplace, SandboxSimulator>()
        .AddSingleton<IDraftRuns, SandboxRuns>();
}
