import type { ProblemDetails, ReplyRefusedProblem } from "./types";

/** The server answered, and the answer is a refusal. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: ProblemDetails | null,
  ) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.name = "ApiError";
  }
}

/** The server could not be reached: nobody knows whether it got the request. */
export class ConnectionError extends Error {
  constructor(cause: unknown) {
    super("The server cannot be reached", { cause });
    this.name = "ConnectionError";
  }
}

export function isStatus(error: unknown, status: number): error is ApiError {
  return error instanceof ApiError && error.status === status;
}

export function isStaleRevision(error: unknown): error is ApiError {
  return isStatus(error, 409);
}

export function isRefusedReply(error: unknown): error is ApiError & { problem: ReplyRefusedProblem } {
  return isStatus(error, 422) && error.problem !== null && Array.isArray((error.problem as Partial<ReplyRefusedProblem>).violations);
}
