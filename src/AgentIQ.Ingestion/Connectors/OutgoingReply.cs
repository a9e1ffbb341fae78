namespace AgentIQ.Ingestion;

/// <summary>
/// An answer on its way out. It can only be made from a <see cref="CheckedReply"/>, so no connector can be asked
/// to send what the reply gate has not passed.
/// </summary>
public sealed record OutgoingReply
{
    /// <summary>Takes the text of <paramref name="reply"/> to the item <paramref name="externalId"/>.</summary>
    public OutgoingReply(string externalId, CheckedReply reply)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(externalId);
        ArgumentNullException.ThrowIfNull(reply);
        ExternalId = externalId;
        Text = reply.Text;
    }

    /// <summary>The item that is answered.</summary>
    public string ExternalId { get; }

    /// <summary>The answer.</summary>
    public string Text { get; }
}
