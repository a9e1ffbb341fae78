import { useTranslation } from "react-i18next";
import { Notice } from "~/ui/Notice";

export function NotFound() {
  const { t } = useTranslation();
  return (
    <main>
      <Notice icon="search" title={t("app.notFoundTitle")} text={t("app.notFoundText")}>
        <a href="/desk">{t("app.toDesk")}</a>
      </Notice>
    </main>
  );
}
