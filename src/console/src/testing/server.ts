import { vi } from "vitest";

export type Answer = (body: unknown, url: URL) => Response;
export type Answers = Record<string, Answer>;

export const json = (status: number, body: unknown) =>
  new Response(status === 204 ? null : JSON.stringify(body), { status, headers: { "Content-Type": status < 400 ? "application/json" : "application/problem+json" } });

/** A server that answers as it is told to, by "METHOD /path below /api". What it was asked is in the list that comes back. */
export function answering(answers: Answers): string[] {
  const asked: string[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (input) => {
    const request = input as Request;
    const url = new URL(request.url);
    const text = await request.text();
    const name = `${request.method} ${url.pathname.replace(/^\/api/, "")}`;
    asked.push(name);
    return (answers[name] ?? (() => json(404, { title: "Not found" })))(text === "" ? null : JSON.parse(text), url);
  });
  return asked;
}
