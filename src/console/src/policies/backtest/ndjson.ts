/**
 * The values of a body of newline-delimited JSON, one by one as they arrive. However the network cuts the bytes, through a line or
 * through a letter, a value is handed out once its line is whole. Leaving the loop early closes the connection.
 *
 * @throws SyntaxError when a line is not JSON.
 */
export async function* ndjson(body: ReadableStream<Uint8Array>): AsyncGenerator<unknown, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true });
      const lines = rest.split("\n");
      rest = done ? "" : (lines.pop() ?? "");
      for (const line of lines) if (line.trim() !== "") yield JSON.parse(line);
      if (done) return;
    }
  } finally {
    // After the end this does nothing; before it, the server stops working for nobody.
    await reader.cancel().catch(() => undefined);
  }
}
