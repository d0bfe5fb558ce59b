import { connect } from "node:net";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SECTORS } from "../../src/server/code-words.ts";
import type {
  ActorPage,
  DocumentView,
  EventPage,
  Facets,
  Names,
  Overview,
  PairView,
  Reading,
} from "../../src/server/records.ts";
import { HOSTILE_DOCUMENT } from "./hostile-document.js";
import { codedStore, type RoomProcess, serveStore, type TestStore } from "./room-process.ts";

let store: TestStore;
let room: RoomProcess;
beforeAll(async () => {
  store = codedStore();
  room = await serveStore(store.path);
}, 120_000);
afterAll(async () => {
  await room.stop();
  store.remove();
});

async function answer<Answer>(address: string): Promise<Answer> {
  const response = await fetch(`${room.url}api/${address}`);
  expect(response.status, address).toBe(200);
  return (await response.json()) as Answer;
}

/** A request written by hand, for what `fetch` would not send. */
function raw(head: string): Promise<string> {
  const { port } = new URL(room.url);
  return new Promise((resolve, reject) => {
    let got = "";
    const socket = connect(Number(port), "127.0.0.1", () => socket.end(`${head}\r\n\r\n`));
    socket.setEncoding("utf8").on("data", (text: string) => {
      got += text;
    });
    socket.on("end", () => resolve(got)).on("error", reject);
  });
}

describe("the overview", () => {
  it("counts what the events page lists", async () => {
    const overview = await answer<Overview>("overview");
    const { total } = await answer<EventPage>("events?limit=1");
    expect(overview.events).toBe(total);
    expect(overview.types.reduce((sum, { n }) => sum + n, 0)).toBe(total);
    expect(overview.documents).toBeGreaterThan(18);
  });
});

describe("a pair", () => {
  it("has as many events on its own page, and in their list, as in the overview", async () => {
    const { pairs } = await answer<Overview>("overview");
    for (const { a, b, n } of pairs) {
      expect([a, b, (await answer<PairView>(`pairs/${a}/${b}`)).n]).toEqual([a, b, n]);
    }
    const [{ a, b, n } = { a: "", b: "", n: 0 }] = pairs;
    const told = "telling=first&status=occurred&status=ongoing&status=historical";
    expect((await answer<EventPage>(`events?between=${a}&between=${b}&${told}&limit=1`)).total).toBe(n);
  });
});

describe("a pair in a period", () => {
  it("has what lies in it", async () => {
    const all = await answer<PairView>("pairs/RUS/TUR");
    const some = await answer<PairView>("pairs/RUS/TUR?from=2016-01-01&to=2016-12-31");
    expect(some.n).toBeGreaterThan(0);
    expect(some.all).toBeLessThan(all.all);
    expect(some.months.filter(({ month }) => !month.startsWith("2016"))).toEqual([]);
    const said = [...some.statements.a, ...some.statements.b, ...some.commitments.a, ...some.commitments.b];
    expect(said.filter(({ published }) => published?.startsWith("2016") !== true)).toEqual([]);
  });
});

