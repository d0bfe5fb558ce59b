import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HOSTILE_DOCUMENT } from "../server/hostile-document.js";
import { codedStore, type RoomProcess, serveStore, type TestStore } from "../server/room-process.ts";
import { chromiumPath, launchChromium, NO_CHROMIUM } from "./chromium.js";

const executable = chromiumPath();
if (executable === undefined) console.warn(NO_CHROMIUM);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
/** How long a machine may take that has other things to do. */
const PATIENCE = { timeout: 20_000, interval: 50 };
const LETTER = "document/2016-06-29-turkey-russia-letter.txt";

/** Rules of axe that depend on what a page looks like. */
const SEEN_RULES = ["color-contrast", "scrollable-region-focusable", "target-size"];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

describe.skipIf(executable === undefined)("in Chromium", () => {
  let store: TestStore;
  let room: RoomProcess;
  let browser: Browser;
  let context: BrowserContext;

  beforeAll(async () => {
    store = codedStore();
    room = await serveStore(store.path, ["--allow-corrections"]);
    browser = await launchChromium(executable);
    context = await browser.newContext({ viewport: { width: 1280, height: 900 }, acceptDownloads: true });
    context.setDefaultTimeout(20_000);
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await room?.stop();
    store?.remove();
  });

  /** Does something on a page, and sees to it that nothing was complained of meanwhile. */
  async function on(
    address: string,
    look: (page: Page) => Promise<void>,
    where: BrowserContext = context,
    expected: readonly RegExp[] = [],
  ) {
    const page = await where.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    try {
      await page.goto(`${room.url}${address}`);
      await settled(page);
      await look(page);
      expect(complaints.filter((text) => !expected.some((pattern) => pattern.test(text)))).toEqual([]);
    } finally {
      await page.close();
    }
  }

  /** Waits until nothing on a page says any more that it is waiting. */
  async function settled(page: Page) {
    const isSettled = `document.querySelector("h1") !== null
      && document.querySelector("[aria-busy=true]") === null
      && ![...document.querySelectorAll("[role=status]")].some((status) => status.textContent.trim().endsWith("…"))`;
    await expect.poll(() => page.evaluate(isSettled), PATIENCE).toBe(true);
  }

  const heading = (page: Page) => page.locator("h1").textContent();
  const total = async (page: Page) =>
    Number(((await page.locator(".count b").textContent()) ?? "").replace(/\D/g, ""));

  /** @param rules the rules of axe to check by; all of them where none is named */
  async function violations(page: Page, rules: readonly string[] = []): Promise<string[]> {
    await page.evaluate(axe);
    const options = rules.length === 0 ? "" : JSON.stringify({ runOnly: rules });
    const found = (await page.evaluate(
      `axe.run(${options}).then(({ violations }) => violations)`,
    )) as Violation[];
    return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
  }

  const PAGES: readonly (readonly [address: string, heading: RegExp, content: RegExp])[] = [
    ["", /Who did what to whom/, /The most active pairs[\s\S]*Lately/],
    ["events", /Events/, /events\b[\s\S]*CONSULT/],
    ["events?q=nothingofthekind", /Events/, /No event meets all of these conditions/],
    ["documents", /Documents/, /documents, the latest first/],
    [LETTER, /letter/, /\d+ events, \d+ statements/],
    ["pairs", /Pairs/, /The most active pairs/],
    ["pair/RUS/TUR", /Russia and Türkiye/, /Words and deeds over time[\s\S]*Net score[\s\S]*Latest events/],
    ["pair/RUS/nobody", /Russia and nobody/, /Nothing in this store passed between them/],
    ["network", /Who deals with whom/, /The network[\s\S]*The same as a list/],
    ["map", /Where things happened/, /The place of [\d,]+ events? of [\d,]+ is unknown/],
    ["commitments", /Commitments/, /commitment/],
    ["corrections", /Corrections/, /Nobody has corrected anything/],
    ["code", /Code a text/, /Nothing is stored/],
    ["api", /The API/, /\/api\/events[\s\S]*\/api\/code/],
    ["nowhere", /There is no such page/, /overview/],
    ["document/none", /none/, /There is no document none in this store/],
  ];

  it.each(PAGES)("/%s shows what it is for, and is accessible", async (address, title, content) => {
    const isMissing = address === "document/none"; // the browser itself tells of an answer of 404
    const look = async (page: Page) => {
      await page
        .getByText(content.source.startsWith("\\d") ? /statements?/ : /\w/)
        .first()
        .waitFor();
      await expect.poll(() => heading(page), PATIENCE).toMatch(title);
      await expect.poll(() => page.locator("main").innerText(), PATIENCE).toMatch(content);
      expect(await violations(page)).toEqual([]);
    };
    await on(address, look, context, isMissing ? [/404 \(Not Found\)/] : []);
  });

  it("is as accessible in the dark, and fits a phone", async () => {
    const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, colorScheme: "dark" });
    for (const [address] of PAGES.filter(([address]) => address !== "document/none")) {
      await on(
        address,
        async (page) => {
          const sideways = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
          expect([address, await page.evaluate(sideways)]).toEqual([address, 0]);
          // What else there is to check does not depend on colours and widths.
          expect([address, await violations(page, SEEN_RULES)]).toEqual([address, []]);
        },
        phone,
      );
    }
    await phone.close();
  }, 120_000);

  it("leads from a bar of the overview to just its events", async () => {
    await on("", async (page) => {
      const bar = page.locator("svg a[aria-label*='cooperation']").last();
      const label = (await bar.getAttribute("aria-label")) ?? "";
      const [cooperation, conflict] =
        /: ([\d,]+) of cooperation, ([\d,]+) of conflict/.exec(label)?.slice(1) ?? [];
      await bar.click();
      await page.waitForURL(/\/events\?from=/);
      await expect.poll(() => total(page), PATIENCE).toBe(Number(cooperation) + Number(conflict));
      await page.goBack();
      await page
        .getByRole("link", { name: /^Russia and Türkiye|^Russia and United States/ })
        .first()
        .click();
      await page.waitForURL(/\/pair\//);
    });
  });

  it("goes from bar to bar with the arrow keys", async () => {
    await on("", async (page) => {
      await page.locator("svg a[tabindex='0']").first().focus();
      await page.keyboard.press("End");
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/events\?from=/);
    });
  });

  it("narrows the events by facets and words, and an address restores the view", async () => {
    await on("events", async (page) => {
      const all = await total(page);
      await page
        .locator("details")
        .filter({ hasText: /^Type/ })
        .getByLabel(/CONSULT/)
        .check();
      await page.waitForURL(/type=CONSULT/);
      await expect.poll(() => total(page), PATIENCE).toBeLessThan(all);
      const consults = await total(page);
      await page.getByLabel(/Words of the sentence/).fill("phone");
      await page.waitForURL(/q=phone/);
      await expect.poll(() => total(page), PATIENCE).toBeLessThan(consults);
      await page.getByLabel("Order").selectOption("score-asc");
      const few = await total(page);
      const first = await page.locator(".entry .said").first().innerText();
      await page.goto(page.url());
      await settled(page);
      expect(await total(page)).toBe(few);
      expect(await page.locator(".entry .said").first().innerText()).toBe(first);
      await page.getByRole("link", { name: "Drop words phone" }).click();
      await expect.poll(() => total(page), PATIENCE).toBe(consults);
    });
  });

  it("draws only the events that are seen, and all of them when scrolled to", async () => {
    await on("events", async (page) => {
      const all = await total(page);
      expect(await page.locator(".entry").count()).toBeLessThan(60);
      await page.evaluate("scrollTo(0, document.body.scrollHeight)");
      await page.locator(`[aria-posinset="${all}"] .entry`).waitFor();
      expect(await page.locator(".entry").count()).toBeLessThan(60);
    });
  });

  it("leaves a page that was just opened where it is scrolled to, however soon", async () => {
    const page = await context.newPage();
    await page.addInitScript("performance.now = () => 0"); // the page has only just been opened, for good
    await page.goto(`${room.url}events`);
    await page.locator('[aria-posinset="1"] .entry').waitFor();
    const scrolled = await page.evaluate(
      "new Promise((done) => { scrollTo(0, 500); requestAnimationFrame(() => requestAnimationFrame(() => done(scrollY))); })",
    );
    expect(scrolled).toBe(500);
    await page.close();
  });

  it("is as high as its entries, which are not alike, where it is a list, whatever the window", async () => {
    const page = await context.newPage();
    await page.goto(`${room.url}commitments`);
    await settled(page);
    const list = page.getByRole("list", { name: "Commitments" });
    const last = list.getByRole("listitem").last();
    for (const width of [1280, 420]) {
      await page.setViewportSize({ width, height: 700 });
      await expect
        .poll(async () => {
          await page.evaluate("scrollTo(0, document.body.scrollHeight)");
          const [whole, entry] = await Promise.all([list.boundingBox(), last.boundingBox()]);
          const isLast =
            (await last.getAttribute("aria-posinset")) === (await last.getAttribute("aria-setsize"));
          if (!isLast || !whole || !entry) return Number.NaN;
          return Math.abs(whole.y + whole.height - entry.y - entry.height);
        }, PATIENCE)
        .toBeLessThan(3);
    }
    await page.close();
  });

  it("tells at the foot which program, model and words coded what is shown", async () => {
    await on("", async (page) => {
      const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
      const foot = await page.locator("footer").innerText();
      expect(foot).toContain(`coded with Dragoman ${version}, model `);
      expect(foot).toMatch(/model [0-9a-f]{7}, lexicon [0-9a-f]{7}/);
    });
  });

  it("saves a chart as a picture and as its numbers", async () => {
    await on("", async (page) => {
      const saved = async (name: RegExp) => {
        const [download] = await Promise.all([
          page.waitForEvent("download"),
          page.getByRole("button", { name }).first().click(),
        ]);
        return readFileSync(await download.path());
      };
      const svg = (await saved(/SVG of Cooperation/)).toString();
      expect(svg).toMatch(/^<svg[^>]+xmlns="http:\/\/www.w3.org\/2000\/svg"/);
      expect(svg).not.toMatch(/var\(--/);
      expect((await saved(/PNG of Cooperation/)).subarray(1, 4).toString()).toBe("PNG");
      expect((await saved(/numbers of Cooperation/)).toString()).toMatch(/^month,verbal cooperation,/);
    });
  });

  it("lights a record and its words together, and says why", async () => {
    await on(LETTER, async (page) => {
      const words = page.locator("a.trigger", { hasText: "telephoned" });
      await words.hover();
      const record = page.locator(".record.lit").first();
      expect(await record.innerText()).toMatch(/Vladimir Putin/);
      await record.hover();
      await expect.poll(() => words.getAttribute("class"), PATIENCE).toMatch(/lit/);
      await record.getByText("Why").click();
      await record.getByText(/names CONSULT/).waitFor();
      expect(await record.locator("svg[role=img]").getAttribute("aria-label")).toMatch(
        /telephoned is trigger/,
      );
    });
  });

  it("opens an event of a document by its address", async () => {
    const { events } = (await (
      await fetch(`${room.url}api/events?document=${LETTER.slice(9)}&limit=1`)
    ).json()) as {
      events: { id: string }[];
    };
    await on(`${LETTER}?event=${events[0]?.id}`, async (page) => {
      await page.locator(`#record-${events[0]?.id} dl`).waitFor();
      expect(await page.locator(".trigger.lit").count()).toBeGreaterThan(0);
    });
  });

  it("codes a text that is pasted", async () => {
    await on("code", async (page) => {
      await page
        .getByLabel("The text")
        .fill("France condemned Mali on Monday. <img src=x onerror=window.harmed=1>");
      await page.getByLabel("Day of publication").fill("2022-01-12");
      await page.getByRole("button", { name: "Code it" }).click();
      await page.locator(".record").waitFor();
      expect(await page.locator(".record").innerText()).toMatch(
        /France[\s\S]*Mali[\s\S]*ACCUSE[\s\S]*January 10, 2022/,
      );
      expect(await page.evaluate("window.harmed")).toBeUndefined();
      expect(await violations(page)).toEqual([]);
    });
  });

  it("lets an event be called wrong, taken back, changed, and one be added by marking words", async () => {
    await on(LETTER, async (page) => {
      const record = page.locator(".record").first();
      await record.getByRole("button", { name: "wrong" }).click();
      await record.getByLabel(/Your name/).fill("Ada <b>");
      await record.getByRole("button", { name: "Keep" }).click();
      await record.getByText("no such event, says Ada <b>").waitFor();
      await record.getByRole("button", { name: "undo" }).click();
      await record.getByText("no such event").waitFor({ state: "detached" });

      await record.getByRole("button", { name: "change…" }).click();
      await record.getByLabel("Type").selectOption("ACCUSE");
      expect(await violations(page)).toEqual([]);
      await record.getByRole("button", { name: "Keep" }).click();
      await record.getByText(/rather ACCUSE/).waitFor();

      await page.locator(".text p").first().click({ clickCount: 3 });
      await page.getByRole("button", { name: "Add a missed event" }).click();
      const form = page.getByRole("form", { name: "Add a missed event" });
      expect((await form.getByLabel("The words that tell it").inputValue()).length).toBeGreaterThan(20);
      await form.getByLabel("The words that tell it").fill("first conversation");
      await form.getByRole("group", { name: "Actors" }).getByLabel(/Putin/).check();
      await form.getByRole("button", { name: "Keep" }).click();
      await page.getByText(/missed: CONSULT by Vladimir Putin, says Ada/).waitFor();
    });
    await on("corrections", async (page) => {
      await page.getByText("2 corrections").waitFor();
      expect(await violations(page)).toEqual([]);
      for (const left of ["1 correction.", "Nobody has corrected anything"]) {
        await page.getByRole("button", { name: "undo" }).first().click();
        await page.getByText(left).waitFor();
      }
    });
  });

  it("lets parties be chosen whom the text does not name", async () => {
    await on(LETTER, async (page) => {
      const record = page.locator(".record").first();
      await record.getByRole("button", { name: "change…" }).click();
      const recipients = record.getByRole("group", { name: "Recipients" });
      const search = recipients.getByLabel(/Somebody else/);
      await search.fill("norw");
      await recipients.getByRole("button", { name: "Norway" }).waitFor();
      expect(await violations(page)).toEqual([]);
      await search.press("Enter");
      expect(await recipients.getByLabel("Norway").isChecked()).toBe(true);
      await search.fill("QQQ");
      await recipients.getByText("Nobody of that name or code is known").waitFor();
      await record.getByLabel(/Your name/).fill("Ada");
      await record.getByRole("button", { name: "Keep" }).click();
      await record.getByText(/rather .*to .*Norway/).waitFor();
      await record.getByRole("button", { name: "undo" }).click();
      await record.getByText(/rather/).waitFor({ state: "detached" });
    });
  });

  it("marks the places of a text, which lead to the map", async () => {
    await on("document/2023-02-14-bab-al-salam-aid.txt", async (page) => {
      await page.locator(".text a.place").first().click(); // more are marked once the text was read again
      await page.waitForURL(/\/map\?place=./);
      const name = new URL(page.url()).searchParams.get("place") ?? "";
      await page.locator("main [role=status] b", { hasText: name }).waitFor();
      await settled(page);
      expect(await violations(page)).toEqual([]);
    });
  });

  it("finds by keyboard what passed between two in a period, and goes back to where the reader was", async () => {
    const told = async (filter: string) => {
      const response = await fetch(`${room.url}api/events?between=RUS&between=TUR&limit=1${filter}`);
      return ((await response.json()) as { total: number }).total;
    };
    const all = await told("");
    const some = await told("&from=2016-01-01&to=2016-12-31");
    expect([some > 2, some < all]).toEqual([true, true]);
    await on("events", async (page) => {
      const summary = page.locator("summary", { hasText: "Between two" });
      await summary.focus();
      await page.keyboard.press("Enter");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Russia");
      await page.keyboard.press("Tab");
      await page.keyboard.type("Türkiye");
      await page.keyboard.press("Enter");
      await page.waitForURL(/between=RUS&between=TUR/);
      await expect.poll(() => total(page), PATIENCE).toBe(all);
      await page.getByLabel("from", { exact: true }).fill("2016-01-01");
      await page.getByLabel("until", { exact: true }).fill("2016-12-31");
      await page.waitForURL(/to=2016-12-31/);
      await expect.poll(() => total(page), PATIENCE).toBe(some);
      await page.evaluate("scrollTo(0, 300)");
      await page.locator(".entry .trigger").nth(1).focus();
      await page.keyboard.press("Enter");
      await page.waitForURL(/\/document\/.*event=/);
      await settled(page);
      await page.goBack();
      await expect.poll(() => total(page), PATIENCE).toBe(some);
      await expect.poll(() => page.evaluate("scrollY"), PATIENCE).toBeGreaterThan(200);
      await page.goBack();
      await page.goBack();
      await expect.poll(() => page.evaluate("location.search"), PATIENCE).toBe("?between=RUS&between=TUR");
      await expect.poll(() => total(page), PATIENCE).toBe(all);
    });
  });

  it("shows a hostile document as text, whatever its fields hold", async () => {
    const own = `document/${encodeURIComponent(HOSTILE_DOCUMENT.id)}`;
    for (const address of [
      own,
      "documents",
      "",
      "events?country=MLI",
      "pair/FRA/MLI",
      "events?q=%3Cscript%3E",
    ]) {
      await on(address, async (page) => {
        expect(await page.evaluate("window.harmed")).toBeUndefined();
        const planted =
          "main script, main iframe, main img, main style, main b[onclick], main [onload], main [onerror]";
        expect(await page.locator(planted).count()).toBe(0);
        expect(await page.locator("a[href^='javascript']").count()).toBe(0);
        expect(await page.locator("body").evaluate((body) => getComputedStyle(body).display)).not.toBe(
          "none",
        );
      });
    }
    await on(own, async (page) => {
      expect(await heading(page)).toContain("<script>window.harmed=1</script>");
      expect(await page.locator(".text").innerText()).toContain("<b onclick=window.harmed=1>Front</b>");
      // Marks that turn the direction of writing end with the field they stand in.
      const [first, last] = await page
        .getByRole("link", { name: "its events as a list" })
        .evaluate((link) => {
          const words = link.firstChild as ChildNode;
          return [0, (words.textContent ?? "").length - 1].map((place) => {
            const letter = document.createRange();
            letter.setStart(words, place);
            letter.setEnd(words, place + 1);
            return letter.getBoundingClientRect().left;
          });
        });
      expect(first).toBeLessThan(last as number);
    });
  });

  it("follows links without loading anew, and tells the page by its title and heading", async () => {
    await on("", async (page) => {
      await page.evaluate("window.stayed = true");
      await page.getByRole("navigation").getByRole("link", { name: "Events" }).click();
      await page.waitForURL(/\/events$/);
      await expect.poll(() => page.title(), PATIENCE).toBe("Events · Dragoman");
      await expect.poll(() => page.evaluate("document.activeElement?.tagName"), PATIENCE).toBe("H1");
      expect(await page.evaluate("window.stayed")).toBe(true);
    });
  });

  it("asks nobody else for anything", async () => {
    const page = await context.newPage();
    const elsewhere: string[] = [];
    page.on("request", (request) => {
      if (!request.url().startsWith(room.url) && !request.url().startsWith("data:"))
        elsewhere.push(request.url());
    });
    for (const address of ["", "map", "network", LETTER]) {
      await page.goto(`${room.url}${address}`, { waitUntil: "networkidle" });
    }
    await page.close();
    expect(elsewhere).toEqual([]);
  });
});
