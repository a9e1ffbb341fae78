using AgentIQ.Interactions;

namespace AgentIQ.Orchestration.Tests.Support;

/// <summary>An interaction as short as a test wants it.</summary>
internal static class Sample
{
    /// <summary>A Monday noon in Moscow.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static Interaction Interaction(DateTimeOffset? start = null) => new()
    {
        SellerId = Guid.Empty,
        Id = Guid.Empty,
        Key = new InteractionKey(Marketplaces.Wildberries, Channel.Chat, "x"),
        Subject = "Лампа",
        Preview = "Не горит",
        OccurredAt = start ?? Start,
        ReceivedAt = start ?? Start,
        ClockStart = start ?? Start,
        UpdatedAt = start ?? Start,
    };
}
