using System.Text.Json;
using AgentIQ.Interactions;

namespace AgentIQ.Ingestion.Wildberries;

/// <summary>Wildberries' feedbacks (reviews).</summary>
internal sealed class WildberriesFeedbacksConnector(WildberriesClient client, TimeProvider time) : IConnector
{
    /// <summary>The method's own limit on <c>take</c>.</summary>
    private const int MaxTake = 5000;

    /// <summary>The method's own limit on <c>skip</c>; older feedbacks cannot be listed.</summary>
    private const int MaxSkip = 199_990;

    private const string AnswerPath = "/api/v1/feedbacks/answer";

    public ConnectorDescriptor Descriptor { get; } = new(
        Marketplaces.Wildberries,
        Channel.Review,
        "Wildberries: отзывы",
        ConnectorCapabilities.List | ConnectorCapabilities.Read | ConnectorCapabilities.Send | ConnectorCapabilities.Edit | ConnectorCapabilities.Moderation,
        new TextLimits(2, 5000));

    public SecretDescription Describe(string secret)
    {
        var token = WildberriesToken.TryRead(secret)
            ?? throw new ConnectorException(ConnectorFault.Unauthorized, Reason.Of(ReasonCodes.TokenMalformed));
        return new SecretDescription(
            EnumText<WildberriesTokenKind>.Of(token.Kind), token.SellerId, token.ExpiresAt, WildberriesTokenCheck.Doubt(secret, time.GetUtcNow()));
    }

    public ConnectorPace PaceOf(ChannelConnection connection)
    {
        var profile = client.BucketOf(connection).Profile;
        return new ConnectorPace(profile.Interval, profile.Burst, MaxTake);
    }

    public Task CheckAsync(ChannelConnection connection, CancellationToken cancellationToken) =>
        client.PingAsync(connection, cancellationToken);

    public async Task<ItemPage> ListAsync(ChannelConnection connection, ListRequest request, CancellationToken cancellationToken)
    {
        var isAnswered = request.Pass == SyncPass.Answered ? "true" : "false";
        var answer = await client.GetAsync(
            connection, "/api/v1/feedbacks", $"isAnswered={isAnswered}&take={request.Count}&skip={request.Offset}&order=dateDesc", cancellationToken);

        if (answer.Data() is not { ValueKind: JsonValueKind.Object } data
            || !data.TryGetProperty("feedbacks", out var feedbacks)
            || feedbacks.ValueKind != JsonValueKind.Array)
        {
            throw answer.Wrong("expected data.feedbacks to be a list");
        }

        var records = new List<FetchedRecord>(feedbacks.GetArrayLength());
        foreach (var feedback in feedbacks.EnumerateArray())
        {
            records.Add(WildberriesFeedbackReader.Read(feedback, request.Pass, connection.ConnectedAt));
        }

        return new ItemPage(records, records.Count < request.Count || request.Offset + records.Count > MaxSkip);
    }

    public async Task<FetchedRecord?> ReadAsync(ChannelConnection connection, string externalId, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await client.GetAsync(connection, "/api/v1/feedback", $"id={Uri.EscapeDataString(externalId)}", cancellationToken);
            var data = answer.Data();
            if (data.ValueKind == JsonValueKind.Null)
            {
                return null;
            }

            var record = WildberriesFeedbackReader.Read(data, null, connection.ConnectedAt);
            return record.ExternalId is { } id && id != externalId ? throw answer.Wrong($"expected the feedback {externalId}, came {id}") : record;
        }
        catch (ConnectorException e) when (e is { Fault: ConnectorFault.Refused } && e.Reason.Arguments.GetValueOrDefault("status") is "422" or "404")
        {
            // "Невозможно получить отзыв по id": Wildberries has none of that id.
            return null;
        }
    }

    public Task SendAsync(ChannelConnection connection, OutgoingReply reply, CancellationToken cancellationToken) =>
        ChangeAnswerAsync(connection, HttpMethod.Post, reply, cancellationToken);

    public Task EditAsync(ChannelConnection connection, OutgoingReply reply, CancellationToken cancellationToken) =>
        ChangeAnswerAsync(connection, HttpMethod.Patch, reply, cancellationToken);

    public Task MarkAsReadAsync(ChannelConnection connection, string externalId, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Wildberries' feedbacks cannot be marked as read.");

    private Task ChangeAnswerAsync(ChannelConnection connection, HttpMethod method, OutgoingReply reply, CancellationToken cancellationToken)
    {
        // Wildberries does not document what it does with a text outside its limits, so it never sees one.
        var limits = Descriptor.Limits;
        return limits.Allows(reply.Text.Length)
            ? client.ChangeAsync(connection, method, AnswerPath, new { id = reply.ExternalId, text = reply.Text }, cancellationToken)
            : throw new ConnectorException(
                ConnectorFault.Refused,
                Reason.Of(ReasonCodes.TextLength, ("length", reply.Text.Length), ("min", limits.HardMin), ("max", limits.HardMax)));
    }
}
