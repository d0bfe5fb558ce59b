import { expect, it } from "vitest";
import type { NamedText, NameKind } from "../../language/names/names.ts";
import { SeededRandom } from "../random.ts";
import { bodiesNamedIn, type NamePools, renamedTexts } from "./renamed-texts.ts";

const POOLS: NamePools = {
  forenames: ["Anna", "Piet", "Olav"],
  surnames: ["Roy", "Haug", "Lund"],
  towns: ["Oslo", "Narvik", "Bodø"],
  bodies: ["Norsk Hydro", "Bergen Bank"],
};

function named(marked: string): NamedText {
  const names: { span: [number, number]; kind: NameKind }[] = [];
  const text = marked.replace(
    /\[(PER|LOC|ORG) ([^\]]+)\]/g,
    (_whole, kind: NameKind, name: string, at: number) => {
      const from = at - 6 * names.length;
      names.push({ span: [from, from + name.length], kind });
      return name;
    },
  );
  return { id: "a", text, names };
}

const TEXT = named(
  "[PER Lena Brandt] of [ORG Norsk Hydro] met [PER Brandt] in [LOC Oslo]; [ORG NRK] is in [LOC Norway].",
);
const many = renamedTexts(
  Array.from({ length: 200 }, () => TEXT),
  POOLS,
  new SeededRandom(1),
);
const namesIn = ({ text, names }: NamedText) => names.map(({ span }) => text.slice(...span));

it("reads the test's own marks", () => {
  expect(namesIn(TEXT)).toEqual(["Lena Brandt", "Norsk Hydro", "Brandt", "Oslo", "NRK", "Norway"]);
});

it("keeps the words between names, and as many names of each kind", () => {
  for (const text of many) {
    const between = (of: NamedText) => namesIn(of).reduce((rest, name) => rest.replace(name, "*"), of.text);
    expect(between(text).toLowerCase()).toBe(between(TEXT).toLowerCase());
    expect(text.names.map(({ kind }) => kind)).toEqual(TEXT.names.map(({ kind }) => kind));
  }
});

it("gives most persons other names, and a part of a name the same one", () => {
  const both = many.filter((text) => {
    const [full, , part] = namesIn(text) as [string, string, string];
    return (
      full !== "Lena Brandt" && part !== "Brandt" && full.toLowerCase().endsWith(` ${part.toLowerCase()}`)
    );
  });
  expect(both.length).toBeGreaterThan(60);
});

it("leaves what is no town where it is, and makes letters of letters", () => {
  expect(many.every((text) => namesIn(text)[5]?.toLowerCase() === "norway")).toBe(true);
  expect(many.every((text) => /^[a-z]{3}$/i.test(namesIn(text)[4] as string))).toBe(true);
});

it("writes some lines in small letters, but not those with a name that is then another word", () => {
  expect(many.some(({ text }) => text === text.toLowerCase())).toBe(true);
  const states = renamedTexts(
    Array.from({ length: 200 }, () => named("The [LOC US] met us.")),
    POOLS,
    new SeededRandom(1),
  );
  expect(states.some(({ text }) => text === text.toLowerCase())).toBe(false);
});

it("takes bodies from the texts", () => {
  expect(bodiesNamedIn([TEXT, named("the [ORG company]")])).toEqual(["Norsk Hydro", "NRK"]);
});
