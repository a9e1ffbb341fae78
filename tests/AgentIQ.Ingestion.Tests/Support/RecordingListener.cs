using AgentIQ.Interactions;
using AgentIQ.Postgres;

namespace AgentIQ.Ingestion.Tests.Support;

/// <summary>Stands in for the layer that moves workflows.</summary>
internal sealed class RecordingListener : IInteractionListener
{
    public List<string> Heard { get; } = [];

    /// <summary>Makes receiving this item fail, as a fault of a later layer would.</summary>
    public string? FailOn { get; set; }

    public Task CreatedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) => Hear("created", interaction);

    public Task EditedAsync(TenantScope scope, Interaction interaction, CancellationToken cancellationToken) => Hear("edited", interaction);

    public Task AnswerSeenAsync(TenantScope scope, Interaction interaction, InboundAnswer answer, CancellationToken cancellationToken) =>
        Hear($"answer {EnumText<AnswerState>.Of(answer.State)}", interaction);

    private Task Hear(string what, Interaction interaction)
    {
        if (interaction.Key.ExternalId == FailOn)
        {
            throw new InvalidOperationException($"cannot take {interaction.Key.ExternalId}");
        }

        lock (Heard)
        {
            Heard.Add($"{what}: {interaction.Key.ExternalId}");
        }

        return Task.CompletedTask;
    }
}
