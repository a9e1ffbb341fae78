using System.Text.Json.Nodes;
using AgentIQ.Testing;
using AgentIQ.Workflows.Activities;
using AgentIQ.Workflows.Definitions;
using AgentIQ.Workflows.Expressions.JavaScript;
using AgentIQ.Workflows.Tests.Durable;
using Microsoft.Extensions.DependencyInjection;

namespace AgentIQ.Workflows.Tests.Suite;

/// <summary>The durable engine on one database, for many cases one after the other.</summary>
public sealed class PostgresStore : IAsyncLifetime
{
    private static readonly ActivityRegistry Activities = ActivityRegistry.Of(
        [.. new ActivityRegistry(Type.EmptyTypes).All.Where(d => d.TypeName != "Elsa.WriteLine"), DescriptorFactory.Create(typeof(HeardWriteLine))]);

    private readonly TestIds _tenants = new();
    private readonly WrittenLines _lines = new();
    private Engine _engine = null!;
    private WorkflowOptions _options = null!;

    internal DefinitionCompiler Compiler { get; } = new(Activities, new JavaScriptCompiler());

    public async ValueTask InitializeAsync() => _engine = await Engine.CreateAsync(
        services => services.AddSingleton(Activities).AddSingleton(_lines),
        options => _options = options);

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    /// <summary>What publishing the case's definitions will refuse.</summary>
    public Task<IReadOnlyList<Diagnostic>> ErrorsAsync(JsonObject request) => Task.FromResult<IReadOnlyList<Diagnostic>>(
        [.. request["definitions"]!.AsArray().SelectMany(d => Compiler.Compile(
            d!.ToJsonString(), activities: WorkflowActivitySet.Of(request["definitions"]!.AsArray().Select(other => other!.ToJsonString()))).Diagnostics).Where(d => d.Severity >= DiagnosticSeverity.Error)]);

    /// <summary>Runs a request as the recorded cases' README says, and reports in its form.</summary>
    public Task<JsonObject> RunAsync(JsonObject request)
    {
        _options.FlowchartMode = request["mode"]?.GetValue<string>() == "token" ? FlowchartMode.Token : FlowchartMode.Counter;
        return new PostgresRun(_engine, Compiler, _lines, _tenants.Next()).RunAsync(request);
    }
}
