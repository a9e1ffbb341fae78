import type { components, paths } from "./schema";

type Schemas = components["schemas"];

export type Assignment = Schemas["AssignmentRequest"];
export type Channel = Schemas["Channel"];
export type ChannelState = Schemas["ChannelState"];
export type ChannelStatus = Schemas["ChannelView"];
export type Decision = Schemas["DecisionView"];
export type Draft = Schemas["DraftView"];
export type InteractionCounts = Schemas["InboxCounts"];
export type InteractionDetail = Schemas["InteractionDetail"];
/** The document cannot say that details hold anything. */
export type InteractionEvent = Omit<Schemas["EventView"], "details"> & { details: Record<string, unknown> };
export type InteractionPage = Schemas["InteractionList"];
export type InteractionSummary = Schemas["InteractionSummary"];
export type Link = Schemas["LinkView"];
export type Person = Schemas["PersonView"];
export type Priority = Schemas["Priority"];
export type ProblemDetails = Schemas["ProblemDetails"];
/** The queues of the inbox; the server refuses any other word. */
export type Queue = "needs_reply" | "waiting" | "done" | "all";
export type Reply = Schemas["ReplyView"];
export type ReplyCheck = Schemas["ReplyCheckView"];
export type ReplyLimits = Schemas["LimitsView"];
/** What a 422 of sending carries. */
export type ReplyRefusedProblem = ProblemDetails & Pick<ReplyCheck, "violations" | "warnings">;
export type ReplyState = Schemas["ReplyState"];
export type Role = Schemas["TeamRole"];
export type SendReply = Schemas["SendReplyRequest"];
export type Session = Schemas["Session"];
export type SignIn = Schemas["SignInRequest"];
export type TeamMember = Schemas["TeamMember"];
export type Violation = Schemas["ViolationView"];
export type WorkflowChange = Schemas["WorkflowChange"];
export type WorkflowComparison = Schemas["WorkflowComparison"];
export type WorkflowDefinition = Schemas["WorkflowDefinitionView"];
export type WorkflowFinding = Schemas["WorkflowFinding"];
export type WorkflowFindings = Schemas["WorkflowFindings"];
export type WorkflowIncident = Schemas["WorkflowIncidentView"];
export type WorkflowInstance = Schemas["WorkflowInstanceView"];
export type WorkflowSample = Schemas["WorkflowSample"];
export type WorkflowSubStatus = Schemas["WorkflowSubStatus"];
export type WorkflowWait = Schemas["WorkflowWaitView"];
export type { paths };
