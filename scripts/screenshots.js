// npm run screenshots [STORE.duckdb] [NAME…]: a picture of each page, light and dark, wide and narrow, in screenshots/.
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundledPages } from "../dist/server/pages.js";
import { openRoom } from "../dist/server/room.js";
import { serve } from "../dist/server/serve.js";
import { chromiumPath, launchChromium, NO_CHROMIUM } from "../test/browser/chromium.js";
import { HOSTILE_DOCUMENT } from "../test/server/hostile-document.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}screenshots/`;
const { version } = JSON.parse(readFileSync(`${root}package.json`, "utf8"));
const isStore = (name) => name?.endsWith(".duckdb");
const given = process.argv.slice(2).find(isStore);
const wanted = process.argv.slice(2).filter((name) => !isStore(name));

/** Pixels of a page that a picture shows at most: some lists are longer than pictures can be. */
const LONGEST = 2400;
const SIZES = { wide: { width: 1360, height: 900 }, narrow: { width: 390, height: 844 } };

const TEXT_TO_CODE = `France condemned the attack on Monday and said it would send 20 trucks of medicine to Mali before Christmas. "We will
not leave our friends alone," President Emmanuel Macron told reporters in Paris.

Mali's foreign minister, Abdoulaye Diop, denied that his country had expelled the French ambassador.`;

const ARABIC =
  "التقى وزير الخارجية السعودي نظيره الإيراني في بكين يوم الخميس. Saudi Arabia and Iran agreed to reopen their embassies.";

async function json(url) {
  return (await fetch(url)).json();
}

/** What each page is called, in which store it is looked at, where it is and what is done there first, for what is in this store. */
async function scenes({ full, odd }) {
  const [event] = (await json(`${full}api/events?limit=1&sort=confidence&type=CONSULT`)).events;
  const document = `document/${encodeURIComponent(event?.document ?? "none")}`;
  const [pair] = (await json(`${full}api/overview`)).pairs;
  const [commitment] = (await json(`${full}api/commitments?limit=1`)).commitments;
  const own = `document/${encodeURIComponent(HOSTILE_DOCUMENT.id)}`;
  const long = (await json(`${odd}api/documents?q=long`)).documents[0]?.id;
  const change = (page) => page.getByRole("button", { name: "change…" }).first().click();
  return [
    ["overview", "full", ""],
    ["events", "full", "events"],
    ["events-narrowed", "full", "events?type=CONSULT&status=occurred&country=RUS"],
    ["events-none", "full", "events?q=nothingofthekind&country=RUS"],
    ["documents", "full", "documents"],
    ["documents-none", "full", "documents?q=nothingofthekind"],
    ["document", "full", document],
    ["document-why", "full", `${document}?event=${event?.id}`],
    ["document-change", "full", document, change],
    [
      "document-missed",
      "full",
      document,
      (page) => page.getByRole("button", { name: "Add a missed event" }).click(),
    ],
    ["document-none", "full", "document/none"],
    ["pair", "full", `pair/${pair?.a}/${pair?.b}`],
    ["pair-none", "full", `pair/${pair?.a}/nobody`],
    ["pairs", "full", "pairs"],
    ["network", "full", "network"],
    ["network-short", "full", `network?from=${commitment?.published ?? "2022-01-01"}`],
    ["map", "full", "map"],
    ["commitments", "full", "commitments"],
    ["commitments-none", "full", "commitments?q=nothingofthekind"],
    ["corrections", "full", "corrections"],
    ["code", "full", "code"],
    ["code-read", "full", "code", codeText],
    ["api", "full", "api"],
    ["nowhere", "full", "nowhere"],
    ["hostile", "odd", own],
    ["hostile-events", "odd", "events?country=MLI"],
    ["hostile-documents", "odd", "documents"],
    ["right-to-left", "odd", "document/arabic"],
    ["long", "odd", `document/${encodeURIComponent(long ?? "none")}`],
    ["empty", "empty", ""],
    ["empty-events", "empty", "events"],
    ["empty-documents", "empty", "documents"],
    ["empty-pairs", "empty", "pairs"],
    ["empty-network", "empty", "network"],
    ["empty-map", "empty", "map"],
    ["empty-commitments", "empty", "commitments"],
  ].filter(([name]) => wanted.length === 0 || wanted.includes(name));
}

