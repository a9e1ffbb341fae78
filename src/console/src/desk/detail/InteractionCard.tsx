import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { InteractionDetail } from "~/api/types";
import { Icon } from "~/ui/Icon";
import { Stars } from "~/ui/Stars";
import { safeUrl } from "~/ui/safeUrl";
import classes from "./InteractionCard.module.css";

/** What the customer wrote, as plain text whatever it contains. */
export function InteractionCard({ detail }: { detail: InteractionDetail }) {
  const { t } = useTranslation();
  return (
    <article className={classes.card}>
      <header className={classes.head}>
        {detail.rating === null ? (
          <span className={classes.kind}>
            <Icon name={detail.channel} size={18} /> {t(`channel.${detail.channel}`)}
          </span>
        ) : (
          <Stars rating={detail.rating} size={20} />
        )}
        {(detail.product.name ?? detail.product.article) !== null && <ProductLine product={detail.product} />}
      </header>
      {detail.text && <p className={classes.text}>{detail.text}</p>}
      {detail.ratingOnly && <p className={classes.faint}>{t("detail.noWords")}</p>}
      {(detail.pros !== "" || detail.cons !== "") && (
        <dl className={classes.sides}>
          {detail.pros && (
            <div data-side="pros">
              <dt>{t("detail.pros")}</dt>
              <dd>{detail.pros}</dd>
            </div>
          )}
          {detail.cons && (
            <div data-side="cons">
              <dt>{t("detail.cons")}</dt>
              <dd>{detail.cons}</dd>
            </div>
          )}
        </dl>
      )}
      {detail.incident && (
        <p className={classes.incident} role="alert">
          <Icon name="alert" size={16} />
          <span>
            <strong>{t("detail.incidentTitle")}.</strong> {detail.incident.message}{" "}
            {detail.workflowInstanceId !== null && (
              <Link to="/workflows/instances/$instanceId" params={{ instanceId: detail.workflowInstanceId }} data-testid="incident-to-process">
                {t("workflows.instance.openProcess")}
              </Link>
            )}
          </span>
        </p>
      )}
    </article>
  );
}

function ProductLine({ product }: { product: InteractionDetail["product"] }) {
  const { t } = useTranslation();
  const url = safeUrl(product.url);
  const name = product.name ?? (product.article === null ? t("detail.product") : t("detail.article", { article: product.article }));
  return (
    <span className={classes.product}>
      <Icon name="bag" size={15} />
      {url ? (
        <a href={url} target="_blank" rel="noreferrer" title={t("detail.productLink")}>
          {name}
        </a>
      ) : (
        name
      )}
      {product.name !== null && product.article !== null && <small>{t("detail.article", { article: product.article })}</small>}
    </span>
  );
}
