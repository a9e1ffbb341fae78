import type { Client } from "openapi-fetch";
import { api } from "~/api/client";
import type { Person, ProblemDetails } from "~/api/types";

/** The types of /api/policies, as long as the server's document does not hold them. */

export type FieldType = "text" | "string" | "enum" | "int" | "decimal" | "bool" | "set" | "duration" | "instant" | "localized";

export type OperatorName =
  | "eq" | "ne" | "in" | "notIn" | "lt" | "lte" | "gt" | "gte" | "between" | "within"
  | "has" | "hasAny" | "hasAll" | "hasNone" | "contains" | "containsAny" | "matches" | "isKnown";

export interface FieldValueView {
  value: string;
  label: string;
}

/** A fact or an output: what it is called, what it may hold. */
export interface FieldView {
  name: string;
  type: FieldType;
  title: string;
  description: string;
  /** What a number counts, such as minutes. */
  unit: string | null;
  nullable: boolean;
  personalData: boolean;
  min: number | null;
  max: number | null;
  /** The closed list of an enum or a set, from mild to severe. */
  values: FieldValueView[];
}

export interface OutputView extends FieldView {
  merge: string | null;
}

export interface PolicyCatalogue {
  fields: FieldView[];
  operators: Partial<Record<FieldType, OperatorName[]>>;
}

export type VersionState = "draft" | "shadow" | "active" | "retired" | "scheduled";

export interface VersionView {
  label: string;
  origin: "platform" | "seller";
  number: number;
  state: VersionState;
  effectiveFrom: string | null;
  effectiveTo: string | null;
  author: Person | string | null;
  note: string | null;
  createdAt: string;
  hash: string;
  inForce: boolean;
}

export interface PolicySummary {
  name: string;
  title: string;
  description: string;
  active: VersionView;
  newestPlatform: string;
  basedOn: string | null;
  platformIsNewer: boolean;
  drafts: number;
  shadow: string | null;
  scheduled: VersionView | null;
  findings: { errors: number; warnings: number };
  rows: number;
  examples: number;
  decisionsLastWeek: number;
  canManage: boolean;
}

export interface PolicySetView {
  name: string;
  title: string;
  canManage: boolean;
  active: VersionView;
  newest: VersionView;
  /** Newest first, the seller's before the platform's. */
  versions: VersionView[];
  outputs: OutputView[];
  /** The JSON text that the editor opens. */
  document: string;
  documentVersion: string;
  lockedTables: string[];
}

export interface PolicyVersionView {
  version: VersionView;
  document: string;
}

export type FindingSeverity = "error" | "warning" | "note";

export interface PolicyFinding {
  kind: string;
  severity: FindingSeverity;
  path: string;
  table: string | null;
  row: string | null;
  /** The column's id when it is about one cell. */
  cell: string | null;
  otherRows: string[];
  message: string;
  /** Facts that show it. */
  example: Record<string, unknown> | null;
}

export interface ExampleOutcome {
  name: string;
  path: string;
  passed: boolean;
  failure: string | null;
  outputs: Record<string, unknown>;
  rows: string[];
}

export interface PolicyCheck {
  readable: boolean;
  canPublish: boolean;
  findings: PolicyFinding[];
  /** By the id of the row. */
  sentences: Record<string, string>;
  examples: ExampleOutcome[];
}

export interface PolicyChange {
  kind: "added" | "removed" | "changed" | "moved";
  table: string | null;
  row: string | null;
  cell: string | null;
  text: string;
  before: string | null;
  after: string | null;
}

export interface PolicyComparison {
  from: string;
  to: string | null;
  changes: PolicyChange[];
}

export interface PublicationRequest {
  state: "active" | "shadow" | "retired" | "draft";
  effectiveFrom: string | null;
  effectiveTo: string | null;
  note: string;
  /** The version that was in force when the person looked; somebody else's publication since then is a 409. */
  seenActive?: string;
}

export interface ExplainedCondition {
  kind: "question" | "all" | "any" | "not";
  text: string;
  truth: "true" | "false" | "unknown";
  actual: string | null;
  places: string[];
  parts: ExplainedCondition[];
}

