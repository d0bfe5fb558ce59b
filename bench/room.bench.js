// The reading room with 100,000 events: documents coded once, then told again with other ids and dates until there are enough.
import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { bundledPages } from "../dist/server/pages.js";
import { openRoom } from "../dist/server/room.js";
import { serve } from "../dist/server/serve.js";
import { chromiumPath, launchChromium, NO_CHROMIUM } from "../test/browser/chromium.js";

const EVENTS = 100_000;
const ROUNDS = 5;
const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}tmp/`;
const base = `${folder}room-base.duckdb`;
const large = `${folder}room-${EVENTS}.duckdb`;

const later = (column) => `(${column} + INTERVAL (shift * 11) DAY)::DATE AS ${column}`;
const other = (column) => `${column} || '~' || shift AS ${column}`;

/** What makes the rows of a document those of another one: its ids, and its days some days later. */
const SHIFTED = {
  documents: [other("id"), later("date")],
  sentences: [other("document")],
  mentions: [other("document")],
  events: [other("id"), other("document"), later("date_start"), later("date_end")],
  evidence: [other("event"), other("document")],
  parties: [other("record"), other("document")],
  attributions: [other("record"), other("document")],
  statements: [other("id"), other("document")],
  commitments: [other("id"), other("statement"), other("document"), later("due_first"), later("due_last")],
};

function codeOnce(documents) {
  mkdirSync(folder, { recursive: true });
  if (existsSync(base)) return;
  const input = `${folder}room-base.jsonl`;
  writeFileSync(input, documents.map((document) => `${JSON.stringify(document)}\n`).join(""));
  const args = [`${root}dist/cli/main.js`, "code", input, "--out", base];
  execFileSync(process.execPath, args, { stdio: "inherit" });
}

async function multiply() {
  rmSync(large, { force: true });
  copyFileSync(base, large);
  const instance = await DuckDBInstance.create(large);
  const connection = await instance.connect();
  const count = async (table) =>
    Number((await connection.runAndReadAll(`SELECT count(*) FROM ${table}`)).getRows()[0][0]);
  const times = Math.ceil(EVENTS / (await count("events"))) - 1;
  for (const [table, columns] of Object.entries(SHIFTED)) {
    await connection.run(
      `INSERT INTO ${table} SELECT first.* REPLACE (${columns.join(", ")})
       FROM (FROM ${table}) AS first, range(1, ${times + 1}) AS copies(shift)`,
    );
  }
  const size = { events: await count("events"), documents: await count("documents") };
  connection.closeSync();
  instance.closeSync();
  return size;
}

const middle = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function rounds(work) {
  const times = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await work(round));
  return `${Math.round(middle(times))} ms`;
}

export async function run(documents) {
  const executable = chromiumPath();
  if (executable === undefined) {
    console.error(NO_CHROMIUM);
    return;
  }
  codeOnce(documents);
  const size = await multiply();
  const start = performance.now();
  const room = await openRoom(large, { isWritable: false, version: "bench" });
  const opening = performance.now() - start;
  const serving = await serve(room, { host: "127.0.0.1", port: 0, pages: bundledPages() });
  const browser = await launchChromium(executable);
  const results = [["opening the store", `${Math.round(opening)} ms`]];
  const timed = (what, time) => results.push([what, time]);
  try {
    timed("first view: overview, cold cache", await rounds(() => firstView(browser, serving.url)));
    const page = await (await browser.newContext({ viewport: { width: 1360, height: 900 } })).newPage();
    timed("document page", await rounds(() => documentPage(page, serving.url)));
    timed(
      "facet change: the list and all facets counted anew",
      await rounds((n) => facetChange(page, serving.url, n)),
    );
    timed("search in all sentences", await rounds((n) => search(page, serving.url, n)));
    timed("scroll to the middle of the list", await rounds((n) => scroll(page, serving.url, n)));
    const bytes = await weight(browser, serving.url);
    for (const [what, n] of bytes) results.push([`weight of ${what}`, `${n.toLocaleString("en")} bytes`]);
  } finally {
    await browser.close();
    await serving.close();
    await room.close();
  }
  console.table(results.map(([what, figure]) => ({ what, figure })));
  console.log(
    `${size.events.toLocaleString("en")} events of ${size.documents.toLocaleString("en")} documents, middle of ${ROUNDS} rounds`,
  );
}

async function firstView(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 } });
  const page = await context.newPage();
  const start = performance.now();
  await page.goto(url, { waitUntil: "commit" });
  await page.locator(".entry").first().waitFor();
  const time = performance.now() - start;
  await context.close();
  return time;
}

async function documentPage(page, url) {
  const { documents } = await (
    await fetch(`${url}api/documents?limit=1&offset=${Math.floor(performance.now()) % 900}`)
  ).json();
  const start = performance.now();
  await page.goto(`${url}document/${encodeURIComponent(documents[0].id)}`, { waitUntil: "commit" });
  await page.locator(".text p").first().waitFor();
  return performance.now() - start;
}

/** Waits until both the list and the facets show the answer to what was asked last. */
async function settled(page, before) {
  await page.waitForFunction(
    (old) =>
      document.querySelector(".count b")?.textContent !== old && !document.querySelector("[aria-busy=true]"),
    before,
  );
}

async function facetChange(page, url, round) {
  await page.goto(`${url}events`, { waitUntil: "networkidle" });
  const before = await page.locator(".count b").textContent();
  const start = performance.now();
  await page.locator("details").filter({ hasText: /^Type/ }).getByRole("checkbox").nth(round).check();
  await settled(page, before);
  return performance.now() - start;
}

const WORDS = ["ceasefire", "sovereignty", "humanitarian", "sanctions", "climate"];

async function search(page, url, round) {
  await page.goto(`${url}events`, { waitUntil: "networkidle" });
  const before = await page.locator(".count b").textContent();
  const start = performance.now();
  await page.getByLabel(/Words of the sentence/).fill(WORDS[round % WORDS.length]);
  await settled(page, before);
  return performance.now() - start;
}

async function scroll(page, url, round) {
  await page.goto(`${url}events`, { waitUntil: "networkidle" });
  const start = performance.now();
  const middle = Math.floor(EVENTS * (0.3 + 0.1 * round));
  await page.evaluate((share) => scrollTo(0, document.body.scrollHeight * share), middle / EVENTS);
  await page.waitForFunction(() => {
    const entry = document.querySelector("[role=listitem] .entry");
    return entry !== null && Number(entry.closest("[role=listitem]").getAttribute("aria-posinset")) > 1000;
  });
  return performance.now() - start;
}

/** What the wire carries for a first visit, by page. */
async function weight(browser, url) {
  const weights = [];
  for (const [what, address] of [
    ["the overview", ""],
    ["the events", "events"],
    ["the map", "map"],
  ]) {
    const context = await browser.newContext();
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    let bytes = 0;
    await session.send("Network.enable");
    session.on("Network.loadingFinished", ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(`${url}${address}`, { waitUntil: "networkidle" });
    weights.push([what, bytes]);
    await context.close();
  }
  return weights;
}