describe("events", () => {
  it.each([
    ["type=CONSULT", (e: EventPage["events"][0]) => e.type === "CONSULT"],
    ["type=CONSULT&type=AGREE", (e: EventPage["events"][0]) => ["CONSULT", "AGREE"].includes(e.type)],
    ["status=future", (e: EventPage["events"][0]) => e.status === "future"],
    [
      "from=2018-01-01&to=2018-12-31",
      (e: EventPage["events"][0]) => e.date.start?.startsWith("2018") === true,
    ],
    ["actor=RUS", (e: EventPage["events"][0]) => e.actors.some(({ country }) => country === "RUS")],
    ["recipient=RUS", (e: EventPage["events"][0]) => e.recipients.some(({ country }) => country === "RUS")],
    ["confidence=0.75", (e: EventPage["events"][0]) => e.confidence >= 0.75],
    ["q=sanctions", (e: EventPage["events"][0]) => /sanctions/i.test(e.sentence.text)],
    ["voice=publisher", (e: EventPage["events"][0]) => e.voices.at(-1)?.kind === "publisher"],
  ])("that meet %s all do, and the facets count as many", async (filter, meets) => {
    const page = await answer<EventPage>(`events?${filter}&limit=500`);
    expect(page.total).toBeGreaterThan(0);
    expect(page.events).toHaveLength(page.total);
    expect(page.events.filter((event) => !meets(event))).toEqual([]);
    expect((await answer<Facets>(`facets?${filter}`)).total).toBe(page.total);
  });

  it("come in pages that hold each event once", async () => {
    const whole = await answer<EventPage>("events?limit=500");
    const ids: string[] = [];
    let cursor = "";
    do {
      const page = await answer<EventPage>(`events?limit=37${cursor}`);
      ids.push(...page.events.map(({ id }) => id));
      cursor = page.next === undefined ? "" : `&cursor=${page.next}`;
    } while (cursor !== "");
    expect(ids).toHaveLength(whole.total);
    expect(new Set(ids).size).toBe(whole.total);
    expect(ids.slice(0, 500)).toEqual(whole.events.map(({ id }) => id));
  });

  it("point at the words that name them", async () => {
    const { events } = await answer<EventPage>("events?q=telephoned&limit=1");
    const { text, trigger } = events[0]?.sentence ?? { text: "", trigger: [0, 0] };
    expect(text.slice(...trigger)).toBe("telephoned");
  });

  it("are saved as CSV and JSON lines, just those shown", async () => {
    const { total } = await answer<EventPage>("events?type=SANCTION&limit=1");
    const lines = (await (await fetch(`${room.url}api/events.jsonl?type=SANCTION`)).text())
      .trim()
      .split("\n");
    expect(lines).toHaveLength(total);
    expect(new Set(lines.map((line) => (JSON.parse(line) as { type: string }).type))).toEqual(
      new Set(["SANCTION"]),
    );
    const csv = await fetch(`${room.url}api/events.csv?type=SANCTION`);
    expect(csv.headers.get("content-disposition")).toContain("events.csv");
    expect(await csv.text()).toMatch(/^id,document,published,/);
  });
});

describe("what is asked for by words", () => {
  it("may stand in any quotation marks", async () => {
    const straight = await answer<EventPage>(`events?q=${encodeURIComponent('"called off"')}&limit=1`);
    const curly = await answer<EventPage>(`events?q=${encodeURIComponent("“called off”")}&limit=1`);
    expect([straight.total > 0, curly.total]).toEqual([true, straight.total]);
  });
});

describe("actors", () => {
  it.each([
    ["norw", { name: "Norway", code: "NOR", kind: "country" }],
    ["eur", { name: "European Union", code: "EUR" }],
    ["CHNGOV", { name: "China, government", code: "CHNGOV", sectors: ["GOV"], country: "CHN" }],
    ["erdogan", { name: "Recep Tayyip Erdogan", code: "TURGOV" }],
  ])("are found by name or code: %s", async (words, expected) => {
    const { actors } = await answer<ActorPage>(`actors?q=${words}`);
    expect(actors).toContainEqual(expect.objectContaining(expected));
  });

  it.each(["nobodyofthisname", "QQQ", "CHNQQQ", "chn gov"])("are none for %s", async (words) => {
    expect((await answer<ActorPage>(`actors?q=${encodeURIComponent(words)}`)).actors).toEqual([]);
  });
});

