import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Correction, DocumentView, EventPage } from "../../src/server/records.ts";
import { dragoman } from "../cli/run-cli.ts";
import { codedStore, type RoomProcess, serveStore, type TestStore } from "./room-process.ts";

const DOCUMENT = "2016-06-29-turkey-russia-letter.txt";
let store: TestStore;
let room: RoomProcess;
beforeAll(async () => {
  store = codedStore();
  room = await serveStore(store.path, ["--allow-corrections"]);
}, 120_000);
afterAll(async () => {
  await room.stop();
  store.remove();
});

const view = async () => (await (await fetch(`${room.url}api/documents/${DOCUMENT}`)).json()) as DocumentView;

async function correct(
  given: object,
): Promise<{ status: number; body: Correction & { error?: { message: string } } }> {
  const response = await fetch(`${room.url}api/corrections`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ document: DOCUMENT, author: "Ada", ...given }),
  });
  return { status: response.status, body: (await response.json()) as Correction };
}

describe("a correction", () => {
  it("stands beside the machine's coding, in every view, until it is taken back", async () => {
    const before = await view();
    const [event] = before.coded.events;
    const { status, body } = await correct({ record: event?.id, verdict: "wrong", note: "<b>no</b>" });
    expect(status).toBe(200);
    const after = await view();
    expect(after.coded).toEqual(before.coded);
    expect(after.corrections).toMatchObject([
      { record: event?.id, verdict: "wrong", author: "Ada", note: "<b>no</b>" },
    ]);
    const list = (await (await fetch(`${room.url}api/events?document=${DOCUMENT}`)).json()) as EventPage;
    expect(list.events.find(({ id }) => id === event?.id)?.corrections).toHaveLength(1);
    const undone = await fetch(`${room.url}api/corrections/${body.id}`, { method: "DELETE" });
    expect(undone.status).toBe(200);
    expect((await view()).corrections).toEqual([]);
    expect((await fetch(`${room.url}api/corrections/${body.id}`, { method: "DELETE" })).status).toBe(404);
  });

  it("of the same person on the same event takes the place of the one before", async () => {
    const [event] = (await view()).coded.events;
    await correct({ record: event?.id, verdict: "wrong" });
    await correct({ record: event?.id, verdict: "right" });
    await correct({ record: event?.id, verdict: "wrong", author: "Bob" });
    const verdicts = (await view()).corrections.map(({ author, verdict }) => [author, verdict]);
    expect(verdicts.sort()).toEqual([
      ["Ada", "right"],
      ["Bob", "wrong"],
    ]);
  });

  it("changes type and parties, adds what was missed, and goes out as gold", async () => {
    const { coded, document } = await view();
    const event = coded.events[1];
    const number = coded.mentions.findIndex(({ country }) => country === "RUS");
    await correct({
      record: event?.id,
      verdict: "changed",
      type: "ACCUSE",
      mode: "disapprove",
      recipients: [number],
    });
    const start = document.text.indexOf("first conversation");
    const trigger = [start, start + "first conversation".length];
    await correct({ verdict: "missed", type: "CONSULT", mode: "phone", actors: [number], trigger });
    const lines = (await (await fetch(`${room.url}api/corrections/gold.jsonl`)).text()).trim().split("\n");
    const [gold] = lines.map((line) => JSON.parse(line));
    expect(gold.document.id).toBe(DOCUMENT);
    const changed = gold.events.find(({ id }: { id: string }) => id === event?.id);
    expect(changed).toMatchObject({
      type: "ACCUSE",
      mode: "disapprove",
      cameo: "111",
      quad: "verbal conflict",
    });
    expect(changed.recipients).toMatchObject([{ country: "RUS" }]);
    const added = gold.events.find(({ rule }: { rule: string }) => rule === "added by hand");
    expect(document.text.slice(...added.evidence.trigger)).toBe("first conversation");
  });

  it("names parties whom the text does not, by code, with the name of the code unless another is given", async () => {
    const { coded } = await view();
    const event = coded.events[0];
    const { status, body } = await correct({
      record: event?.id,
      verdict: "changed",
      author: "Cem",
      actors: [{ code: "NOR" }, { code: "CHNGOV", name: "Wang Yi" }],
      recipients: [],
    });
    expect(status).toBe(200);
    expect(body.changes?.recipients).toEqual([]);
    const at = event?.evidence.trigger[0];
    expect(body.changes?.actors).toEqual([
      {
        name: "Norway",
        text: "Norway",
        kind: "country",
        country: "NOR",
        code: "NOR",
        sectors: [],
        span: [at, at],
        via: "chosen by hand",
      },
      expect.objectContaining({ name: "Wang Yi", country: "CHN", code: "CHNGOV", sectors: ["GOV"] }),
    ]);
  });

  it.each([
    [
      { verdict: "missed", type: "AID", trigger: [0, 4], actors: [{ code: "QQQ" }] },
      400,
      "no actor with the code QQQ",
    ],
    [
      { verdict: "missed", type: "AID", trigger: [0, 4], actors: [{ name: "Norway" }] },
      400,
      "expected the number of a mention",
    ],
    [{ verdict: "missed", type: "AID", trigger: [0, 4], actor: [1] }, 400, "there is no actor here"],
    [{ record: "none", verdict: "wrong" }, 404, "there is no event none"],
    [{ document: "none", verdict: "wrong" }, 404, "there is no document none"],
    [{ verdict: "missed", type: "CONSULT" }, 400, "needs the words"],
    [{ verdict: "missed", trigger: [0, 4] }, 400, "needs a type"],
    [{ verdict: "missed", type: "DANCE", trigger: [0, 4] }, 400, "no event type DANCE"],
    [{ verdict: "missed", type: "AID", mode: "phone", trigger: [0, 4] }, 400, "no mode phone"],
    [{ verdict: "missed", type: "AID", trigger: [0, 9_999_999] }, 400, "not in the text"],
    [{ verdict: "missed", type: "AID", actors: [99_999], trigger: [0, 4] }, 400, "no mention number"],
    [{ verdict: "perhaps" }, 400, "verdict"],
    [{ verdict: "right", author: " " }, 400, "author"],
  ])("that cannot be is refused: %j", async (given, status, words) => {
    const answer = await correct(given);
    expect(answer.status).toBe(status);
    expect(answer.body.error?.message).toContain(words);
  });
});

describe("a room that was not opened for corrections", () => {
  it("takes none, and two may read one store at once", async () => {
    await room.stop(); // it has the store to itself
    const one = await serveStore(store.path);
    const other = await serveStore(store.path);
    try {
      const response = await fetch(`${one.url}api/corrections`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ document: DOCUMENT, verdict: "right", author: "Ada", record: "x" }),
      });
      expect(response.status).toBe(403);
      const kept = (await (await fetch(`${other.url}api/corrections`)).json()) as { total: number };
      expect(kept.total).toBeGreaterThan(2);
    } finally {
      await one.stop();
      await other.stop();
    }
  });
});

describe("dragoman evaluate", () => {
  it("scores the coder against a store's corrections", () => {
    const { status, stdout } = dragoman(["evaluate", store.path]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/1 corrected documents, coded anew\nevents that readers say are there: \d/);
    expect(stdout).toMatch(/events that readers say are none, and still coded/);
  });
});
