import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Icon } from "~/ui/Icon";
import { useEditor } from "../editor/editorContext";
import { FieldPicker } from "../fields/FieldPicker";
import { Sheet } from "../fields/Sheet";
import { usualOperator } from "../model/usualOperator";
import type { Condition, Question } from "../model/types";
import classes from "./Condition.module.css";

interface AddPartProps {
  outputs: string[];
  onAdd: (part: Condition) => void;
}

/** A question more, or a group that begins with one. */
export function AddPart({ outputs, onAdd }: AddPartProps) {
  const { t } = useTranslation();
  const { book } = useEditor();
  const [open, setOpen] = useState<{ anchor: HTMLElement; group: boolean } | null>(null);
  const close = () => setOpen(null);
  return (
    <div className={classes.add}>
      <Button variant="subtle" size="compact-sm" leftSection={<Icon name="plus" size={14} />} onClick={(event) => setOpen({ anchor: event.currentTarget, group: false })} data-testid="add-question">
        {t("policies.editor.condition.addQuestion")}
      </Button>
      <Button variant="subtle" size="compact-sm" leftSection={<Icon name="branch" size={14} />} onClick={(event) => setOpen({ anchor: event.currentTarget, group: true })} data-testid="add-group">
        {t("policies.editor.condition.addGroup")}
      </Button>
      {open && (
        <Sheet anchor={open.anchor} label={t("policies.editor.condition.field")} onDone={close} onCancel={close} testId="field-sheet">
          <FieldPicker
            label={t("policies.editor.condition.field")}
            book={book}
            outputs={outputs}
            onPick={({ field, output }) => {
              const asked = output === undefined ? { field: field ?? "" } : { output };
              const view = book.of(asked);
              const question: Question = { ...asked, op: usualOperator(view), value: firstValue(view.type) };
              onAdd(open.group ? { any: [question] } : question);
              close();
            }}
          />
        </Sheet>
      )}
    </div>
  );
}

/** Something of the right kind, which the check marks until it was chosen. */
function firstValue(type: string) {
  if (type === "bool") return true;
  if (type === "duration") return "1h";
  if (type === "instant") return "7d";
  return type === "int" || type === "decimal" ? 1 : [];
}
