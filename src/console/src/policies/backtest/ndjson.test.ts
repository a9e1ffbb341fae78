import { describe, expect, it, vi } from "vitest";
import { ndjson } from "./ndjson";

const text = '{"type":"progress","done":1}\n{"type":"report","title":"Отзыв ёлка 👍"}\n';
const bytes = new TextEncoder().encode(text);
const whole = [{ type: "progress", done: 1 }, { type: "report", title: "Отзыв ёлка 👍" }];

function stream(chunks: Uint8Array[], onCancel?: () => void) {
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = chunks.shift();
      if (next) controller.enqueue(next);
      else controller.close();
    },
    cancel: () => onCancel?.(),
  });
}

async function all(body: ReadableStream<Uint8Array>) {
  const values: unknown[] = [];
  for await (const value of ndjson(body)) values.push(value);
  return values;
}

describe("newline-delimited JSON", () => {
  it("is read the same wherever the network cuts it, also inside a letter", async () => {
    for (let at = 0; at <= bytes.length; at++) expect(await all(stream([bytes.slice(0, at), bytes.slice(at)]))).toEqual(whole);
  });

  it("is read byte by byte", async () => {
    expect(await all(stream([...bytes].map((byte) => new Uint8Array([byte]))))).toEqual(whole);
  });

  it("needs no line end after the last value, passes over empty lines and takes Windows line ends", async () => {
    expect(await all(stream([new TextEncoder().encode('\r\n{"a":1}\r\n\n{"a":2}')]))).toEqual([{ a: 1 }, { a: 2 }]);
    expect(await all(stream([]))).toEqual([]);
  });

  it("hands a value out as soon as its line is whole", async () => {
    const values = ndjson(stream([new TextEncoder().encode('{"a":1}\n{"a"'), new TextEncoder().encode(":2}\n")]));
    expect((await values.next()).value).toEqual({ a: 1 });
    expect((await values.next()).value).toEqual({ a: 2 });
    expect((await values.next()).done).toBe(true);
  });

  it("closes the connection when nobody reads on", async () => {
    const closed = vi.fn();
    for await (const value of ndjson(stream([bytes, bytes], closed))) {
      expect(value).toEqual(whole[0]);
      break;
    }
    expect(closed).toHaveBeenCalledOnce();
  });

  it("refuses what is not JSON", async () => {
    await expect(all(stream([new TextEncoder().encode("<html>\n")]))).rejects.toThrow(SyntaxError);
  });
});
