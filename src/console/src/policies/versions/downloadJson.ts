/** Gives a document to the person as a file, byte for byte as it is stored. */
export function downloadJson(name: string, document: string): void {
  const address = URL.createObjectURL(new Blob([document], { type: "application/json" }));
  const link = window.document.createElement("a");
  link.href = address;
  link.download = `${name}.json`;
  link.click();
  URL.revokeObjectURL(address);
}
