// Weighs what the browser loads to show the inbox, compressed; fails above the budget of design.md §8.
import { readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, gzipSync } from "node:zlib";

const budget = 300_000;
const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(readFileSync(new URL(".vite/manifest.json", dist), "utf8"));
const inbox = ["index.html", "src/desk/DeskPage.tsx", "src/desk/detail/DetailPage.tsx", "src/desk/detail/NothingOpen.tsx"];
/** Loaded right after the first paint, so it counts as well. */
const live = Object.keys(manifest).filter((key) => /signalr/.test(key));

const files = new Set();
const visit = (key) => {
  const chunk = manifest[key];
  if (!chunk) throw new Error(`The build has no entry ${key}; was a page renamed?`);
  if (files.has(chunk.file)) return;
  files.add(chunk.file);
  chunk.css?.forEach((file) => files.add(file));
  chunk.imports?.forEach(visit);
};
[...inbox, ...live].forEach(visit);

let gzip = 0;
let brotli = 0;
for (const file of files) {
  const content = readFileSync(new URL(file, dist));
  gzip += gzipSync(content, { level: 9 }).length;
  brotli += brotliCompressSync(content).length;
}
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
console.log(`Inbox: ${files.size} files, ${kb(gzip)} gzip, ${kb(brotli)} brotli; budget ${kb(budget)} gzip`);
writeFileSync(new URL("bundle.json", dist), `${JSON.stringify({ files: files.size, gzip, brotli, budget })}\n`);
if (gzip > budget) {
  console.error("The inbox is heavier than its budget.");
  process.exit(1);
}
