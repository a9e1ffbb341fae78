namespace AgentIQ.Interactions;

/// <summary>The names of events. Each is written by exactly one place.</summary>
public static class InteractionEventTypes
{
    /// <summary>First seen, or a new round. Details: round, channel.</summary>
    public const string Received = "received";

    /// <summary>The customer edited text or rating.</summary>
    public const string CustomerEdited = "customer_edited";

    /// <summary>Tied to other interactions. Details: count.</summary>
    public const string Linked = "linked";

    /// <summary>Intent, flags and sentiment were found. Details: intent, flags, sentiment.</summary>
    public const string Classified = "classified";

    /// <summary>Priority and deadlines were set. Details: priority, first_response_due, escalate_at, hard_deadline.</summary>
    public const string Prioritised = "prioritised";

    /// <summary>A draft was made. Details: source, template.</summary>
    public const string DraftGenerated = "draft_generated";

    /// <summary>The guardrails looked at a draft. Details: valid, violations.</summary>
    public const string DraftChecked = "draft_checked";

    /// <summary>The auto-action policy decided. Details: send (automatic or person).</summary>
    public const string AutoActionDecided = "auto_action_decided";

    /// <summary>A person was given it. Details: assignee_id, by.</summary>
    public const string Assigned = "assigned";

    /// <summary>It is late and was shown to somebody above. Details: level, whom.</summary>
    public const string Escalated = "escalated";

    /// <summary>A reply passed the reply gate. Details: reply_id, outcome (draft_accepted, draft_edited, reply_manual).</summary>
    public const string ReplyApproved = "reply_approved";

    /// <summary>The reply gate refused a reply. Details: violations.</summary>
    public const string ReplyBlocked = "reply_blocked";

    /// <summary>The marketplace accepted a reply. Details: reply_id.</summary>
    public const string ReplySent = "reply_sent";

    /// <summary>Read back: under moderation. Details: reply_id.</summary>
    public const string ReplyInModeration = "reply_in_moderation";

    /// <summary>Read back: published. Details: reply_id.</summary>
    public const string ReplyPublished = "reply_published";

    /// <summary>Read back: refused by moderation. Details: reply_id.</summary>
    public const string ReplyRejected = "reply_rejected";

    /// <summary>Could not be sent. Details: reply_id, reason.</summary>
    public const string ReplyFailed = "reply_failed";

    /// <summary>Somebody answered in the marketplace's cabinet.</summary>
    public const string AnsweredOutside = "answered_outside";

    /// <summary>Resolved.</summary>
    public const string Resolved = "resolved";

    /// <summary>The round was closed. Details: reason.</summary>
    public const string Closed = "closed";

    /// <summary>Its workflow has an incident and waits for a person. Details: message.</summary>
    public const string NeedsPerson = "needs_person";
}
