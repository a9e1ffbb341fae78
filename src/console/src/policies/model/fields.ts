import type { FieldView, OperatorName, OutputView, PolicyCatalogue } from "../api";
import type { PolicyColumn, PolicyDocument, Question } from "./types";

/** The fields that a set may ask about and decide, by name. */
export interface FieldBook {
  facts: FieldView[];
  outputs: OutputView[];
  fact: (name: string) => FieldView;
  output: (name: string) => OutputView;
  /** What a column or a question asks about. */
  of: (asked: Pick<PolicyColumn, "field" | "output"> | Pick<Question, "field" | "output">) => FieldView;
  operators: (field: FieldView) => OperatorName[];
}

export function fieldBook(catalogue: PolicyCatalogue, declared: OutputView[], document: PolicyDocument): FieldBook {
  const facts = new Map(catalogue.fields.map((field) => [field.name, field]));
  const known = new Map(declared.map((output) => [output.name, output]));
  const outputs = document.outputs.map((output) => ({ ...fallback(output.name), merge: null, ...declaration(output), ...known.get(output.name) }));
  const byName = new Map(outputs.map((output) => [output.name, output]));
  const fact = (name: string) => facts.get(name) ?? fallback(name);
  const output = (name: string) => byName.get(name) ?? { ...fallback(name), merge: null };
  return {
    facts: catalogue.fields,
    outputs,
    fact,
    output,
    of: (asked) => (asked.output !== undefined ? output(asked.output) : fact(asked.field ?? "")),
    operators: (field) => catalogue.operators[field.type] ?? [],
  };
}

/** An output that the document declares and the server has not described yet. */
function declaration(output: { name: string; type?: unknown; values?: unknown; min?: unknown; max?: unknown; merge?: unknown }): Partial<OutputView> {
  return {
    ...(typeof output.type === "string" && { type: output.type as OutputView["type"] }),
    ...(Array.isArray(output.values) && { values: output.values.filter((value) => typeof value === "string").map((value) => ({ value, label: value })) }),
    ...(typeof output.min === "number" && { min: output.min }),
    ...(typeof output.max === "number" && { max: output.max }),
    ...(typeof output.merge === "string" && { merge: output.merge }),
  };
}

/** A name that nobody declared stays readable; what is wrong with it is a finding. */
function fallback(name: string): FieldView {
  return { name, type: "string", title: name, description: "", unit: null, nullable: true, personalData: false, min: null, max: null, values: [] };
}

export function labelOf(field: FieldView, value: string): string {
  return field.values.find((one) => one.value === value)?.label ?? value;
}
