/** Cells as spreadsheets put them on the clipboard: tabs and line ends, quotation marks around a cell that holds one of them. */
export function writeTsv(cells: string[][]): string {
  return cells.map((row) => row.map(quoted).join("\t")).join("\n");
}

const quoted = (text: string) => (/[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export function readTsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  // Every spreadsheet ends its last line; that is not one more row.
  const source = text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(/\n$/, "");
  for (;;) {
    const { cell, next } = source[at] === '"' ? readQuoted(source, at) : readPlain(source, at);
    row.push(cell);
    if (source[next] === "\t") {
      at = next + 1;
      continue;
    }
    rows.push(row);
    if (next >= source.length) return rows;
    row = [];
    at = next + 1;
  }
}

function readPlain(source: string, at: number): { cell: string; next: number } {
  let next = at;
  while (next < source.length && source[next] !== "\t" && source[next] !== "\n") next++;
  return { cell: source.slice(at, next), next };
}

function readQuoted(source: string, at: number): { cell: string; next: number } {
  let cell = "";
  for (let next = at + 1; next < source.length; next++) {
    if (source[next] !== '"') cell += source.charAt(next);
    else if (source[next + 1] === '"') cell += source.charAt(next++);
    // A quotation mark inside a plain text does not end anything.
    else if (next + 1 >= source.length || source[next + 1] === "\t" || source[next + 1] === "\n") return { cell, next: next + 1 };
    else return readPlain(source, at);
  }
  return readPlain(source, at);
}
