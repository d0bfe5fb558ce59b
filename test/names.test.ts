import { beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../src/coding/coder.ts";
import { namedEntities } from "../src/mentions/named-entities.ts";

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0, strict: true });
});

function read(text: string) {
  return coder.read({ id: "a", language: "en", text });
}

function actorsIn(text: string): string[] {
  return read(text)
    .mentions.actors.filter(({ form }) => form === "name")
    .flatMap(({ entities }) =>
      entities.map(({ name, kind, country }) => `${kind} ${name} ${country ?? "-"}`),
    );
}

describe("actors that no dictionary knows", () => {
  it.each([
    ["Lena Brandt criticised the plan.", ["person Lena Brandt -"]],
    ["Staff at Nordvik Shipping Ltd. denied it.", ["organisation Nordvik Shipping Ltd. -"]],
    ["The Narvik Times reported losses.", ["organisation Narvik Times -"]],
    ["Prime Minister Ole Drange-Lund resigned.", ["person Ole Drange-Lund -"]],
    ["They drove to Vestby and slept.", []], // a place only
    ["Muscovites protested.", []], // no person's name
  ])("%s", (text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });
});

describe("names that hold a known name or look like one", () => {
  it.each([
    ["Jordan Peters wrote a letter.", ["person Jordan Peters -"]],
    ["Chad, a boy of six, was found.", ["person Chad -"]],
    ["Chad, a member of the bloc, left.", ["country Chad TCD"]],
    ["Paris Hilton arrived late.", ["person Paris Hilton -"]],
    ["China Daily reported heavy losses.", ["organisation China Daily CHN"]],
    ["The Washington Post reported heavy losses.", ["organisation Washington Post USA"]],
    ["Turkish Airlines cancelled flights.", ["organisation Turkish Airlines TUR"]],
    ["French fries were cheap.", []],
    ["The Kuwaiti dinar fell.", []],
    ["The settlers live in the West Bank.", []],
    ["Polish the text before Monday.", []],
    ["Polish farmers blocked the border.", []],
    ["Georgia accused Russia of lying.", ["country Georgia GEO", "country Russia RUS"]],
    ["They moved to Moscow, Idaho, in May.", []],
  ])("%s", (text, expected) => {
    expect(actorsIn(text)).toEqual(expected);
  });
});

describe("named entities", () => {
  it.each([
    ["Senator Lena Brandt left Bergen.", ["PER Lena Brandt", "LOC Bergen"]],
    ["Norwegian farmers met the Red Cross.", ["ORG Red Cross"]],
    ["Iran's president called Prime Minister Han Duck-soo.", ["LOC Iran", "PER Han Duck-soo"]],
    ["nothing to see here", []],
    ["", []],
  ])("%s", (text, expected) => {
    const { parsed, mentions } = read(text);
    const { start, end } = parsed.columns;
    expect(
      namedEntities(parsed, mentions.actors).map(
        (name) => `${name.kind} ${text.slice(start[name.start], end[name.end - 1])}`,
      ),
    ).toEqual(expected);
  });
});
