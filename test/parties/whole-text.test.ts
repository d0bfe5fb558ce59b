import { beforeAll, describe, expect, it } from "vitest";
import { createCoder, type DocumentCoder } from "../../src/coding/coder.ts";
import { withMasthead } from "../../src/document/masthead.ts";
import type { Entity } from "../../src/mentions/mention.ts";

let coder: DocumentCoder;
beforeAll(async () => {
  coder = await createCoder({ minConfidence: 0, strict: true });
});

function coded(text: string): string[] {
  const side = (entities: readonly Entity[]) => entities.map((entity) => entity.text).join(", ");
  return coder
    .code(withMasthead({ id: "x", language: "en", text }))
    .events.map(({ type, actors, recipients }) => `${type} ${side(actors)} > ${side(recipients)}`);
}

describe("an event is done to whoever stands near it, where its own places name nobody", () => {
  it.each([
    ["whoever lives where it is done", "India imposed a curfew in parts of Bihar.", ["COERCE India > Bihar"]],
    [
      "those around the place attacked",
      "The rebels attacked a barracks in northern Mali.",
      ["ASSAULT The rebels > northern Mali"],
    ],
    ["whose the place is", "Chad declared a ceasefire in Darfur.", ["CONCEDE Chad > Darfur"]],
    ["whom a purpose serves", "Norway donated ten ventilators to help Nepal.", ["AID Norway > Nepal"]],
    [
      "whoever stands inside the phrase",
      "Kenya eased restrictions on travel by the refugees.",
      ["CONCEDE Kenya > the refugees"],
    ],
    ["not the time", "Kenya imposed a curfew in May.", ["COERCE Kenya > "]],
    ["not a strait", "Oman deployed warships in the Strait of Hormuz.", ["MOBILIZE Oman > "]],
    ["no visit to whom a memorial is for", "The minister visited the memorial to King Harald.", []],
    [
      "behind what money is given as",
      "Norway gave two million dollars in relief to Nepal.",
      ["AID Norway > Nepal"],
    ],
    [
      "whom a purpose serves, deeper",
      "Norway gave 20 million euros to promote trade and investment in Ethiopia.",
      ["AID Norway > Ethiopia"],
    ],
    [
      "whoever gets it, behind all that is said of it",
      "Italy returned some masks, including one of gold, to the Nigerian government.",
      ["RETREAT Italy > the Nigerian government"],
    ],
    [
      "whose village it is that is shelled",
      "The Syrian army intensified its bombardment of a Kurdish village.",
      ["ASSAULT The Syrian army > Kurdish"],
    ],
    [
      "the people of the place that is asked for",
      "Thousands of Eritreans have sought refuge in Darfur.",
      ["REQUEST Eritreans > Darfur"],
    ],
    ["whose camp it is", "The rebels attacked an army camp.", ["ASSAULT The rebels > army"]],
    [
      "whoever lives where one is a guest",
      "The Mexican foreign minister visited Siberia.",
      ["CONSULT The Mexican foreign minister > Siberia"],
    ],
    [
      "the host of talks",
      "The Iranian general held talks in Baghdad.",
      ["CONSULT The Iranian general, Baghdad > "],
    ],
    ["not where one is at home", "The Iranian general held talks in Tehran.", []],
    [
      "with whom it was agreed",
      "Norway agreed in talks with Chad to withdraw its troops.",
      ["AGREE Norway > Chad", "CONSULT Norway, Chad > "],
    ],
    ["nobody who is yet to be", "Norway agreed to set up a new ministry.", ["AGREE Norway > "]],
    ["not from whom criticism comes", "Mali faces criticism from France.", ["ACCUSE France > Mali"]],
    [
      "what is promised, too",
      "Kenya agreed to withdraw its troops from Jubaland.",
      ["AGREE Kenya > Jubaland"],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("an event is done by whoever stands behind the thing that does it", () => {
  it.each([
    ["an attack's maker", "Ethiopian airstrikes killed three nurses.", ["ASSAULT Ethiopian > three nurses"]],
    [
      "a report's makers",
      "The union issued a statement accusing Oslo of fraud.",
      ["ACCUSE The union > Oslo"],
    ],
    ["not a plant's owner", "Bolivia opened a plant attacking rust.", []],
    [
      "a body before its kind",
      "The Hezbollah group freed the nuns.",
      ["RETREAT The Hezbollah group > the nuns"],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("whoever owns what is blamed is blamed", () => {
  it.each([
    ["Chile blamed Peru's policies for the crisis.", ["ACCUSE Chile > Peru"]],
    ["Chile blamed its policies for the crisis.", []],
  ])("%s", (text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("whoever does it is found where the tree has lost the subject", () => {
  it.each([
    [
      "right before the verb",
      "Acting on a hint from Chad, Ghana's border police on Friday arrested ten smugglers.",
      ["COERCE Ghana's border police > ten smugglers"],
    ],
    [
      "those who talked",
      "The talks between Chad and Niger failed to reach an agreement.",
      ["CONSULT Chad, Niger > ", "REJECT Chad, Niger > "],
    ],
    [
      "those who fired what struck",
      "Missiles fired by the Chadian army struck a village in Niger.",
      ["ASSAULT the Chadian army > Niger"],
    ],
    [
      "the authorities of the place left",
      "Two inspectors were expelled from Chad.",
      ["SANCTION Chad > Two inspectors"],
    ],
    ["some countries", "Nearly 70 countries condemned Chad.", ["ACCUSE 70 countries > Chad"]],
    ["not countries at large", "In most countries the law condemned Chad.", []],
    ["a round of it", "Oman and Qatar began a new round of talks.", ["CONSULT Oman, Qatar > "]],
    ["not whom a report is about", "The report on Chad condemned the raid.", []],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("whoever does it, where the tree loses them", () => {
  it.each([
    [
      "before what is said of them",
      "On January 20, commencing at 5:30 p.m. for approximately 25 minutes, Mr. Sato Ken, Minister for Foreign Affairs of Japan, held a telephone talk with the king of Belgium.",
      ["CONSULT Minister for Foreign Affairs of Japan, the king of Belgium > "],
    ],
    [
      "not whoever another is a colleague of",
      "A report on Mr. Sato Ken, Minister for Foreign Affairs of Japan, condemned Belgium.",
      [],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("what is done with an envoy is done to the country the envoy is sent to", () => {
  it.each([
    [
      "without a name",
      "Norway's president withdrew his country's ambassador to Chad.",
      ["SANCTION Norway's president > Chad"],
    ],
    [
      "but whoever is met is the envoy",
      "The Kenyan president met the Swiss ambassador to Chad.",
      ["CONSULT The Kenyan president, the Swiss ambassador to Chad > "],
    ],
    [
      "and at a crossing between two countries lives nobody",
      "Pakistan and Afghanistan agreed to reopen the Torkham crossing.",
      ["AGREE Pakistan, Afghanistan > "],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("who acts for a country, and who stands against its government", () => {
  it.each([
    [
      "the opposition accuses its country",
      "The Syrian opposition accused Syria of withholding aid.",
      ["ACCUSE The Syrian opposition > Syria"],
    ],
    ["a minister does not", "The Syrian minister accused Syria of withholding aid.", []],
    ["and nobody visits home", "The Togolese opposition leader arrived in Togo on Monday.", []],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("what is somebody's own, of whoever helps them in it", () => {
  it.each([
    [
      "support for somebody in something",
      "Norway expressed support for Chad in its talks with Niger.",
      ["SUPPORT Norway > Chad", "CONSULT its, Niger > "],
      "TCD",
    ],
    [
      "whoever helps somebody",
      "Japan helped Chad in its talks with Niger.",
      ["AID Japan > Chad", "CONSULT its, Niger > "],
      "TCD",
    ],
    [
      "but not of one whom another attacks",
      "Norway criticized Chad in its talks with Niger.",
      ["ACCUSE Norway > Chad", "CONSULT its, Niger > "],
      "NOR",
    ],
  ])("%s: %s", (_, text, expected, owner) => {
    expect(coded(text)).toEqual(expected);
    const [talks] = coder.code({ id: "x", language: "en", text }).events.slice(-1);
    expect(talks?.actors[0]?.code).toBe(owner);
  });
});

describe("whoever is met, not who or what is spoken of", () => {
  it.each([
    [
      "condolences for the dead",
      "The French president spoke with the Togolese president and expressed condolences for the Togolese sailors.",
      [
        "CONSULT The French president, the Togolese president > ",
        "SUPPORT The French president > the Togolese president",
      ],
    ],
    [
      "condolences to somebody",
      "The French president met the Togolese president and expressed condolences to Benin for the sailors.",
      ["CONSULT The French president, the Togolese president > ", "SUPPORT The French president > Benin"],
    ],
    [
      "the country, not one's own delegation",
      "The Kenyan president led a delegation to Mexico.",
      ["CONSULT The Kenyan president > Mexico"],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("whoever is named of a group", () => {
  it.each([
    [
      "such as",
      "Norway will work with partners such as Chad and Niger.",
      ["AGREE Norway > partners, Chad, Niger"],
    ],
    ["not like", "Norway will work with partners like a team.", ["AGREE Norway > partners"]],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("a seat of government that meets its own people takes part", () => {
  it.each([
    [
      "as the host",
      "The Kremlin hosted a meeting of Russian governors.",
      ["CONSULT Kremlin, Russian governors > "],
    ],
    [
      "a country only said to be another's does not",
      "The Chilean president met President Widodo in Bali, Indonesia.",
      ["CONSULT The Chilean president, President Widodo > "],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("what a paper says is its author's word", () => {
  it.each([
    [
      "not that of whoever rejects it",
      "Kenya rejected a UN report that accused its police of torture.",
      ["REJECT Kenya > UN", "ACCUSE UN > its police"],
    ],
    [
      "nobody's where nobody is named",
      "Uganda criticized a study that accused its army of rape.",
      ["ACCUSE Uganda > "],
    ],
    [
      "that of whoever puts it out",
      "Chile published a report that accused Bolivia of smuggling.",
      ["ACCUSE Chile > Bolivia"],
    ],
    [
      "that of whoever signed it",
      "Algeria signed a letter that urged Libya to stop.",
      ["REQUEST Algeria > Libya"],
    ],
  ])("%s: %s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});

describe("what a headline and the text below it tell is one happening, as the text tells it", () => {
  it.each([
    [
      "a call, in the headline without a way",
      "Chad and Niger hold talks\n\nThe foreign minister of Chad telephoned the foreign minister of Niger on 3 May 2024.",
      ["CONSULT The foreign minister of Chad, the foreign minister of Niger > "],
    ],
    [
      "somebody of whom the headline names no country",
      "Army accuses Sudan of raid\n\nThe Chadian army on 3 May 2024 accused Sudan of a raid.",
      ["ACCUSE The Chadian army > Sudan"],
    ],
    [
      "a visit, in the headline a meeting",
      "The president of Niger meets the president of Chad\n\nThe president of Niger hosted the president of Chad on 3 May 2024.",
      ["CONSULT the president of Chad > The president of Niger"],
    ],
    [
      "two where the headline tells of somebody else",
      "Chad and Niger hold talks\n\nThe foreign minister of Chad telephoned the foreign minister of Kenya on 3 May 2024.",
      ["CONSULT Chad, Niger > ", "CONSULT The foreign minister of Chad, the foreign minister of Kenya > "],
    ],
  ])("%s", (_, text, expected) => {
    expect(coded(text)).toEqual(expected);
  });
});
