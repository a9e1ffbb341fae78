import type { OperatorName } from "../api";

/** A policy set as it stands in a document. What is not named here is kept as it came. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface Localized {
  ru?: string;
  en?: string;
}

export interface Question {
  field?: string;
  output?: string;
  op: OperatorName;
  value: Json;
}

export interface AllOf {
  all: Condition[];
}

export interface AnyOf {
  any: Condition[];
}

export interface NoneOf {
  not: Condition;
}

export type Condition = AllOf | AnyOf | NoneOf | Question;

export interface PolicyColumn {
  /** The key of its cells; the name of the field unless given. */
  id?: string;
  field?: string;
  output?: string;
  op: OperatorName;
}

export interface PolicyRow {
  id: string;
  enabled?: boolean;
  priority?: number;
  description?: Localized;
  note?: string;
  when?: Record<string, Json>;
  condition?: Condition;
  then: Record<string, Json>;
}

export type HitPolicy = "unique" | "first" | "priority" | "any" | "collect";

export interface PolicyTable {
  name: string;
  title?: Localized;
  description?: Localized;
  hitPolicy?: HitPolicy;
  locked?: boolean;
  columns?: PolicyColumn[];
  rows: PolicyRow[];
}

export interface PolicyExample {
  name: string;
  now?: string;
  facts?: Record<string, Json>;
  outputs?: Record<string, Json>;
  rows?: string[];
}

export interface PolicyDocument {
  name: string;
  title?: Localized;
  description?: Localized;
  hitPolicy: HitPolicy;
  outputs: { name: string }[];
  defaults?: Record<string, Json>;
  onFault?: Record<string, Json>;
  tables: PolicyTable[];
  examples?: PolicyExample[];
}
