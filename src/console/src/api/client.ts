import createClient, { type Middleware } from "openapi-fetch";
import { currentLanguage } from "~/i18n/language";
import { observeServerTime } from "~/time/clock";
import { ApiError, ConnectionError } from "./errors";
import type { paths, ProblemDetails } from "./types";

type Listener = () => void;
const sessionEnded = new Set<Listener>();

/** Calls back when the server says that nobody is signed in any more. */
export function onSessionEnded(listener: Listener): () => void {
  sessionEnded.add(listener);
  return () => sessionEnded.delete(listener);
}

const middleware: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", currentLanguage());
    return request;
  },
  onResponse({ response, schemaPath }) {
    observeServerTime(response.headers.get("Date"), Date.now());
    if (response.status === 401 && schemaPath !== "/api/session") sessionEnded.forEach((listener) => listener());
    return response;
  },
};

export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: "same-origin",
  // Looked up at every call, so that a test can stand in for the network.
  fetch: (request) => globalThis.fetch(request),
});
api.use(middleware);

interface Outcome<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's body; throws {@link ApiError} or {@link ConnectionError}. */
export async function body<T>(call: Promise<Outcome<T>>): Promise<T> {
  const { data, error, response } = await settled(call);
  if (response.ok) return data as T;
  throw new ApiError(response.status, isProblem(error) ? error : null);
}

async function settled<T>(call: Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await call;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ConnectionError(cause);
  }
}

function isProblem(value: unknown): value is ProblemDetails {
  return typeof value === "object" && value !== null;
}