export interface ExplainedRow {
  id: string;
  description: string;
  sentence: string;
  outcome: "decided" | "overruled" | "nearMiss" | "notMatched" | "switchedOff";
  conditions: ExplainedCondition[];
}

export interface OutputValueView {
  output: string;
  title: string;
  value: string;
}

export interface PolicyExplanation {
  set: string;
  title: string;
  version: string;
  exact: boolean;
  inexactBecause: string | null;
  outputs: OutputValueView[];
  tables: { name: string; title: string; hitPolicy: string; rows: ExplainedRow[] }[];
}

export interface OutputShifts {
  output: string;
  title: string;
  shifts: { from: string; to: string; count: number; same: boolean }[];
}

export interface BacktestSample {
  decisionId: string;
  interactionId: string;
  at: string;
  subject: string;
  before: OutputValueView[];
  after: OutputValueView[];
  rowsBefore: string[];
  rowsAfter: string[];
}

/** The lines of the answer to a back-test. */
export type BacktestLine =
  | { type: "progress"; done: number; total: number; changed: number }
  | {
      type: "report";
      against: string;
      decisions: number;
      changed: number;
      notComparable: number;
      outputs: OutputShifts[];
      samples: BacktestSample[];
      consequences: { code: string; title: string; before: number; after: number }[];
      seconds: number;
    }
  | { type: "problem"; title: string; detail: string; findings?: PolicyFinding[] };

export interface BacktestRequest {
  document: string;
  from: string;
  to: string;
  samples?: number;
}

export interface PolicyShadow {
  version: string | null;
  since: string | null;
  decisions: number;
  differing: number;
  outputs: OutputShifts[];
  samples: BacktestSample[];
}

/** What a 422 of saving or publishing carries. */
export interface PolicyProblem extends ProblemDetails {
  code?: "policy_unreadable" | "policy_refused" | "policy_changed";
  findings?: PolicyFinding[];
}

interface Answers<Status extends number, Body> {
  responses: Record<Status, { content: { "application/json": Body } }>;
}
interface Get<Path, Answer, Query = unknown> {
  get: Answers<200, Answer> & { parameters: (unknown extends Path ? { path?: never } : { path: Path }) & (unknown extends Query ? { query?: never } : { query: Query }) };
}
interface Post<Path, Body, Answer, Status extends number = 200> {
  post: Answers<Status, Answer> & { parameters: { path: Path }; requestBody: { content: { "application/json": Body } } };
}
interface OfSet {
  set: string;
}
interface OfVersion extends OfSet {
  label: string;
}

export interface PolicyPaths {
  "/api/policies": Get<unknown, PolicySummary[]>;
  "/api/policies/catalogue": Get<unknown, PolicyCatalogue>;
  "/api/policies/{set}": Get<OfSet, PolicySetView>;
  "/api/policies/{set}/versions/{label}": Get<OfVersion, PolicyVersionView>;
  "/api/policies/{set}/comparison": Get<OfSet, PolicyComparison, { from: string; to: string }> & Post<OfSet, { from: string; document: string }, PolicyComparison>;
  "/api/policies/{set}/check": Post<OfSet, { document: string }, PolicyCheck>;
  "/api/policies/{set}/versions": Post<OfSet, { document: string; note: string }, { version: VersionView; check: PolicyCheck }, 201>;
  "/api/policies/{set}/versions/{label}/publication": Post<OfVersion, PublicationRequest, VersionView>;
  "/api/policies/{set}/platform": Post<OfSet, { note: string }, undefined>;
  "/api/policies/{set}/conversion": Post<OfSet, { document: string; table: string; row: string; to: "cells" | "condition" }, { document: string }>;
  "/api/policies/{set}/evaluation": Post<OfSet, { document: string | null; facts: Record<string, unknown> }, PolicyExplanation>;
  /** Newline-delimited {@link BacktestLine}s, read as a stream. */
  "/api/policies/{set}/backtests": Post<OfSet, BacktestRequest, ReadableStream<Uint8Array>>;
  "/api/policies/{set}/shadow": Get<OfSet, PolicyShadow>;
  "/api/interactions/{id}/decisions/{decisionId}/explanation": Get<{ id: string; decisionId: string }, PolicyExplanation>;
}

/** The one client of the console, with the paths of policies. */
export const policyApi = api as unknown as Client<PolicyPaths>;
