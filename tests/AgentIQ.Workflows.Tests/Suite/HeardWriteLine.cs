using System.Collections.Concurrent;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Tests.Suite;

/// <summary>Elsa.WriteLine, heard by the suite: the durable store keeps no list of lines over all instances of a tenant.</summary>
[Activity("Elsa.WriteLine")]
internal sealed class HeardWriteLine(WrittenLines lines) : StepActivity
{
    [Input]
    public string? Text { get; set; }

    protected override ValueTask ExecuteAsync(StepContext context, CancellationToken ct)
    {
        lines.Add(context.TenantId, Text ?? string.Empty);
        context.WriteLine(Text ?? string.Empty);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Lines by tenant, in the order in which they were written.</summary>
internal sealed class WrittenLines
{
    private readonly ConcurrentDictionary<Guid, ConcurrentQueue<string>> _byTenant = new();

    public void Add(Guid tenantId, string text) => _byTenant.GetOrAdd(tenantId, _ => new ConcurrentQueue<string>()).Enqueue(text);

    public IReadOnlyList<string> Of(Guid tenantId) => _byTenant.TryGetValue(tenantId, out var lines) ? [.. lines] : [];
}
