namespace AgentIQ.Intelligence.Guardrails;

/// <summary>Length limits of replies: the platform's, which are hard, and the house's, which advise.</summary>
public static class ReplyLimits
{
    /// <summary>What Wildberries takes: answers to reviews and questions 2 to 5000, chat messages 1 to 1000.</summary>
    public static TextRange Platform(string channel) => channel == "chat" ? new(1, 1000) : new(2, 5000);

    /// <summary>What reads well: 20 to 500, in a chat up to 1000. The guardrails warn outside it.</summary>
    public static TextRange Style(string channel) => channel == "chat" ? new(1, 1000) : new(20, 500);
}
