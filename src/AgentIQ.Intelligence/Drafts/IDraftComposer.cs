namespace AgentIQ.Intelligence.Drafts;

/// <summary>Proposes a reply. Facts in, draft out: it sends nothing and stores nothing, and the customer's text is only data to it.</summary>
public interface IDraftComposer
{
    /// <summary>Makes a draft and checks it. Always returns one; its violations say when it may not be sent.</summary>
    Task<ComposedDraft> ComposeAsync(DraftRequest request, CancellationToken cancellationToken);
}
