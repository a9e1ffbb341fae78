import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { withoutView } from "../search";
import type { Link as ItemLink } from "~/api/types";
import classes from "./LinkedItems.module.css";
import { Section } from "./Section";

const sure = 0.85;
const likely = 0.65;

export function LinkedItems({ links }: { links: ItemLink[] }) {
  const { t } = useTranslation();
  return (
    <Section title={t("links.title")}>
      {links.length === 0 ? (
        <p className={classes.none}>{t("links.none")}</p>
      ) : (
        <ul className={classes.links}>
          {links.map((link) => (
            <li key={link.interactionId}>
              <Link to="/desk/$id" params={{ id: link.interactionId }} search={withoutView}>
                {link.subject}
              </Link>
              <span>
                {t(link.confidence >= sure ? "links.sure" : link.confidence >= likely ? "links.likely" : "links.maybe")} · {link.explanation}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
