import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { EVENT_TYPES, type EventType, isEventType } from "./event-types.ts";
import { loadOntology } from "./ontology.ts";
import { bundledOntologyFolder } from "./ontology-files.ts";

const ontology = loadOntology();

describe("PLOVER", () => {
  it("has the sixteen types in the order of the manual", () => {
    expect(ontology.types.map((entry) => entry.type)).toEqual([...EVENT_TYPES]);
  });

  it.each([
    ["CONSULT", "visit third-party multilateral phone"],
    ["RETREAT", "withdraw release disarm ceasefire access resign"],
    ["REQUEST", "assist change yield meet"],
    ["ACCUSE", "disapprove investigate allege"],
    ["REJECT", "assist change yield meet"],
    ["THREATEN", "restrict arrest relations expel territory violence"],
    ["PROTEST", "demo riot strike hunger boycott obstruct vandalize"],
    ["SANCTION", "convict expel withdraw discontinue"],
    ["MOBILIZE", "troops weapons police militia"],
    ["COERCE", "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber"],
    [
      "ASSAULT",
      "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone heavy-weapons crowd-control unconventional",
    ],
    ["SUPPORT", ""],
  ] as const)("%s has the modes of the 2021 list", (type, modes) => {
    expect(ontology.modesOf(type).join(" ")).toBe(modes);
  });

  it("has 37 contexts", () => {
    expect(ontology.contexts).toHaveLength(37);
  });

  it.each([
    ["AGREE", "verbal cooperation"],
    ["CONCEDE", "verbal cooperation"], // not RETREAT: it gives way in words only
    ["RETREAT", "material cooperation"],
    ["AID", "material cooperation"],
    ["REQUEST", "verbal conflict"],
    ["THREATEN", "verbal conflict"],
    ["PROTEST", "material conflict"],
    ["MOBILIZE", "material conflict"],
  ] as const)("the quad category of %s is %s", (type, quad) => {
    expect(ontology.quadOf(type)).toBe(quad);
  });

  it.each([
    ["CONSULT", "phone", 1.5],
    ["CONSULT", undefined, 2.5],
    ["RETREAT", "disarm", 10],
    ["ACCUSE", undefined, -3], // printed without its sign
    ["ACCUSE", "disapprove", -2],
    ["PROTEST", "vandalize", -5], // has no row in the table
    ["ASSAULT", "unconventional", -10],
  ] as const)("%s/%s scores %d", (type, mode, score) => {
    expect(ontology.scoreOf(type, mode)).toBe(score);
  });

  it("scores every type and mode within the scale, and conflict never above cooperation's floor", () => {
    for (const { type, quad, score, modes } of ontology.types) {
      for (const value of [score, ...modes.map((mode) => mode.score)]) {
        expect(Math.abs(value), type).toBeLessThanOrEqual(10);
        if (quad === "material conflict") expect(value, type).toBeLessThan(0);
        if (quad.endsWith("cooperation")) expect(value, type).toBeGreaterThan(0);
      }
    }
  });

  it("knows which types are between two: COOPERATE, AID and SANCTION by the manual, SUPPORT by our decision", () => {
    const needy = ontology.types.filter((entry) => entry.requiresRecipient).map((entry) => entry.type);
    expect(needy).toEqual(["SUPPORT", "COOPERATE", "AID", "SANCTION"]);
  });

  it("refuses the mode of another type", () => {
    expect(ontology.isMode("CONSULT", "phone")).toBe(true);
    expect(ontology.isMode("CONSULT", "violence")).toBe(false);
    expect(ontology.isMode("AGREE", "")).toBe(false);
    expect(() => ontology.scoreOf("REQUEST", "restrict")).toThrow(
      'REQUEST has no mode "restrict"; its modes: assist, change, yield, meet',
    );
  });

  it.each([
    ["ASSAULT", true],
    ["assault", false],
    ["THREAT", false], // the manual's own slip for THREATEN
    ["toString", false],
    ["", false],
  ])("%j is the name of an event type: %s", (text, expected) => {
    expect(isEventType(text)).toBe(expected);
  });
});

