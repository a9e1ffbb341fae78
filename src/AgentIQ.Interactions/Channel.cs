namespace AgentIQ.Interactions;

/// <summary>The form in which a customer speaks. A marketplace may offer several.</summary>
public enum Channel
{
    /// <summary>A rating with or without words, public.</summary>
    Review,

    /// <summary>A question about a product, public.</summary>
    Question,

    /// <summary>A private conversation.</summary>
    Chat,
}
