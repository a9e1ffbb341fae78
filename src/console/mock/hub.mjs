// Just enough of SignalR over server-sent events to push messages to the page.
import { randomUUID } from "node:crypto";

const end = "\u001e";

export function makeHub() {
  const streams = new Map();
  const write = (stream, message) => stream.write(`data: ${JSON.stringify(message)}${end}\n\n`);
  return {
    negotiate: () => ({ connectionId: randomUUID(), connectionToken: randomUUID(), negotiateVersion: 1, availableTransports: [{ transport: "ServerSentEvents", transferFormats: ["Text"] }] }),
    open(token, response) {
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(":\n\n");
      streams.set(token, response);
      const ping = setInterval(() => write(response, { type: 6 }), 10_000);
      response.on("close", () => {
        clearInterval(ping);
        streams.delete(token);
      });
    },
    receive(token, message) {
      const stream = streams.get(token);
      if (stream && message.includes('"protocol"')) write(stream, {});
    },
    send: (target, ...args) => streams.forEach((stream) => write(stream, { type: 1, target, arguments: args })),
  };
}