/** Nothing on the page says any more that it is waiting. */
const SETTLED = `document.querySelector("h1") !== null && document.querySelector("[aria-busy=true]") === null
  && ![...document.querySelectorAll("[role=status]")].some((status) => status.textContent.trim().endsWith("…"))`;

async function codeText(page) {
  await page.getByLabel("The text").fill(TEXT_TO_CODE);
  await page.getByLabel("Day of publication").fill("2022-01-12");
  await page.getByRole("button", { name: "Code it" }).click();
  await page.locator(".record").first().waitFor();
  await page.getByText("Why").first().click();
}

/** A store of its own of some files; an empty one where they hold nothing. */
function coded(name, files) {
  const path = `${folder}${name}.duckdb`;
  if (existsSync(path)) return path;
  const main = `${root}dist/cli/main.js`;
  spawnSync(process.execPath, [main, "code", ...files, "--out", path], {
    cwd: `${root}examples`,
    stdio: "ignore",
  });
  return path;
}

function written(name, text) {
  writeFileSync(`${folder}${name}`, text);
  return `${folder}${name}`;
}

function stores() {
  const examples = readdirSync(`${root}examples`)
    .filter((name) => /\.(txt|jsonl)$/.test(name))
    .sort();
  const text = examples
    .filter((name) => name.endsWith(".txt"))
    .map((name) => readFileSync(`${root}examples/${name}`, "utf8"));
  const odd = [
    HOSTILE_DOCUMENT,
    { id: "arabic", date: "2023-03-10", title: "اتفاق بكين", publisher: "وكالة الأنباء", text: ARABIC },
    {
      id: "long",
      date: "2024-01-01",
      title: `A long document ${"and a title that does not end ".repeat(6)}`,
      text: text.join("\n\n"),
    },
  ];
  const full = `${folder}shown.duckdb`;
  copyFileSync(given ?? coded("examples", examples), full); // corrections are tried out on a copy
  return {
    full,
    odd: coded("odd", [written("odd.jsonl", odd.map((one) => JSON.stringify(one)).join("\n"))]),
    empty: coded("empty", [written("nothing.jsonl", "")]),
  };
}

async function picture(browser, { url, name, address, act, look, size }) {
  const context = await browser.newContext({ colorScheme: look, viewport: SIZES[size] });
  const page = await context.newPage();
  const told = (text) => console.error(`${name} (${size}, ${look}): ${text}`);
  page.on("console", (message) => message.type() === "error" && told(message.text()));
  page.on("pageerror", (error) => told(error.message));
  await page.goto(`${url}${address}`, { waitUntil: "networkidle" });
  await page.waitForFunction(SETTLED);
  await act?.(page);
  const { width, height } = SIZES[size];
  const [high, wide] = await page.evaluate(
    "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]",
  );
  if (wide > width) told(`the page is ${wide} pixels wide, and so has to be pushed sideways`);
  // Lists draw what is seen: the window is made as high as the page.
  await page.setViewportSize({ width, height: Math.max(height, Math.min(LONGEST, high)) });
  await page.waitForTimeout(500);
  await page.waitForFunction(SETTLED);
  await page.screenshot({ path: `${folder}${name}-${size}-${look}.png` });
  await context.close();
}

const executable = chromiumPath();
if (executable === undefined) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const open = {};
for (const [name, path] of Object.entries(stores())) {
  const room = await openRoom(path, { isWritable: true, version });
  const serving = await serve(room, { host: "127.0.0.1", port: 0, pages: bundledPages() });
  open[name] = { room, serving, url: serving.url };
}
const browser = await launchChromium(executable);
const urls = Object.fromEntries(Object.entries(open).map(([name, { url }]) => [name, url]));
for (const [name, store, address, act] of await scenes(urls)) {
  for (const look of ["light", "dark"]) {
    for (const size of Object.keys(SIZES))
      await picture(browser, { url: urls[store], name, address, act, look, size });
  }
}
await browser.close();
for (const { room, serving } of Object.values(open)) {
  await serving.close();
  await room.close();
}
console.log(`The pictures are in ${folder}`);
