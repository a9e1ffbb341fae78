using AgentIQ.Interactions;
using AgentIQ.Server.Security;
using Microsoft.AspNetCore.Mvc;

namespace AgentIQ.Server.Api.Interactions;

/// <summary>The query of the inbox; every part is optional.</summary>
internal sealed record InteractionListQuery
{
    /// <summary><c>needs_reply</c> (default), <c>waiting</c>, <c>done</c> or <c>all</c>.</summary>
    [FromQuery(Name = "queue")]
    public string? Queue { get; init; }

    /// <summary><c>review</c>, <c>question</c> or <c>chat</c>.</summary>
    [FromQuery(Name = "channel")]
    public string? Channel { get; init; }

    /// <summary><c>urgent</c>, <c>high</c>, <c>normal</c> or <c>low</c>.</summary>
    [FromQuery(Name = "priority")]
    public string? Priority { get; init; }

    /// <summary>A part of text, product or name.</summary>
    [FromQuery(Name = "search")]
    public string? Search { get; init; }

    /// <summary><c>me</c>.</summary>
    [FromQuery(Name = "assignee")]
    public string? Assignee { get; init; }

    /// <summary>As nextCursor gave it.</summary>
    [FromQuery(Name = "cursor")]
    public string? Cursor { get; init; }

    /// <summary>1..100, 50 by default.</summary>
    [FromQuery(Name = "limit")]
    public int? Limit { get; init; }

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
