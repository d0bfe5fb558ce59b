import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readActorRecords } from "./actor-records.ts";
import { readAgentRecords } from "./agent-records.ts";
import { codeOn, type DatedCode, readDatedCode } from "./dated-code.ts";
import { dictionaryLines } from "./dictionary-lines.ts";

it.each([
  ["AFGGOV", { code: "AFGGOV" }],
  [" pse ", { code: "PSE" }],
  ["AFGELI <780427", { code: "AFGELI", to: 19780427 }],
  ["HOB < 950601", { code: "HOB", to: 19950601 }],
  ["IGOUNO >20070101", { code: "IGOUNO", from: 20070101 }],
  ["AFGGOV 780427-780430", { code: "AFGGOV", from: 19780427, to: 19780430 }],
  ["USAELI 18970101-450703", { code: "USAELI", from: 18970101, to: 19450703 }],
  ["AFGELI 730717-070723", { code: "AFGELI", from: 19730717, to: 20070723 }],
  ["AFGELI 310101 - 301231", { code: "AFGELI", from: 19310101, to: 20301231 }],
  ["", "there is no code between the brackets"],
  ["KORGOV 2004017-20061201", '"2004017" is no date; expected YYYYMMDD or YYMMDD'],
  ["AFGGOV 20011301-20021231", '"20011301" is no date; expected YYYYMMDD or YYMMDD'],
  ["MNEGOV 20121204", '"20121204" is no time; expected "<DATE", ">DATE" or "DATE-DATE"'],
  ["AFGGOV 20020101-20010101", "the time ends (20010101) before it begins (20020101)"],
])("a code between brackets: %s", (text, expected) => {
  expect(readDatedCode(text)).toEqual(expected);
});

const TERMS: readonly DatedCode[] = [
  { code: "AFGELI", to: 20011221 },
  { code: "AFGMIL", from: 20050101, to: 20050105 },
  { code: "AFGGOV", from: 20011222, to: 20140929 },
];

it.each<[string, readonly DatedCode[], string | undefined, string | undefined]>([
  ["before a limit", TERMS, "1999-05-01", "AFGELI"],
  ["on the limit itself", TERMS, "2001-12-21", "AFGELI"],
  ["on the first day of a term", TERMS, "2001-12-22", "AFGGOV"],
  ["on the last day of a term", TERMS, "2014-09-29", "AFGGOV"],
  ["where two hold, the first", TERMS, "2005-01-03", "AFGMIL"],
  ["after all terms", TERMS, "2014-09-30", undefined],
  ["after all terms, where one code always holds", [...TERMS, { code: "AFGELI" }], "2014-09-30", "AFGELI"],
  ["a code that always holds yields to a term", [{ code: "AFG" }, ...TERMS], "2010-01-01", "AFGGOV"],
  ["in a text without a date, the country of all", TERMS, undefined, "AFG"],
  [
    "in a text without a date, nothing where they differ",
    [...TERMS, { code: "USAEDU", to: 19990101 }],
    undefined,
    undefined,
  ],
])("the code %s", (_, codes, date, expected) => {
  expect(codeOn(codes, date)).toBe(expected);
});

const told = ({ problems }: { problems: readonly { line: number; message: string }[] }) =>
  problems.map(({ line, message }) => `${line}: ${message}`);

it("names every bad line of an actor dictionary and keeps the others", () => {
  const text = [
    "\t[FRA]",
    "+LOST_SYNONYM",
    "NO_CODE_",
    "FREE_VALE_FRONT_ [SDNREB] [SDNGOV >20200101] ; two codes on the name's line",
    "+VALE_FRONT +VALE_REBELS",
    "+THE_FRONT_",
    "BAD_DATE [SDNGOV 20201345-20211231]",
    "OPEN_BRACKET [SDN",
    "[SDN]",
    "GOOD_ONE [sdn]",
  ].join("\n");
  const { records, problems } = readActorRecords(dictionaryLines(text), "vale.actors.txt");
  expect(told({ problems: [...problems].sort((a, b) => a.line - b.line) })).toEqual([
    "1: a code without a name before it",
    "2: a synonym without a name before it",
    '3: "NO CODE" has no code',
    '5: "+" cannot stand in a name; a synonym stands on a line of its own, after "+"',
    '7: "20201345" is no date; expected YYYYMMDD or YYMMDD',
    "8: there is no code between the brackets",
    "9: there is no name",
  ]);
  expect(records.map(({ name, line }) => `${line} ${name}`)).toEqual([
    "4 FREE VALE FRONT",
    "6 THE FRONT",
    "10 GOOD ONE",
  ]);
});

