namespace AgentIQ.Interactions;

/// <summary>How many interactions stand in each queue, and which of them press.</summary>
/// <param name="NeedsReply">In <see cref="InboxQueue.NeedsReply"/>.</param>
/// <param name="Urgent">Of those, urgent ones.</param>
/// <param name="Overdue">Of those, past their first response.</param>
/// <param name="NeedsPerson">Of those, stopped by an incident.</param>
/// <param name="Waiting">In <see cref="InboxQueue.Waiting"/>.</param>
/// <param name="Done">In <see cref="InboxQueue.Done"/>.</param>
/// <param name="All">Everything.</param>
public sealed record InboxCounts(long NeedsReply, long Urgent, long Overdue, long NeedsPerson, long Waiting, long Done, long All);