describe("CAMEO 1.1b3", () => {
  it("has the 20 roots and, under each, only codes that begin with it", () => {
    const roots = ontology.cameo.filter((entry) => entry.code.length === 2).map((entry) => entry.code);
    expect(roots).toHaveLength(20);
    for (const { code } of ontology.cameo) expect(roots).toContain(code.slice(0, 2));
    for (const { code } of ontology.cameo) {
      if (code.length === 4) expect(ontology.isCameo(code.slice(0, 3)), code).toBe(true);
    }
  });

  it.each([
    ["163", "Impose embargo, boycott or sanctions", -8], // 166 in the older numbering, where 163 halts talks
    ["164", "Halt negotiations", -6.5],
    ["125", "Reject proposal to meet, discuss or negotiate", -5],
    ["126", "Reject mediation", -5],
    ["106", "Demand meeting, negotiation", -5],
    ["1056", "Demand de-escalation of military engagement", -5],
    ["0256", "Appeal for de-escalation of military engagement", -0.3],
    ["018", "Make empathetic comment", 3.4], // 016 in the older numbering
    ["016", "Deny responsibility", -5],
    ["041", "Discuss by telephone", 1],
    ["0874", "Retreat or surrender militarily", 10],
  ])("%s is %j with the Goldstein value %d", (code, name, goldstein) => {
    expect(ontology.cameoName(code)).toBe(name);
    expect(ontology.goldsteinOf(code)).toBe(goldstein);
  });

  it.each(["41", "1641", "0357", "21", "", "CONSULT"])("%j is no code of this version", (code) => {
    expect(ontology.isCameo(code)).toBe(false);
    expect(() => ontology.goldsteinOf(code)).toThrow(`unknown CAMEO 1.1b3 code "${code}"`);
  });
});

describe("from CAMEO to PLOVER", () => {
  it("gives every code a coding, but for the statements that are no events", () => {
    const without = ontology.cameo.filter((entry) => ontology.ploverOf(entry.code) === undefined);
    expect(without.map((entry) => entry.code)).toEqual([
      "01",
      "010",
      "011",
      "012",
      "013",
      "014",
      "015",
      "017",
    ]);
  });

  it.each([
    ["041", { type: "CONSULT", mode: "phone", contexts: [] }],
    ["1121", { type: "ACCUSE", mode: "allege", contexts: ["crime", "corruption"] }],
    ["094", { type: "ACCUSE", mode: "investigate", contexts: ["military", "legal"] }],
    ["085", { type: "RETREAT", contexts: ["economic"] }], // the table's mode "ease" is gone
    ["132", { type: "THREATEN", mode: "restrict", contexts: ["executive"] }], // the table's "ban" is gone
    ["202", { type: "ASSAULT", mode: "targeted", contexts: ["religion_ethnicity"] }], // the table's "massacre"
    ["163", { type: "SANCTION", mode: "discontinue", contexts: ["diplomatic", "economic"] }], // COERCE in the table
    ["0256", { type: "REQUEST", mode: "yield", contexts: ["military"] }],
    ["073", { type: "AID", contexts: ["human_security"] }],
  ])("%s becomes the coding that the manual's lists allow", (code, coding) => {
    expect(ontology.ploverOf(code)).toEqual(coding);
  });
});

