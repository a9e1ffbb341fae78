// Reads programs (JSON texts, one a line) and prints each with what Node made of it, in the form of the tables beside:
//   node random.mjs 7 500 | node -e 'for (const p of JSON.parse(require("fs").readFileSync(0))) console.log(JSON.stringify(p))' | node evaluate.mjs
import { createInterface } from 'node:readline';
import { runInNewContext } from 'node:vm';

const run = (source) => {
  try {
    return runInNewContext(source, {}, { timeout: 2000 });
  } catch (error) {
    if (error.name === 'SyntaxError' && /Illegal return/.test(error.message)) {
      return runInNewContext(`(function () {${source}\n})()`, {}, { timeout: 2000 });
    }
    throw error;
  }
};

for await (const line of createInterface({ input: process.stdin })) {
  const source = JSON.parse(line);
  let result;
  try {
    result = JSON.stringify(run(source)) ?? 'undefined';
  } catch (error) {
    result = '!' + (error && typeof error === 'object' ? error.name : 'thrown');
  }
  console.log(JSON.stringify([source, result]));
}
