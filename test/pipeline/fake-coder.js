/**
 * A coder whose behaviour the documents' texts ask for: "throw" throws, "exit" brings the thread down, and "slow"
 * takes a while, so that later documents are done before it. `createCoder` fails where the options say so, and makes a coder with `problems` of
 * its files.
 */
export async function createCoder({ failure, problems } = {}) {
  if (failure !== undefined) throw new Error(failure);
  return { code, problems };
}

function code({ id, text }) {
  if (text === "throw") throw new Error("no verb at all");
  if (text === "exit") process.exit(7);
  if (text === "slow") Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
  return { document: { id }, events: [], statements: [], mentions: [], sentences: [], problems: [] };
}
