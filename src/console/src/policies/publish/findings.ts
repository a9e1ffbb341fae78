/** Whether a finding is an example that fails: those are shown as examples, with what they expected. */
export const isAboutExample = (kind: string): boolean => /^failed.?example$/i.test(kind);
