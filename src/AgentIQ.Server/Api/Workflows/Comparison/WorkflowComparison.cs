using AgentIQ.Server.Api.Workflows.Definitions;
using AgentIQ.Workflows.Definitions.Comparison;

namespace AgentIQ.Server.Api.Workflows.Comparison;

/// <summary>What changed between two versions.</summary>
/// <param name="From">The earlier one; null when there is none, as before the first publication: then nothing is compared.</param>
/// <param name="To">The later one, or null.</param>
/// <param name="Changes">The workflow's own first, then activities in flow order, then connections, then one line for all that only moved.</param>
public sealed record WorkflowComparison(WorkflowVersionView? From, WorkflowVersionView? To, IReadOnlyList<WorkflowChange> Changes);

/// <summary>One change.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Subject">To what.</param>
/// <param name="ActivityId">The activity; of a connection its source. Null: the workflow itself.</param>
/// <param name="ActivityName">What people call that activity, or null.</param>
/// <param name="ActivityType">Its type, or null.</param>
/// <param name="Name">What is called so on it, in the reader's language where it has a label; of a connection its outcome.</param>
/// <param name="Before">What it was; of a removed connection where it led. Null: nothing.</param>
/// <param name="After">What it is; of an added connection where it leads. Null: nothing.</param>
/// <param name="Sentence">All of it in one sentence, in the reader's language.</param>
public sealed record WorkflowChange(
    ChangeKind Kind,
    ChangeSubject Subject,
    string? ActivityId,
    string? ActivityName,
    string? ActivityType,
    string? Name,
    string? Before,
    string? After,
    string Sentence);
