using AgentIQ.Interactions;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Mvc;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>The query of the inbox; every part is optional.</summary>
/// <param name="Queue"><c>needs_reply</c> (default), <c>waiting</c>, <c>done</c> or <c>all</c>.</param>
/// <param name="Channel"><c>review</c>, <c>question</c> or <c>chat</c>.</param>
/// <param name="Priority"><c>urgent</c>, <c>high</c>, <c>normal</c> or <c>low</c>.</param>
/// <param name="Search">A part of text, product or name.</param>
/// <param name="Assignee"><c>me</c>.</param>
/// <param name="Cursor">As nextCursor gave it.</param>
/// <param name="Limit">1..100, 50 by default.</param>
internal sealed record InteractionListQuery(
    [FromQuery(Name = "queue")] string? Queue,
    [FromQuery(Name = "channel")] string? Channel,
    [FromQuery(Name = "priority")] string? Priority,
    [FromQuery(Name = "search")] string? Search,
    [FromQuery(Name = "assignee")] string? Assignee,
    [FromQuery(Name = "cursor")] string? Cursor,
    [FromQuery(Name = "limit")] int? Limit)
{
    /// <summary>The filter that the store understands.</summary>
    /// <exception cref="FormatException">A value is none of those listed.</exception>
    public InboxFilter ToFilter(CurrentUser user) => new()
    {
        Queue = Queue is null ? InboxQueue.NeedsReply : EnumText<InboxQueue>.Parse(Queue),
        Channel = Channel is null ? null : EnumText<Channel>.Parse(Channel),
        Priority = Priority is null ? null : EnumText<Priority>.Parse(Priority),
        AssigneeId = Assignee switch
        {
            null => null,
            "me" => user.UserId,
            _ => throw new FormatException($"'{Assignee}' is not an assignee filter: expected me."),
        },
        Search = Search,
        Cursor = Cursor,
        Limit = Limit is null or (>= 1 and <= 100) ? Limit ?? 50 : throw new FormatException($"limit is {Limit}: expected 1 to 100."),
    };
}