it.each([
  ["PARLIAMENTARY_OPPOSITION {} [~OPP] #note", ["parliamentary opposition -> none ~OPP"]],
  ["DEPUTY [~gov]", ["deputy -> deputies ~GOV"]],
  ["BOSS [~BUS]", ["boss -> bosses ~BUS"]],
  ["ATTORNEY_GENERAL {ATTORNEYS_GENERAL} [~GOVATG]", ["attorney general -> attorneys general ~GOVATG"]],
  ["HUMAN_RIGHTS_BODY {}[  NGO~ ]", ["human rights body -> none NGO~"]],
  ["!FOLK! = MAN, WOMEN \nTOLL!FOLK! [~TAX]", ["tollman -> none ~TAX", "tollwomen -> none ~TAX"]],
])("an agent's phrases: %s", (text, expected) => {
  const { records, problems } = readAgentRecords(dictionaryLines(text), "vale.agents.txt");
  expect(records.map(({ phrase, plural, code }) => `${phrase} -> ${plural ?? "none"} ${code}`)).toEqual(
    expected,
  );
  expect(problems).toEqual([]);
});

it.each([
  ["TOLL!FOLK! [~TAX]", "no line above says what !FOLK! stands for"],
  ["TOLLMAN [~TAX}", "expected an agent and its code: PHRASE [~CODE] or PHRASE [CODE~]"],
  ["TOLLMAN", "expected an agent and its code: PHRASE [~CODE] or PHRASE [CODE~]"],
  ["TOLLMAN [TAX]", "expected an agent and its code: PHRASE [~CODE] or PHRASE [CODE~]"],
  ["TOLLMAN {TOLLMEN [~TAX]", "there is no phrase before the code, or its plural is not between { and }"],
])("a bad line of an agent dictionary: %s", (text, message) => {
  expect(told(readAgentRecords(dictionaryLines(text), "vale.agents.txt"))).toEqual([`1: ${message}`]);
});

describe("any dictionary", () => {
  const word = fc.stringMatching(/^[A-Z]{2,8}$/);
  const name = fc.array(word, { minLength: 1, maxLength: 4 });
  const day = fc
    .record({
      year: fc.integer({ min: 1800, max: 2099 }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 28 }),
    })
    .map((date) => date.year * 10_000 + date.month * 100 + date.day);
  const code = fc.stringMatching(/^[A-Z]{3}(GOV|MIL|ELI)?$/);
  const dated = fc.oneof(
    code.map((c): DatedCode => ({ code: c })),
    fc.record({ code, from: day }),
    fc.record({ code, to: day }),
    fc
      .tuple(code, day, day)
      .map(([c, a, b]): DatedCode => ({ code: c, from: Math.min(a, b), to: Math.max(a, b) })),
  );
  const written = ({ code: c, from, to }: DatedCode) => {
    if (from !== undefined && to !== undefined) return `\t[${c} ${from}-${to}]`;
    return from !== undefined ? `\t[${c} >${from}]` : to !== undefined ? `\t[${c} <${to}]` : `\t[${c}]`;
  };
  const noise = fc.constantFrom("", " # a note [XXX]", "   ", " ; from a list");

  it("reads back the names and codes it was written with, whatever comments stand between them", () => {
    const block = fc.record({
      names: fc.array(name, { minLength: 1, maxLength: 4 }),
      codes: fc.array(dated, { minLength: 1, maxLength: 4 }),
      noise,
    });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
        const lines = blocks.flatMap((b) => [
          "# a heading",
          ...b.names.map((words, i) => `${i > 0 ? "+" : ""}${words.join("_")}_${b.noise}`),
          ...b.codes.map((c) => `${written(c)}${b.noise}`),
          "<!-- and a",
          "remark -->",
          "",
        ]);
        const { records, problems } = readActorRecords(dictionaryLines(lines.join("\r\n")), "any");
        expect(problems).toEqual([]);
        expect(records.map((record) => [record.name, record.codes])).toEqual(
          blocks.flatMap((b) => b.names.map((words) => [words.join(" "), b.codes])),
        );
      }),
    );
  });

  it("never fails on a text of another kind, and names only lines that are there", () => {
    const line = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[+ \t!]?[A-Z_]{0,9} ?[[{~]{0,2}[A-Z~]{0,6}[\]}<>0-9-]{0,9}$/),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        const text = lines.join("\n");
        const count = text.split(/\r\n|\n|\r/).length;
        for (const read of [readActorRecords, readAgentRecords]) {
          const { records, problems } = read(dictionaryLines(text), "any");
          for (const { line: at } of [...records, ...problems]) {
            expect(at).toBeGreaterThanOrEqual(1);
            expect(at).toBeLessThanOrEqual(count);
          }
        }
      }),
    );
  });
});
