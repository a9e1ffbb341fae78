using AgentIQ.Postgres;
using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Studio.Tests.Catalogue;

/// <summary>Each tenant's own colours.</summary>
internal sealed class Colours : IActivityChoices
{
    public string Name => "colours";

    public string Colour { get; set; } = "red";

    public int Asked { get; private set; }

    public Task<IReadOnlyList<Choice>> ListAsync(TenantScope scope, string language, CancellationToken ct)
    {
        Asked++;
        return Colour.Length == 0
            ? throw new InvalidOperationException("no paint")
            : Task.FromResult<IReadOnlyList<Choice>>([new Choice(Colour, $"{Colour} of {scope.TenantId} in {language}")]);
    }
}
