import { type DragEvent, useState } from "react";

interface RowDrag {
  /** The rows that are dragged, and before which row they would go. */
  drag: { from: number; to: number; before: number } | null;
  onDragStart: (event: DragEvent) => void;
  onDragOver: (event: DragEvent) => void;
  onDrop: (event: DragEvent) => void;
  onDragEnd: () => void;
}

const rowAt = (event: DragEvent) => (event.target instanceof Element ? event.target.closest<HTMLElement>("[data-row-index]") : null);

/** Rows are dragged by their number; several when several are selected. */
export function useRowDrag(rowsOf: (row: number) => { from: number; to: number }, move: (from: number, to: number, before: number) => void): RowDrag {
  const [drag, setDrag] = useState<RowDrag["drag"]>(null);
  return {
    drag,
    onDragStart: (event) => {
      const row = rowAt(event);
      if (!row) return;
      const { from, to } = rowsOf(Number(row.dataset.rowIndex));
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/x-agentiq-rows", `${from}`);
      setDrag({ from, to, before: from });
    },
    onDragOver: (event) => {
      const row = rowAt(event);
      if (!drag || !row) return;
      event.preventDefault();
      const box = row.getBoundingClientRect();
      const before = Number(row.dataset.rowIndex) + (event.clientY > box.top + box.height / 2 ? 1 : 0);
      if (before !== drag.before) setDrag({ ...drag, before });
    },
    onDrop: (event) => {
      if (!drag) return;
      event.preventDefault();
      setDrag(null);
      if (drag.before < drag.from || drag.before > drag.to + 1) move(drag.from, drag.to, drag.before);
    },
    onDragEnd: () => setDrag(null),
  };
}
