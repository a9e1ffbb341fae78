import { put, replaced } from "./put";
import type { Json, PolicyDocument, PolicyExample } from "./types";

const exampleOrder = ["name", "now", "facts", "outputs", "rows"];

export const putExample = <K extends keyof PolicyExample>(example: PolicyExample, key: K, value: PolicyExample[K] | undefined): PolicyExample =>
  put(example, key, value, exampleOrder);

export const changeExample = (document: PolicyDocument, at: number, change: (example: PolicyExample) => PolicyExample): PolicyDocument => ({
  ...document,
  examples: replaced(document.examples ?? [], at, change),
});

interface Outcome {
  path: string;
  passed: boolean;
  outputs: Record<string, unknown>;
  rows: string[];
}

/** Lets every example that fails expect what the rules say now: of the outputs it names, and of the rows if it names any. */
export const takeOutcomes = (document: PolicyDocument, outcomes: readonly Outcome[]): PolicyDocument =>
  outcomes
    .filter(({ passed }) => !passed)
    .reduce((before, { path, outputs, rows }) => {
      const at = Number(/^\$\.examples\[(\d+)\]$/.exec(path)?.[1] ?? -1);
      return changeExample(before, at, (example) => ({
        ...example,
        outputs: Object.fromEntries(Object.keys(example.outputs ?? {}).map((output) => [output, (outputs[output] ?? null) as Json])),
        ...(example.rows && { rows }),
      }));
    }, document);

export const addExample = (document: PolicyDocument, example: PolicyExample): PolicyDocument => ({ ...document, examples: [...(document.examples ?? []), example] });

export const removeExample = (document: PolicyDocument, at: number): PolicyDocument => ({
  ...document,
  examples: (document.examples ?? []).filter((_, index) => index !== at),
});
