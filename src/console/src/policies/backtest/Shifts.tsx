import { useTranslation } from "react-i18next";
import { currentLanguage } from "~/i18n/language";
import type { OutputShifts } from "../api";
import { listOf, type Matrix, matrixOf } from "./shiftTable";
import classes from "./Shifts.module.css";

/** For each output from which value to which; outputs that nothing changes are one line. */
export function Shifts({ outputs }: { outputs: readonly OutputShifts[] }) {
  const { t } = useTranslation();
  const moved = outputs.filter(({ shifts }) => shifts.some(({ same }) => !same));
  const still = outputs.filter((output) => !moved.includes(output));
  return (
    <section className={classes.shifts}>
      <h3>{t("policies.backtest.outputs")}</h3>
      {moved.map(({ output, title, shifts }) => {
        const matrix = matrixOf(shifts);
        return (
          <div key={output} className={classes.output} data-testid="shifts">
            <h4>{title}</h4>
            {matrix && (
              <div className={classes.wide}>
                <MatrixTable matrix={matrix} title={title} />
              </div>
            )}
            <div className={classes.narrow}>
              <List shifts={shifts} title={title} />
            </div>
          </div>
        );
      })}
      {still.length > 0 && (
        <p className={classes.still}>
          {still.map(({ title }) => title).join(", ")}: {t("policies.backtest.outputSame")}.
        </p>
      )}
    </section>
  );
}

function MatrixTable({ matrix, title }: { matrix: Matrix; title: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={title}>
      <table className={classes.matrix}>
        <thead>
          <tr>
            <th scope="col">
              {t("policies.backtest.was")} ↓ {t("policies.backtest.wouldBe").toLowerCase()} →
            </th>
            {matrix.to.map((value) => (
              <th key={value} scope="col">
                {value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.from.map((before, row) => (
            <tr key={before}>
              <th scope="row">{before}</th>
              {matrix.cells[row]?.map((shift, at) => (
                <td key={matrix.to[at]} data-same={shift?.same} data-empty={shift === undefined || undefined}>
                  {shift ? number(shift.count) : "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function List({ shifts, title }: { shifts: OutputShifts["shifts"]; title: string }) {
  const { t } = useTranslation();
  const { changed, same } = listOf(shifts);
  return (
    <>
      <table className={classes.list} aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{t("policies.backtest.was")}</th>
            <th scope="col">{t("policies.backtest.wouldBe")}</th>
            <th scope="col">{t("policies.backtest.count")}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(({ from, to, count }) => (
            <tr key={`${from}→${to}`}>
              <td>{from}</td>
              <td>{to}</td>
              <td>{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {same > 0 && <p className={classes.still}>{t("policies.backtest.unchanged", { number: number(same) })}</p>}
    </>
  );
}

const number = (count: number): string => count.toLocaleString(currentLanguage());
