namespace AgentIQ.Simulator.Wildberries;

/// <summary>Whether the API lets a seller's valid tokens in.</summary>
public enum SellerAccess
{
    /// <summary>Yes.</summary>
    Granted,

    /// <summary>No: 401, as for a token that was withdrawn in the cabinet.</summary>
    TokenWithdrawn,

    /// <summary>No: 403 with <c>Ошибка авторизации</c>, as for a deleted user's token.</summary>
    Forbidden,

    /// <summary>No: 402, as for a catalogue service whose balance ran out. Concerns Service tokens only.</summary>
    PaymentRequired,
}
