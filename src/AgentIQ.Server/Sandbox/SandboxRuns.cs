using AgentIQ.Ingestion;
using AgentIQ.Interactions;
using AgentIQ.Postgres;
using AgentIQ.Workflows;
using AgentIQ.Workflows.Studio.Instances;

namespace AgentIQ.Server.Sandbox;

/// <summary>
/// Trial runs work on an interaction made from a sample, whose replies go to the simulated marketplace. A definition that knows no
/// interaction gets the sample as its input alone.
/// </summary>
internal sealed class SandboxRuns(
    SampleShelf samples, IWorkflowDefinitionQueries definitions, SandboxInteractions interactions, ChannelStore channels, IIdSource ids, TimeProvider time) : IDraftRuns
{
    public async Task<DraftRun> PrepareAsync(TenantScope scope, string definitionId, string? sampleId, string author, CancellationToken ct)
    {
        var definition = await definitions.FindAsync(scope, definitionId, VersionOptions.Latest, ct)
            ?? throw new DefinitionNotFoundException($"There is no workflow definition '{definitionId}'.");
        var sample = await samples.FindAsync(scope, sampleId, ct)
            ?? throw new UnknownSampleException(sampleId!);
        var input = InputOf(sample);
        return DefinitionNeeds.Interaction(definition.Body)
            ? new DraftRun(InteractionCorrelation.Of((await CreateAsync(scope, sample, ct)).Id), input)
            : new DraftRun(CorrelationId: null, input);
    }

    /// <summary>What a workflow may read of the sample, by name.</summary>
    private static Dictionary<string, object?> InputOf(Sample sample) => new(StringComparer.Ordinal)
    {
        ["text"] = sample.Text,
        ["pros"] = sample.Pros,
        ["cons"] = sample.Cons,
        ["rating"] = sample.Rating,
        ["channel"] = EnumText<Channel>.Of(sample.Channel),
        ["customerName"] = sample.CustomerName,
        ["productName"] = sample.ProductName,
    };

    private async Task<Interaction> CreateAsync(TenantScope scope, Sample sample, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var channel = await channels.EnsureSandboxAsync(scope, ids.Next(), Marketplaces.Wildberries, sample.Channel, now, ct);
        return await interactions.CreateAsync(
            scope,
            new InboundItem
            {
                Key = new InteractionKey(Marketplaces.Wildberries, sample.Channel, sample.Id),
                ChannelId = channel,
                OccurredAt = now,
                ConnectedAt = now,
                Rating = sample.Rating,
                CustomerName = sample.CustomerName,
                ProductName = sample.ProductName,
                Content = new InteractionContent { Text = sample.Text, Pros = sample.Pros, Cons = sample.Cons, Raw = "{}" },
            },
            ct);
    }
}
