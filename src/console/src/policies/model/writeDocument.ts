const width = 140;

/** The text of a document: two spaces, letters as they are, and short values on one line as in the shipped files. */
export function writeDocument(document: object): string {
  return `${write(document, 0, 0)}\n`;
}

function write(value: unknown, indent: number, taken: number): string {
  const short = line(value);
  // The document itself and its lists of tables, rows and examples stand open, however short they are.
  if (indent > 0 && !holdsObjects(value) && indent + taken + short.length <= width) return short;
  const inside = " ".repeat(indent + 2);
  const end = " ".repeat(indent);
  if (Array.isArray(value) && value.length > 0) {
    return `[\n${value.map((item) => `${inside}${holdsObjects(item) || inside.length + line(item).length > width ? write(item, indent + 2, 0) : line(item)}`).join(",\n")}\n${end}]`;
  }
  if (typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 0) {
    const members = Object.entries(value).map(([key, item]) => {
      const name = `${JSON.stringify(key)}: `;
      return `${inside}${name}${write(item, indent + 2, name.length)}`;
    });
    return `{\n${members.join(",\n")}\n${end}}`;
  }
  return short;
}

/** Lists of rows and the like read better with a line for each. */
function holdsObjects(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((item) => typeof item === "object" && item !== null && !Array.isArray(item));
}

function line(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(line).join(", ")}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${line(item)}`);
    return `{${members.join(", ")}}`;
  }
  return JSON.stringify(value);
}