describe("from PLOVER to CAMEO", () => {
  it.each<[string, EventType, string | undefined, string[], string | undefined, string]>([
    ["a call", "CONSULT", "phone", [], undefined, "041"],
    ["a call about trade", "CONSULT", "phone", ["economic"], undefined, "041"],
    ["support, of no known kind", "SUPPORT", undefined, [], undefined, "050"],
    ["an agreement", "AGREE", undefined, [], undefined, "030"],
    ["an economic agreement", "AGREE", undefined, ["diplomatic", "economic"], undefined, "0311"],
    ["a promised meeting", "AGREE", undefined, [], "CONSULT/visit", "036"],
    ["promised military aid", "AGREE", undefined, ["military"], "AID", "0332"],
    ["a request to meet", "REQUEST", "meet", [], undefined, "106"],
    ["a request for the release of prisoners", "REQUEST", "yield", [], "RETREAT/release", "1053"],
    ["a call to end an attack", "REQUEST", "yield", [], "ASSAULT/aerial", "1056"],
    ["a refusal to meet", "REJECT", "meet", [], undefined, "125"],
    ["a denied attack", "REJECT", undefined, [], "ASSAULT", "016"],
    ["sanctions", "SANCTION", "discontinue", ["economic"], undefined, "163"],
    ["suspended economic aid", "SANCTION", "discontinue", ["economic"], "AID", "1621"],
    ["an air strike", "ASSAULT", "aerial", ["military"], undefined, "195"],
    ["a threatened curfew", "THREATEN", "restrict", [], "COERCE/curfew", "1323"],
    ["a lifted curfew", "CONCEDE", undefined, ["legal"], "COERCE/curfew", "0813"],
    ["a strike for rights", "PROTEST", "strike", ["rights_freedoms"], undefined, "1433"],
    ["an announced withdrawal", "CONCEDE", undefined, [], "RETREAT/withdraw", "0356"],
  ])("%s: %s/%s %j of %s is %s", (_what, type, mode, contexts, of, cameo) => {
    expect(ontology.defaultCameo(type, mode, contexts, of)).toBe(cameo);
  });

  it("leads back to the type it came from, for every type, mode and context", () => {
    for (const { type } of ontology.types) {
      for (const mode of [undefined, ...ontology.modesOf(type)]) {
        if (mode === "resign") continue; // CAMEO has no resignation; 0831, a change of leaders conceded, is nearest
        for (const context of [undefined, ...ontology.contexts.map((entry) => entry.context)]) {
          const cameo = ontology.defaultCameo(type, mode, context === undefined ? [] : [context]);
          expect(ontology.ploverOf(cameo)?.type, `${type}/${mode} [${context}] -> ${cameo}`).toBe(type);
        }
      }
    }
  });

  it("names another mode only where CAMEO has no code for this one", () => {
    const changed: string[] = [];
    for (const { type, modes } of ontology.types) {
      for (const { name } of modes) {
        const back = ontology.ploverOf(ontology.defaultCameo(type, name))?.mode;
        if (back !== undefined && back !== name) changed.push(`${type}/${name} -> ${back}`);
      }
    }
    expect(changed).toEqual([
      "THREATEN/arrest -> restrict",
      "PROTEST/strike -> boycott",
      "PROTEST/vandalize -> riot",
      "SANCTION/withdraw -> expel", // 166 is "expel or withdraw"
      "MOBILIZE/weapons -> troops",
      "MOBILIZE/militia -> troops",
      "COERCE/censor -> restrict",
      "ASSAULT/primitive -> beat",
      "ASSAULT/explosives -> suicide-attack", // 183 is any non-military bombing
      "ASSAULT/drone -> aerial",
    ]);
  });

  it("refuses a mode the type does not have", () => {
    expect(() => ontology.defaultCameo("CONSULT", "aerial")).toThrow('CONSULT has no mode "aerial"');
  });

  it.each([
    ["106", "026"],
    ["1056", "0256"],
    ["10", "02"],
    ["125", undefined], // a refusal, not a demand
    ["1099", undefined],
  ])("the appeal for the demand %s is %s", (demand, appeal) => {
    expect(ontology.appealFor(demand)).toBe(appeal);
  });

  it("finds an appeal for every demand", () => {
    for (const { code } of ontology.cameo) {
      if (code.startsWith("10")) expect(ontology.appealFor(code), code).toBeDefined();
    }
  });
});

describe("mistakes in the files", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "ontology-"));
    cpSync(bundledOntologyFolder(), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const edit = (name: string, from: string, to: string) => {
    const path = join(folder, name);
    const text = readFileSync(path, "utf8");
    if (!text.includes(from)) throw new Error(`${name} does not hold ${JSON.stringify(from)}`);
    writeFileSync(path, text.replace(from, to));
  };

  it.each([
    [
      "cameo-plover.tsv",
      "041\tCONSULT\tphone",
      "041\tCONSULT\tphony",
      /cameo-plover\.tsv:\d+: unknown mode "phony" of CONSULT; expected visit, third-party, multilateral, phone/,
    ],
    [
      "cameo-plover.tsv",
      "061\tCOOPERATE\t\teconomic",
      "061\tCOOPERATE\t\teconomical",
      /cameo-plover\.tsv:\d+: unknown context "economical"/,
    ],
    [
      "cameo-plover.tsv",
      "041\tCONSULT",
      "999\tCONSULT",
      /cameo-plover\.tsv:\d+: cameo: expected a CAMEO code/,
    ],
    ["cameo-plover.tsv", "041\tCONSULT", "047\tCONSULT", /cameo-plover\.tsv:\d+: unknown CAMEO code "047"/],
    [
      "plover-cameo.tsv",
      "\tCOERCE/curfew\t",
      "\tCOERCE/curfews\t",
      /plover-cameo\.tsv:\d+: unknown mode "curfews" of COERCE/,
    ],
    [
      "plover-cameo.tsv",
      "CONSULT\tphone",
      "CONSULT\tvisit",
      /plover-cameo\.tsv:\d+: "CONSULT visit {2}" is given twice, first on line \d+/,
    ],
    [
      "cameo.tsv",
      "041\tDiscuss by telephone\t1.0",
      "041\tDiscuss by telephone\t11",
      /cameo\.tsv:\d+: goldstein: /,
    ],
    ["plover.yaml", "- type: AGREE", "- type: AGREEMENT", /plover\.yaml:\d+: type: /],
  ])("in %s name file, line and what is expected: %j to %j", (name, from, to, message) => {
    edit(name, from, to);
    expect(() => loadOntology(folder)).toThrow(message);
  });
});
