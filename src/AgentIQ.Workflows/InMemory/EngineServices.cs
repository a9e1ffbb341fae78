using AgentIQ.Postgres;
using AgentIQ.Workflows.Http.Outgoing;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.InMemory;

/// <summary>
/// What the engine's own activities need, and nothing else: whoever asks for more is told that it cannot be tried without the product
/// around it.
/// </summary>
internal sealed class EngineServices : IServiceProvider
{
    public static readonly EngineServices Instance = new();

    /// <summary>What the engine's activities can do without.</summary>
    private static readonly HashSet<Type> Optional = [typeof(Database), typeof(SecretBox), typeof(IServiceProviderIsService), typeof(IServiceProviderIsKeyedService)];

    private readonly WorkflowOptions _options = new();
    private readonly Lazy<HttpSender> _http;

    private EngineServices() => _http = new Lazy<HttpSender>(() => new HttpSender(_options));

    public object? GetService(Type serviceType) => serviceType switch
    {
        _ when serviceType == typeof(IServiceProvider) => this,
        _ when serviceType == typeof(WorkflowOptions) => _options,
        _ when serviceType == typeof(HttpSender) => _http.Value,
        _ when Optional.Contains(serviceType) => null,
        { IsGenericType: true } when serviceType.GetGenericTypeDefinition() == typeof(IEnumerable<>) => Array.CreateInstance(serviceType.GenericTypeArguments[0], 0),
        _ => throw new InvalidOperationException($"The workflow runs in memory, where there is no {serviceType.Name}: this activity needs the product's services and its database. Try it on a running server."),
    };
}
