namespace AgentIQ.Intelligence.Guardrails;

/// <summary>When a reply is checked.</summary>
public enum CheckMoment
{
    /// <summary>A draft was made; nothing is sent yet.</summary>
    Draft,

    /// <summary>A person wants to send it.</summary>
    Send,

    /// <summary>A policy wants to send it without a person: the strict check.</summary>
    Auto,
}
