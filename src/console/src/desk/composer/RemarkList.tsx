import { UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Violation } from "~/api/types";
import { Mark } from "~/ui/Mark";
import classes from "./RemarkList.module.css";

interface RemarkListProps {
  remarks: Violation[];
  onShow: (remark: Violation) => void;
}

/** What to write instead, remark by remark; pressing one selects its place in the text. */
export function RemarkList({ remarks, onShow }: RemarkListProps) {
  const { t } = useTranslation();
  const errors = remarks.filter(({ severity }) => severity === "error").length;
  return (
    <div id="reply-remarks" aria-live="polite">
      {remarks.length > 0 && (
        <div className={classes.remarks} data-testid="violations">
          <p className={classes.title} data-errors={errors > 0 || undefined}>
            {errors > 0 ? t("violations.errorsTitle", { count: errors }) : t("violations.warningsTitle")}
          </p>
          <ul>
            {remarks.map((remark) => (
              <li key={`${remark.type} ${remark.start} ${remark.phrase}`} data-testid="violation" data-type={remark.type}>
                <Mark tone={remark.severity === "error" ? "urgent" : "high"}>
                  {t(remark.severity === "error" ? "violations.error" : "violations.warning")}
                </Mark>
                <span>
                  {remark.phrase !== "" && (
                    <UnstyledButton
                      className={classes.phrase}
                      onClick={() => onShow(remark)}
                      aria-label={t("violations.show", { phrase: remark.phrase })}
                    >
                      «{remark.phrase}»
                    </UnstyledButton>
                  )}{" "}
                  {remark.message}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
