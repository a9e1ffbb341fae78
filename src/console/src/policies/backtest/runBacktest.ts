import { body } from "~/api/client";
import { ConnectionError } from "~/api/errors";
import { type BacktestLine, type BacktestRequest, policyApi } from "../api";
import { ndjson } from "./ndjson";

/**
 * The lines of a back-test as they arrive. Aborting the signal closes the connection, which stops the server's work.
 *
 * @throws ApiError, ConnectionError; the signal's reason when it was aborted.
 */
export async function* runBacktest(set: string, request: BacktestRequest, signal: AbortSignal): AsyncGenerator<BacktestLine, void, undefined> {
  const answer = await body(policyApi.POST("/api/policies/{set}/backtests", { params: { path: { set } }, body: request, parseAs: "stream", signal }));
  if (answer === null) return;
  let ended = false;
  try {
    for await (const line of ndjson(answer)) {
      const known = line as BacktestLine;
      ended = known.type !== "progress";
      yield known;
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ConnectionError(error);
  }
  if (!ended && !signal.aborted) throw new ConnectionError(new Error("The answer ended before the report"));
}
