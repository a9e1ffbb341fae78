import { CloseButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Dialog } from "~/keyboard/Dialog";
import { LocalizedField } from "../fields/LocalizedField";
import { valueText } from "../model/cellText";
import { put } from "../model/put";
import type { HitPolicy, PolicyDocument } from "../model/types";
import { useEditor } from "./editorContext";
import { hitPolicies } from "./hitPolicies";
import drawer from "~/ui/Drawer.module.css";
import field from "../fields/Field.module.css";
import classes from "./SetDialog.module.css";

const order = ["$schema", "name", "title", "description", "hitPolicy", "outputs", "defaults", "onFault", "tables", "examples"];
const merges = ["first", "last", "max", "min", "union", "any", "all"] as const;

/** The set itself: what it is called, what it is about, and how its tables decide unless they say otherwise. */
export function SetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { state, change, settle, readOnly, book, words } = useEditor();
  const { document } = state;
  const write = <K extends keyof PolicyDocument>(key: K, value: PolicyDocument[K]) => change((before) => put(before, key, value, order), `set ${key}`);
  const mergeOf = (merge: string | null) => merges.find((one) => one === merge) ?? "none";
  const close = () => {
    settle();
    onClose();
  };
  return (
    <Dialog label={t("policies.editor.about.title")} onClose={close} testId="set-dialog" side>
      <div className={drawer.drawer}>
        <header className={drawer.head}>
          <div>
            <h2>{t("policies.editor.about.title")}</h2>
            <p>{document.name}</p>
          </div>
          <CloseButton size="lg" aria-label={t("app.close")} onClick={close} />
        </header>
        <section className={classes.part}>
          <h3>{t("policies.editor.about.name")}</h3>
          <LocalizedField label={t("policies.editor.about.name")} value={document.title ?? {}} onChange={(title) => write("title", title)} readOnly={readOnly} />
        </section>
        <section className={classes.part}>
          <h3>{t("policies.editor.about.description")}</h3>
          <LocalizedField label={t("policies.editor.about.description")} value={document.description ?? {}} onChange={(description) => write("description", description)} readOnly={readOnly} />
        </section>
        <section className={classes.part}>
          <label className={field.field}>
            <span className={classes.label}>{t("policies.editor.about.hitPolicy")}</span>
            <select className={field.input} value={document.hitPolicy} disabled={readOnly} onChange={(event) => write("hitPolicy", event.currentTarget.value as HitPolicy)}>
              {hitPolicies.map((policy) => (
                <option key={policy} value={policy}>
                  {t(`policies.hitPolicy.${policy}`)}
                </option>
              ))}
            </select>
            <span className={field.hint}>{t(`policies.editor.hit.${document.hitPolicy}`)}</span>
          </label>
        </section>
        <section className={classes.part}>
          <h3>{t("policies.editor.about.outputs")}</h3>
          <dl className={classes.outputs}>
            {book.outputs.map((output) => (
              <div key={output.name}>
                <dt>{output.title}</dt>
                <dd>
                  {output.values.length > 0 && <p>{output.values.map(({ label }) => label).join(" → ")}</p>}
                  <p className={field.hint}>{t("policies.editor.about.merge", { merge: t(`policies.editor.hit.merges.${mergeOf(output.merge)}`) })}</p>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section className={classes.part}>
          <h3>{t("policies.editor.about.onFault")}</h3>
          <dl className={classes.outputs}>
            {Object.entries(document.onFault ?? {}).map(([name, value]) => (
              <div key={name}>
                <dt>{book.output(name).title}</dt>
                <dd>{valueText(book.output(name), value, words)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