describe("names", () => {
  it("has one for every code a reader sees, and says what coded the store", async () => {
    const names = await answer<Names>("names");
    const { facets } = await answer<Facets>("facets");
    expect(names.countries.EUR).toBe("European Union");
    expect((facets.country ?? []).filter(({ value }) => names.countries[value] === undefined)).toEqual([]);
    expect((facets.sector ?? []).filter(({ value }) => SECTORS[value] === undefined)).toEqual([]);
    expect(names.cameo["040"]).toMatch(/\w/);
    expect(names.coder).toMatchObject({
      version: names.version,
      model: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});

describe("a document", () => {
  it("comes with records whose spans are places of its text as JavaScript counts", async () => {
    const id = "2016-06-29-turkey-russia-letter.txt";
    const { document, coded } = await answer<DocumentView>(`documents/${id}`);
    expect(coded.events.length).toBeGreaterThan(5);
    for (const event of coded.events) {
      for (const { text, span } of [...event.actors, ...event.recipients]) {
        expect(document.text.slice(...span)).toBe(text);
      }
    }
    const why = await answer<Reading>(`documents/${id}/why`);
    expect(why.coded.events.map((event) => event.id).sort()).toEqual(
      coded.events.map((event) => event.id).sort(),
    );
    expect(why.explanation.events[0]?.steps.length).toBeGreaterThan(0);
    const places = why.places.map(({ span, name }) => [document.text.slice(...span), name]);
    expect(places).toContainEqual(["Izmir", "İzmir"]);
  });

  it("is found by any id, as text and not as a path", async () => {
    const { document } = await answer<DocumentView>(`documents/${encodeURIComponent(HOSTILE_DOCUMENT.id)}`);
    expect(document.text).toBe(HOSTILE_DOCUMENT.text);
  });
});

describe("a text that is sent", () => {
  it("is coded and not kept", async () => {
    const response = await fetch(`${room.url}api/code`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: "France condemned Mali on Monday.", date: "2022-01-12" }),
    });
    const { coded } = (await response.json()) as Reading;
    expect(coded.events.map(({ type, date }) => [type, date.start])).toEqual([["ACCUSE", "2022-01-10"]]);
    expect((await answer<EventPage>("events?document=pasted%20text")).total).toBe(0);
  });

  it.each([
    ["nothing", {}, 400, "text: "],
    ["an empty text", { text: "" }, 400, "text: "],
    ["a date that is none", { text: "x", date: "2022-13-45" }, 400, "date: "],
    ["a field that there is not", { text: "x", langauge: "en" }, 400, "there is no langauge here"],
    ["no object", ["x"], 400, "expected object"],
    ["too long a text", { text: "word ".repeat(50_000) }, 400, "text: "],
    ["more bytes than are read", { text: "x".repeat(1_200_000) }, 413, "a request may bring 1 MB at most"],
  ])("is refused in a sentence where it is %s", async (_what, body, status, sentence) => {
    const response = await fetch(`${room.url}api/code`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toContain(sentence);
  });
});

describe("what is sent", () => {
  it("is refused where it is no JSON", async () => {
    const response = await fetch(`${room.url}api/code`, { method: "POST", body: "text=France" });
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ error: { code: "unsupported" } });
  });
});

describe("errors", () => {
  it.each([
    ["api/events?from=yesterday", 400, { code: "bad_request", field: "from" }],
    ["api/events?status=perhaps", 400, { code: "bad_request", field: "status" }],
    ["api/events?cursor=abc", 400, { code: "bad_request", field: "cursor" }],
    ["api/events?limit=100000", 400, { code: "bad_request", field: "limit" }],
    ["api/events?form=2020-01-01", 400, { code: "bad_request", field: "form" }],
    ["api/overview?limit=5", 400, { code: "bad_request", field: "limit" }],
    ["api/pairs/RUS/TUR?sort=date", 400, { code: "bad_request", field: "sort" }],
    ["api/documents/x?<script>=1", 400, { code: "bad_request", field: "<script>" }],
    ["api/events?type=DANCE", 400, { code: "bad_request", field: "type" }],
    ["api/events?sector=ARMY", 400, { code: "bad_request", field: "sector" }],
    ["api/events?between=RUS", 400, { code: "bad_request", field: "between" }],
    ["api/events?between=RUS&between=TUR&between=USA", 400, { code: "bad_request", field: "between" }],
    ["api/events?limit=", 400, { code: "bad_request", field: "limit" }],
    ["api/events?from=2020-01-01&from=2021-01-01", 400, { code: "bad_request", field: "from" }],
    ["api/actors", 400, { code: "bad_request", field: "q" }],
    ["api/events/nosuchevent", 404, { code: "not_found" }],
    ["api/documents/nosuchdocument", 404, { code: "not_found" }],
    ["api/nothing", 404, { code: "not_found" }],
    ["assets/nothing.js", 404, { code: "not_found" }],
  ])("have a stable body: %s", async (address, status, expected) => {
    const response = await fetch(`${room.url}${address}`);
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      error: { ...expected, message: expect.stringMatching(/\w+ \w+/) },
    });
  });

  it.each(["'; DROP TABLE events; --", "%' OR 1=1 --", "\u0000", "🕊", "\\", "(((", "*"])(
    "are not what odd words to search for give: %j",
    async (words) => {
      const page = await answer<EventPage>(
        `events?q=${encodeURIComponent(words)}&actor=${encodeURIComponent(words)}`,
      );
      expect(page.total).toBe(0);
    },
  );
});

