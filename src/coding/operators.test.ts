import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOntology } from "../ontology/ontology.ts";
import {
  applyOperator,
  type EventKind,
  loadOperators,
  OPERATORS,
  type Operator,
  type OperatorName,
  unaddressedKind,
} from "../ontology/operators.ts";

const ontology = loadOntology();
const operators = loadOperators();
const operatorOf = (name: OperatorName) => operators.get(name) as Operator;

/** Every kind of event PLOVER knows, with and without its mode, and every CAMEO code in its PLOVER kind. */
const KINDS: readonly EventKind[] = [
  ...ontology.types.flatMap(({ type }) => [
    { type },
    ...ontology.modesOf(type).map((mode): EventKind => ({ type, mode })),
  ]),
  ...ontology.cameo.flatMap(({ code }): EventKind[] => {
    const coding = ontology.ploverOf(code);
    if (coding === undefined) return [];
    const { type, mode } = coding;
    return [mode === undefined ? { type, cameo: code } : { type, mode, cameo: code }];
  }),
];

/** The kind an event has after an operator; `undefined` where nothing is left of it. */
function afterOperator(name: OperatorName, kind: EventKind): EventKind | undefined {
  const result = applyOperator(operatorOf(name), kind);
  if (result === "none") return undefined;
  return typeof result === "string" ? kind : result;
}

function expectKnown(kind: EventKind): void {
  if (kind.mode !== undefined) expect(ontology.modesOf(kind.type)).toContain(kind.mode);
  if (kind.cameo !== undefined) expect(ontology.isCameo(kind.cameo)).toBe(true);
  expect(ontology.scoreOf(kind.type, kind.mode)).toEqual(expect.any(Number));
}

it("every operator makes of every kind of event a kind that the ontology knows, or none", () => {
  for (const name of OPERATORS) {
    for (const kind of KINDS) {
      const made = afterOperator(name, kind);
      if (made !== undefined) expectKnown(made);
    }
  }
});

it("and so does any operator over any other, to any depth", () => {
  const chain = fc.array(fc.constantFrom(...OPERATORS), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(chain, fc.constantFrom(...KINDS), (names, innermost) => {
      let kind: EventKind | undefined = innermost;
      for (const name of names) {
        if (kind === undefined) break;
        kind = afterOperator(name, kind);
        if (kind !== undefined) expectKnown(kind);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
});

it("a code that a result names is of the result's own type", () => {
  for (const { over, unaddressed } of operators.values()) {
    for (const written of [...over.values(), ...unaddressed.values()]) {
      const [kind = "", cameo] = written.split(" ");
      if (cameo === undefined) continue;
      const [type = ""] = kind.split("/");
      // A promise to yield is AGREE, while CAMEO's code for it (035) stands for what is yielded when it comes without one.
      const isIntent = type === "AGREE" && cameo.startsWith("03");
      if (!isIntent) expect([written, ontology.ploverOf(cameo)?.type]).toEqual([written, type]);
    }
  }
});

describe("the algebra of the design", () => {
  const cases: [OperatorName, EventKind, EventKind][] = [
    ["REFUSE", { type: "CONSULT" }, { type: "REJECT", mode: "meet", cameo: "125" }],
    ["AGREE", { type: "AID" }, { type: "AGREE", cameo: "033" }],
    ["FUTURE", { type: "CONSULT", mode: "visit" }, { type: "AGREE", cameo: "036" }],
    ["DEMAND", { type: "RETREAT", mode: "release" }, { type: "REQUEST", mode: "yield", cameo: "1053" }],
    ["THREATEN", { type: "ASSAULT" }, { type: "THREATEN", mode: "violence", cameo: "138" }],
    ["END", { type: "AID" }, { type: "SANCTION", mode: "discontinue", cameo: "162" }],
    ["END", { type: "SANCTION", cameo: "163" }, { type: "RETREAT", cameo: "085" }],
    ["DENY", { type: "ASSAULT" }, { type: "REJECT", cameo: "120" }],
  ];

  it.each(cases)("%s over %j", (name, kind, expected) => {
    expect(afterOperator(name, kind)).toEqual(expected);
  });

  it("lets the narrowest key of a row decide", () => {
    expect(afterOperator("AGREE", { type: "AID", cameo: "074" })).toMatchObject({ cameo: "0334" });
    expect(afterOperator("AGREE", { type: "AID", cameo: "070" })).toMatchObject({ cameo: "033" });
    expect(afterOperator("END", { type: "COERCE", mode: "arrest" })).toMatchObject({
      type: "RETREAT",
      mode: "release",
    });
  });

  it("makes a call for what would be done to somebody, asked of nobody, one against them", () => {
    const against = { type: "ACCUSE", mode: "disapprove", cameo: "113" };
    expect(unaddressedKind(operatorOf("APPEAL"), { type: "SANCTION" })).toEqual(against);
    expect(unaddressedKind(operatorOf("APPEAL"), { type: "AID" })).toBeUndefined();
  });

  it("leaves an event alone, denies it, or makes nothing of it, where the table says so", () => {
    expect(applyOperator(operatorOf("BEGIN"), { type: "ASSAULT" })).toBe("same");
    expect(applyOperator(operatorOf("FAIL"), { type: "ASSAULT" })).toBe("negated");
    expect(applyOperator(operatorOf("DISCUSS"), { type: "ASSAULT" })).toBe("none");
    expect(applyOperator(operatorOf("WISH"), { type: "ASSAULT" })).toBe("none"); // a wish is only a wish
    expect(applyOperator(operatorOf("WISH"), { type: "SUPPORT" })).toBe("same"); // but thanks are given by wishing to
  });
});
