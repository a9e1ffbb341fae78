using AgentIQ.Workflows.Activities;

namespace AgentIQ.Workflows.Tests.Histories;

/// <summary>The main ways through the shipped lifecycle of an interaction.</summary>
internal static class LifecycleWays
{
    public const string DefinitionId = "interaction-lifecycle";

    /// <summary>The product's activities as the lifecycle uses them.</summary>
    public static readonly IReadOnlyDictionary<string, StandIn> StandIns = new Dictionary<string, StandIn>
    {
        ["AgentIQ.Link"] = Step("Done"),
        ["AgentIQ.Receive"] = Step("NeedsReply", "RatingOnly", "Answered"),
        ["AgentIQ.Classify"] = Step("Done"),
        ["AgentIQ.Prioritise"] = Step("Done"),
        ["AgentIQ.Draft"] = Step("Done"),
        ["AgentIQ.CheckDraft"] = Step("Done"),
        ["AgentIQ.Assign"] = Step("Done"),
        ["AgentIQ.DecideAutoAction"] = Step("Done"),
        ["AgentIQ.Escalate"] = Step("Done"),
        ["AgentIQ.ReturnToPerson"] = Step("Done"),
        ["AgentIQ.Resolve"] = Step("Done"),
        ["AgentIQ.Close"] = Step("Done") with { Inputs = ["Reason"] },
        ["AgentIQ.WaitForReply"] = new(ActivityKind.Wait, ["Replied", "CustomerWrote", "AnsweredOutside", "Late"], []),
        ["AgentIQ.WaitForModeration"] = new(ActivityKind.Wait, ["Done"], []),
        ["AgentIQ.WaitForSilence"] = new(ActivityKind.Wait, ["Done"], ["Period"]),
        ["AgentIQ.SendReply"] = new(ActivityKind.Effect, ["Sent", "AnsweredOutside", "Blocked", "Failed"], []),
        ["AgentIQ.ConfirmPublication"] = new(ActivityKind.Effect, ["Published", "UnderModeration", "Rejected", "Missing", "AnsweredOutside", "Failed"], []),
    };

    public static readonly IReadOnlyList<Way> All =
    [
        new("lifecycle-answered-by-a-person", "A person answers, the marketplace publishes after moderation, a day of silence closes it.",
            ["event ReplyApproved", "effect", "effect", "due", "effect", "due"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "Replied", ["sendReply"] = "Sent", ["confirmPublication"] = "UnderModeration, Published" }),
        new("lifecycle-rejected-and-answered-again", "Moderation rejects the reply; a person writes another one, which is published.",
            ["event ReplyApproved", "effect", "effect", "event ReplyApproved", "effect", "effect", "due"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "Replied, Replied", ["sendReply"] = "Sent, Sent", ["confirmPublication"] = "Rejected, Published" }),
        new("lifecycle-closed-without-reply", "A rating without words needs no reply and is closed at once.",
            [], new() { ["receive"] = "RatingOnly" }),
        new("lifecycle-escalated-by-time", "Nobody answers in time: it is escalated twice, then a person answers.",
            ["due", "due", "event ReplyApproved", "effect", "effect", "due"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "Late, Late, Replied", ["sendReply"] = "Sent", ["confirmPublication"] = "Published" }),
        new("lifecycle-customer-wrote-again", "The customer changes the review while it waits; it is classified again, then answered.",
            ["event CustomerWrote", "event ReplyApproved", "effect", "effect", "due"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "CustomerWrote, Replied", ["sendReply"] = "Sent", ["confirmPublication"] = "Published" }),
        new("lifecycle-answered-outside", "An early look at the cabinet changes nothing; a later one shows that the seller answered there.",
            ["event AnswerSeen", "event AnswerSeen", "due"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "wait, AnsweredOutside" }),
        new("lifecycle-answered-outside-under-moderation", "While moderation looks at our reply, the seller answers in the cabinet.",
            ["event ReplyApproved", "effect", "effect", "event AnswerSeen", "effect", "due"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "Replied", ["sendReply"] = "Sent", ["confirmPublication"] = "UnderModeration, AnsweredOutside" }),
        new("lifecycle-not-found-and-answered-again", "The marketplace took the reply and does not show it, then it cannot be read at all; a third one is published.",
            ["event ReplyApproved", "effect", "effect", "event ReplyApproved", "effect", "effect", "event ReplyApproved", "effect", "effect", "due"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "Replied, Replied, Replied", ["sendReply"] = "Sent, Sent, Sent", ["confirmPublication"] = "Missing, Failed, Published" }),
        new("lifecycle-incident-in-a-child-and-retry", "Raising the level fails, and so does the first look at the marketplace; both are retried.",
            ["due", "retry", "event ReplyApproved", "effect", "retry", "effect", "due"],
            new()
            {
                ["receive"] = "NeedsReply", ["waitForReply"] = "Late, Replied", ["escalate"] = "!the rule set cannot be read, Done",
                ["sendReply"] = "Sent", ["confirmPublication"] = "!the reply cannot be found, Published",
            }),
        new("lifecycle-cancelled-under-moderation", "Somebody cancels the instance while the publication check waits for moderation.",
            ["event ReplyApproved", "effect", "effect", "cancel"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "Replied", ["sendReply"] = "Sent", ["confirmPublication"] = "UnderModeration" }),
        new("lifecycle-incident-and-retry", "Prioritising fails; a person retries it, and the interaction goes its way.",
            ["retry", "event ReplyApproved", "retry", "effect", "effect", "due"],
            new()
            {
                ["receive"] = "NeedsReply", ["prioritise"] = "!the rule set cannot be read, Done", ["waitForReply"] = "Replied",
                ["sendReply"] = "!the reply cannot be found, Sent", ["confirmPublication"] = "Published",
            }),
        new("lifecycle-reply-blocked-and-cancelled", "The gate blocks the reply, sending fails, and at last the instance is cancelled.",
            ["event ReplyApproved", "effect", "event ReplyApproved", "effect", "cancel"],
            new() { ["receive"] = "NeedsReply", ["waitForReply"] = "Replied, Replied", ["sendReply"] = "Blocked, Failed" }),
    ];

    /// <summary>What the product's waiting activities wait for.</summary>
    public static HistoryWait[] Waits(string activityId, DateTimeOffset now) => activityId switch
    {
        "waitForReply" => [Event("ReplyApproved"), Event("CustomerWrote"), Event("AnswerSeen"), Due(now.AddHours(4))],
        "waitForModeration" => [Event("AnswerSeen"), Due(now.AddMinutes(30))],
        _ => [Due(now.AddDays(1))],
    };

    private static StandIn Step(params string[] outcomes) => new(ActivityKind.Step, outcomes, []);

    private static HistoryWait Event(string name) => new(name, Due: null, IsEvent: true);

    private static HistoryWait Due(DateTimeOffset due) => new("Due", due, IsEvent: false);
}