describe("the guard", () => {
  it("answers what has not changed with 304", async () => {
    const first = await fetch(`${room.url}api/overview`);
    const tag = first.headers.get("etag") ?? "";
    const again = await fetch(`${room.url}api/overview`, { headers: { "If-None-Match": tag } });
    expect([tag.length > 10, again.status]).toEqual([true, 304]);
    const other = await fetch(`${room.url}api/facets`, { headers: { "If-None-Match": tag } });
    expect(other.status).toBe(200);
  });

  it.each([
    ["evil.example", 421],
    ["evil.example:80", 421],
    ["localhost.evil.example", 421],
    ["", 400],
    ["localhost", 200],
    ["127.0.0.1:1", 200],
  ])("goes by no name but its own: Host: %s", async (host, status) => {
    const reply = await raw(`GET /api/names HTTP/1.1\r\nHost: ${host}\r\nConnection: close`);
    expect(reply.split(" ")[1]).toBe(String(status));
  });

  it("refuses what a page of another site sends", async () => {
    const headers = { "content-type": "application/json", origin: "http://evil.example" };
    const response = await fetch(`${room.url}api/code`, { method: "POST", headers, body: '{"text":"x"}' });
    expect(response.status).toBe(403);
  });

  it.each([
    "/../package.json",
    "/..%2f..%2fpackage.json",
    "/assets/../../package.json",
    "/%2e%2e/%2e%2e/etc/passwd",
  ])("lets no path out of its folder: %s", async (path) => {
    const reply = await raw(`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close`);
    expect(reply).not.toMatch(/"dependencies"|root:/);
    expect(reply).toMatch(/text\/html|not_found/);
  });

  it("sends a strict policy with every answer", async () => {
    for (const address of ["", "api/overview", "api/nothing", "openapi.json"]) {
      const { headers } = await fetch(`${room.url}${address}`);
      expect(headers.get("content-security-policy")).toMatch(/default-src 'none'/);
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
  });

  it("tells its health, its measures and its description", async () => {
    expect(await (await fetch(`${room.url}health`)).json()).toMatchObject({ status: "ok" });
    expect(await (await fetch(`${room.url}metrics`)).text()).toMatch(/dragoman_requests_total\{.*\} \d+/);
    const description = (await (await fetch(`${room.url}openapi.json`)).json()) as {
      paths: Record<string, unknown>;
    };
    expect(Object.keys(description.paths)).toContain("/api/events");
    expect(await new Validator().validate(description)).toEqual({ valid: true });
  });
});

describe("on an address that others reach", () => {
  it("asks for the token it printed", async () => {
    const open = await serveStore(store.path, ["--host", "0.0.0.0"]);
    try {
      const printed = new URL(open.url.replace("0.0.0.0", "127.0.0.1"));
      const token = printed.searchParams.get("token") ?? "";
      const bare = `http://${printed.host}/`;
      const status = async (headers: Record<string, string>) =>
        (await fetch(`${bare}api/names`, { headers })).status;
      expect(token.length).toBeGreaterThan(20);
      expect(await status({})).toBe(401);
      expect(await status({ authorization: "Bearer wrong" })).toBe(401);
      expect(await status({ authorization: `Bearer ${token}` })).toBe(200);
      const door = await fetch(printed, { redirect: "manual" });
      expect(door.status).toBe(303);
      expect(door.headers.get("set-cookie")).toMatch(/HttpOnly; SameSite=Strict/);
      expect((await fetch(`${bare}health`)).status).toBe(200);
    } finally {
      await open.stop();
    }
  });
});
