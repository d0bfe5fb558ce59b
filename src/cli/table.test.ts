import pc from "picocolors";
import stringWidth from "string-width";
import { describe, expect, it } from "vitest";
import type { CodedDocument, CodedEvent, Statement } from "../coding/records.ts";
import type { Document } from "../document/document.ts";
import type { Entity } from "../mentions/mention.ts";
import { documentTable } from "./table.ts";

const text =
  "Wang Yi phoned his Kazakh counterpart Mukhtar Tleuberdi on Monday, Xinhua said. Nothing else happened.";
const document: Document = { id: "wang.txt", date: "2022-01-10", language: "en", text };

function entity(name: string, code: string): Entity {
  return { name, text: name, span: [0, 1], kind: "person", sectors: ["GOV"], code };
}

const event: CodedEvent = {
  id: "e1",
  document: document.id,
  sentence: 0,
  type: "CONSULT",
  mode: "phone",
  contexts: [],
  cameo: "041",
  quad: "verbal cooperation",
  score: 3,
  goldstein: 1,
  actors: [entity("Wang Yi", "CHNGOV")],
  recipients: [entity("Mukhtar Tleuberdi", "KAZGOV")],
  date: { start: "2022-01-10", end: "2022-01-10", precision: "day" },
  status: "occurred",
  attribution: [{ source: "publisher" }, { source: entity("Xinhua", "CHNMED") }],
  evidence: { trigger: [8, 14], sentence: [0, 79] },
  retold: [],
  rule: "talk by phone",
  lexicon: [],
  confidence: 1,
};

function tableOf(
  events: readonly Partial<CodedEvent>[],
  options: { document?: Document; width?: number; colours?: boolean } = {},
) {
  const given = options.document ?? document;
  const coded: CodedDocument = {
    document: { id: given.id },
    events: events.map((changes) => ({ ...event, ...changes })),
    statements: [],
    mentions: [],
    sentences: [],
    problems: [],
  };
  return documentTable(given, coded, {
    width: options.width ?? 80,
    colours: pc.createColors(options.colours ?? false),
  });
}

describe("documentTable", () => {
  it("shows statements and commitments, a line each, cut to the width", () => {
    const said: Statement = {
      id: "s1",
      document: document.id,
      sentence: 0,
      speaker: entity("Xinhua", "CHNMED"),
      addressees: [entity("Kazakhstan", "KAZ")],
      act: "pledge",
      form: "indirect",
      cue: [73, 77],
      content: [0, 71],
      about: [],
      attribution: [{ source: "publisher" }],
      events: [],
      commitment: {
        debtor: entity("China", "CHN"),
        beneficiaries: [entity("Kazakhstan", "KAZ")],
        action: [8, 14],
        due: { start: "2022-02-01", end: "2022-02-28", precision: "month", span: [60, 66] },
      },
    };
    const coded = { document: { id: document.id }, events: [], mentions: [], sentences: [], problems: [] };
    const options = { width: 60, colours: pc.createColors(false) };
    expect(documentTable(document, { ...coded, statements: [said] }, options)).toBe(
      `wang.txt (2022-01-10, no events, 1 statement, 1 commitment)

Statements
  Xinhua (CHNMED)  pledge → Kazakhstan (KAZ): Wang Yi phone…

Commitments
  China (CHN) → Kazakhstan (KAZ)  due 2022-02-01: phoned

`,
    );
    expect(documentTable(document, { ...coded, statements: [] }, options)).not.toContain("tatement");
  });

  it("shows an event as a block of date, type, parties, voices and marked sentence", () => {
    expect(tableOf([{}])).toBe(
      [
        "wang.txt (2022-01-10, 1 event)",
        "",
        "  2022-01-10  CONSULT/phone                                  CAMEO 041  occurred",
        "  Wang Yi (CHNGOV) → Mukhtar Tleuberdi (KAZGOV)",
        "  on the word of the publisher, who cites Xinhua (CHNMED)",
        "  Wang Yi «phoned» his Kazakh counterpart Mukhtar Tleuberdi on Monday, Xinhua",
        "  said.",
        "",
        "",
      ].join("\n"),
    );
  });

  it("fits its width, wide characters and long names included", () => {
    const names = ["中国外交部长王毅", "A spokesman for the ministry of foreign affairs of the republic"];
    const actors = names.map((name) => entity(name, "CHNGOV"));
    const wide = {
      ...document,
      id: `${"folder/".repeat(20)}王毅.txt`,
      title: "王毅同哈萨克斯坦副总理兼外长通电话".repeat(5),
    };
    for (const width of [40, 80, 120]) {
      const lines = tableOf([{ actors, status: "hypothetical" }], { document: wide, width }).split("\n");
      expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
    }
  });

  it.each([
    [{ date: { precision: "unresolved" } } as const, "no date     CONSULT/phone"],
    [
      { date: { start: "2022-01-03", end: "2022-01-09", precision: "week" } } as const,
      "2022-01-03 to 2022-01-09  CONSULT",
    ],
    [{ recipients: [] }, "  Wang Yi (CHNGOV)\n"],
    [
      { recipients: [], actors: [...event.actors, ...event.recipients] },
      "Wang Yi (CHNGOV) and Mukhtar Tleuberdi (KAZGOV)\n",
    ],
    [{ actors: [] }, "  someone → Mukhtar"],
    [{ attribution: [{ source: "publisher" }] } as const, "on the word of the publisher\n"],
  ])("%j shows %j", (changes, expected) => {
    expect(tableOf([changes as Partial<CodedEvent>])).toContain(expected);
  });

  it("names the publisher where the document does", () => {
    const published = { ...document, publisher: "Xinhua" };
    expect(tableOf([{}], { document: published })).toContain("on the word of Xinhua, who cites");
  });

  it("says so where there is no date and no event", () => {
    const undated = { id: "-", language: "en", text };
    expect(tableOf([], { document: undated })).toBe("- (no date, no events)\n\n");
  });

  it("marks with colours on a terminal, and without guillemets", () => {
    const table = tableOf([{}], { colours: true });
    expect(table).toContain("\u001b[4mphoned\u001b[24m");
    expect(table).not.toContain("«");
  });
});
