// npm run screenshots [STORE.duckdb] [NAME…]: a picture of each page, light and dark, wide and narrow, in screenshots/.
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundledPages } from "../dist/server/pages.js";
import { openRoom } from "../dist/server/room.js";
import { serve } from "../dist/server/serve.js";
import { chromiumPath, launchChromium, NO_CHROMIUM } from "../test/browser/chromium.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = `${root}screenshots/`;
const [given, ...wanted] = process.argv.slice(2);
const store = given ?? `${folder}examples.duckdb`;

/** Pixels of a page that a picture shows at most: some lists are longer than pictures can be. */
const LONGEST = 2400;
const SIZES = { wide: { width: 1360, height: 900 }, narrow: { width: 390, height: 844 } };

async function json(url) {
  return (await fetch(url)).json();
}

/** Name and address of each page, for what is in this store. */
async function pages(url) {
  const { events } = await json(`${url}api/events?limit=1&sort=confidence&type=CONSULT`);
  const [event] = events;
  const document = `document/${encodeURIComponent(event?.document ?? "none")}`;
  const [pair] = (await json(`${url}api/overview`)).pairs;
  return {
    overview: "",
    events: "events",
    "events-narrowed": "events?type=CONSULT&status=occurred",
    "events-none": "events?q=nothingofthekind",
    documents: "documents",
    document,
    "document-why": `${document}?event=${event?.id}`,
    pair: `pair/${pair?.a}/${pair?.b}`,
    pairs: "pairs",
    network: "network",
    map: "map",
    commitments: "commitments",
    corrections: "corrections",
    code: "code",
    api: "api",
    nowhere: "nowhere",
  };
}

const executable = chromiumPath();
if (executable === undefined) {
  console.error(NO_CHROMIUM);
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
if (!existsSync(store)) {
  const main = `${root}dist/cli/main.js`;
  execFileSync(process.execPath, [main, "code", `${root}examples/wire.jsonl`, "--out", store], {
    stdio: "inherit",
  });
}
const room = await openRoom(store, { isWritable: false, version: "0" });
const serving = await serve(room, { host: "127.0.0.1", port: 0, pages: bundledPages() });
const browser = await launchChromium(executable);
for (const colorScheme of ["light", "dark"]) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ colorScheme, viewport });
    for (const [name, address] of Object.entries(await pages(serving.url))) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      const page = await context.newPage();
      page.on(
        "console",
        (message) => message.type() === "error" && console.error(`${name}: ${message.text()}`),
      );
      page.on("pageerror", (error) => console.error(`${name}: ${error.message}`));
      await page.goto(`${serving.url}${address}`, { waitUntil: "networkidle" });
      await page.waitForTimeout(300);
      const height = Math.min(LONGEST, await page.evaluate("document.documentElement.scrollHeight"));
      await page.screenshot({
        path: `${folder}${name}-${size}-${colorScheme}.png`,
        fullPage: true,
        clip: { x: 0, y: 0, width: viewport.width, height },
      });
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
await serving.close();
await room.close();
console.log(`The pictures are in ${folder}`);
