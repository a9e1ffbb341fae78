import { useTranslation } from "react-i18next";
import classes from "./Stars.module.css";

interface StarsProps {
  rating: number;
  size?: number;
}

const five = [1, 2, 3, 4, 5];
const star = "M8 1.3l2 4.300 4.700.6-3.400 3.200.9 4.600L8 11.700 3.800 14l.9-4.600L1.300 6.200 6 5.600z";

export function Stars({ rating, size = 14 }: StarsProps) {
  const { t } = useTranslation();
  return (
    <span className={classes.stars} role="img" aria-label={t("row.stars", { count: rating })}>
      {five.map((at) => (
        <svg key={at} width={size} height={size} viewBox="0 0 16 16" aria-hidden data-full={at <= rating || undefined}>
          <path d={star} />
        </svg>
      ))}
    </span>
  );
}
