export type GridCommand =
  | { do: "move"; rows: number; columns: number; toEdge: boolean; extend: boolean }
  | { do: "page"; direction: 1 | -1; extend: boolean }
  | { do: "tab"; back: boolean }
  | { do: "edit"; text: string | null }
  | { do: "clear" }
  | { do: "fillDown" }
  | { do: "moveRows"; by: 1 | -1 }
  | { do: "insertRow" }
  | { do: "removeRows" }
  | { do: "selectAll" }
  | { do: "menu" }
  | { do: "leave" };

type Key = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

const arrows: Record<string, [number, number]> = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** What a key does in the table, as in a spreadsheet. Letters go by their place, so they work in a Russian layout. */
export function gridCommand(event: Key): GridCommand | null {
  const { key, code, shiftKey, altKey } = event;
  const mod = event.ctrlKey || event.metaKey;
  const arrow = arrows[key];
  if (arrow) {
    const [rows, columns] = arrow;
    if (altKey) return rows === 0 || mod ? null : { do: "moveRows", by: rows > 0 ? 1 : -1 };
    return { do: "move", rows, columns, toEdge: mod, extend: shiftKey };
  }
  if (altKey) return null;
  switch (key) {
    case "Home":
    case "End": {
      const columns = key === "End" ? 1 : -1;
      return { do: "move", rows: mod ? columns : 0, columns, toEdge: true, extend: shiftKey };
    }
    case "PageUp":
    case "PageDown":
      return { do: "page", direction: key === "PageDown" ? 1 : -1, extend: shiftKey };
    case "Tab":
      return mod ? null : { do: "tab", back: shiftKey };
    case "Enter":
      return mod ? { do: "insertRow" } : { do: "edit", text: null };
    case "F2":
      return { do: "edit", text: null };
    case "Delete":
    case "Backspace":
      return mod ? (key === "Delete" ? { do: "removeRows" } : null) : { do: "clear" };
    case "Escape":
      return { do: "leave" };
    case "ContextMenu":
      return { do: "menu" };
    case "F10":
      return shiftKey ? { do: "menu" } : null;
    case " ":
      return mod ? null : { do: "edit", text: null };
  }
  if (mod) return code === "KeyD" ? { do: "fillDown" } : code === "KeyA" ? { do: "selectAll" } : null;
  return key.length === 1 ? { do: "edit", text: key } : null;
}
