import type { EscalationDocument } from "./document";

interface Outcome {
  name: string;
  outputs: Record<string, unknown>;
  rows: string[];
}

/** The document with an example that expects what the rules say now: of the outputs it names, and of the rows if it names any. */
export function acceptExample(document: EscalationDocument, { name, outputs, rows }: Outcome): EscalationDocument {
  return {
    ...document,
    ...(document.examples && {
      examples: document.examples.map((example) =>
        example.name !== name
          ? example
          : {
              ...example,
              outputs: Object.fromEntries(Object.keys(example.outputs ?? {}).map((output) => [output, outputs[output] ?? null])),
              ...(example.rows && { rows }),
            },
      ),
    }),
  };
}
