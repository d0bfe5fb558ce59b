import { describe, expect, it } from "vitest";
import { eventsOf, type Readout } from "./in-short.ts";

const STATE = "state.gov";
const WHITE_HOUSE = "whitehouse.gov";
const PRETORIA = "dirco.gov.za";

type Cases = readonly (readonly [why: string, readout: Readout, events: readonly string[]])[];

describe("in whose name a text speaks", () => {
  const cases: Cases = [
    [
      "both countries that the title of a joint text names",
      { publisher: STATE, title: "Joint Statement of the United States and Chad", text: "We condemn Hamas." },
      ["ACCUSE TCD, USA -> PSEREBHMS"],
    ],
    [
      "the countries of the people whom it names, though the text does not",
      {
        publisher: WHITE_HOUSE,
        title: "Joint Statement by President Biden and Prime Minister Trudeau",
        text: "We urge Iran to free the prisoners.",
      },
      ["REQUEST CAN, USA -> IRN"],
    ],
    [
      "not those whom it is about",
      {
        publisher: STATE,
        title: "Joint Statement by Secretary Blinken and Secretary Yellen on Kenya",
        text: "We condemn Hamas.",
      },
      ["ACCUSE USA -> PSEREBHMS"],
    ],
    [
      "but those whose partnership it is about",
      {
        publisher: STATE,
        title: "Joint Statement on the U.S.-Kenya Strategic Partnership",
        text: "We condemn Hamas.",
      },
      ["ACCUSE KEN, USA -> PSEREBHMS"],
    ],
    [
      "a grouping, joint or not",
      { publisher: STATE, title: "G7 Foreign Ministers’ Statement on Belarus", text: "We condemn Hamas." },
      ["ACCUSE IGOGSV -> PSEREBHMS"],
    ],
    [
      "those whom the opening lists, in apposition",
      {
        text: "We, the foreign ministers of Chad, Niger and Mali, met in Bamako. We urge Sudan to end the war.",
      },
      ["CONSULT MLI, NER, TCD", "REQUEST MLI, NER, TCD -> SDN"],
    ],
    [
      "between dashes, and nobody behind them",
      {
        publisher: WHITE_HOUSE,
        title: "Joint Statement on Israel",
        text: "Today, we — President Macron of France, Prime Minister Meloni of Italy, and President Biden of the United States — express our support to Israel.",
      },
      ["SUPPORT FRA, ITA, USA -> ISR"],
    ],
    [
      "or as those who release it",
      {
        publisher: STATE,
        title: "Joint Statement on Cuba",
        text: "The following statement was released by the Governments of Austria, Brazil and Kenya. We condemn Cuba.",
      },
      ["ACCUSE AUT, BRA, KEN -> CUB"],
    ],
    [
      "a readout of a meeting is the publisher's alone",
      {
        publisher: PRETORIA,
        title: "Minister Dlamini meets the Foreign Minister of Ghana",
        text: "We condemn Hamas.",
      },
      ["ACCUSE ZAF -> PSEREBHMS"],
    ],
    [
      "joint, but nobody says of whom",
      { publisher: STATE, title: "Joint Statement on Cuba", text: "We condemn Cuba." },
      [],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("who speaks in a transcript", () => {
  const cases: Cases = [
    [
      "each speaker for their own government; who asks tells nothing",
      {
        publisher: STATE,
        text: [
          "Foreign Minister Jonas Gahr of Norway was in Washington.",
          "FOREIGN MINISTER GAHR: We condemned Iran.",
          "SECRETARY BLINKEN: We thanked Norway.",
          "QUESTION: Russia attacked Poland.",
        ].join("\n\n"),
      },
      ["ACCUSE NOR -> IRN", "SUPPORT USA -> NOR"],
    ],
    [
      "nobody in the mouth of whoever leads through it",
      {
        publisher: STATE,
        text: ["MODERATOR: We will go to Iran next.", "MR. PRICE: We condemned Iran."].join("\n\n"),
      },
      ["ACCUSE USA -> IRN"],
    ],
    [
      "a question is no event, wherever it stands",
      { text: "Will Russia attack Poland? Russia attacked Poland." },
      ["ASSAULT RUS -> POL"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("whose an office is", () => {
  const title = "Readout of President Biden’s Call with Prime Minister Berg of Norway";
  const meeting = "President Biden spoke with Prime Minister Berg of Norway.";
  const cases: Cases = [
    [
      "two offices share one article",
      { publisher: WHITE_HOUSE, title, text: `${meeting} The President and Prime Minister condemned Iran.` },
      ["CONSULT NORGOV, USAGOV", "ACCUSE NORGOV, USAGOV -> IRN"],
    ],
    [
      "the last holder named before",
      {
        publisher: WHITE_HOUSE,
        text: "Foreign Minister Ruiz of Peru met Foreign Minister Okello of Uganda. The foreign minister thanked Kenya.",
      },
      ["CONSULT PERGOV, UGAGOV", "SUPPORT UGAGOV -> KEN"],
    ],
    [
      "the title's other country's",
      { publisher: WHITE_HOUSE, title, text: "The parliament condemned Iran." },
      ["ACCUSE NORLEG -> IRN"],
    ],
    [
      "not the publisher's own in a sentence with one of its people",
      { publisher: WHITE_HOUSE, title, text: "Secretary Blinken congratulated the incoming government." },
      ["SUPPORT USAGOV -> NORGOV"],
    ],
    [
      "the leaders of the grouping that the title names",
      {
        publisher: WHITE_HOUSE,
        title: "Readout of President Biden’s Call with G7 Leaders",
        text: "President Biden spoke with G7 leaders and President Zelenskyy. The leaders condemned Iran.",
      },
      ["CONSULT IGOGSV, UKRGOV, USAGOV", "ACCUSE IGOGSV -> IRN"],
    ],
    [
      "the own office behind a shared article, and the leader of the own parliament",
      { publisher: WHITE_HOUSE, text: "The President and Vice President thanked Leader Schumer." },
      ["SUPPORT USAGOV, USAGOV -> USAGOV"],
    ],
    [
      "the administration is the publisher's, unless it is called another's",
      {
        publisher: WHITE_HOUSE,
        text: "The Biden-Harris Administration condemned Iran. The Arévalo administration thanked Kenya.",
      },
      ["ACCUSE USAGOV -> IRN", "SUPPORT ---GOV -> KEN"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("who sends a text that does not say who published it", () => {
  const cases: Cases = [
    [
      "the government of the capital where it is dated",
      {
        text: "Call with Niger\n\nParis, 14 March 2024\n\nThe Minister thanked Kenya for its help to France.",
      },
      ["SUPPORT FRAGOV -> KEN"],
    ],
    [
      "not that of a country it does not speak of",
      { text: "Call with Niger\n\nVienna, 14 March 2024\n\nThe Minister thanked Kenya." },
      ["SUPPORT ---GOV -> KEN"],
    ],
    [
      "the office above it",
      { text: "Ministry of Foreign Affairs of Ghana\n\nTalks with Chad held\n\nWe condemn Hamas." },
      ["ACCUSE GHA -> PSEREBHMS"],
    ],
    [
      "the office that states it",
      { text: "Statement by the Ministry of Foreign Affairs of Ghana\n\nWe condemn Hamas." },
      ["ACCUSE GHA -> PSEREBHMS"],
    ],
    [
      "not an office of which it tells",
      { text: "Talks at the Ministry of Foreign Affairs of Ghana\n\nWe condemn Hamas." },
      [],
    ],
    [
      "the house above it",
      { text: "THE WHITE HOUSE\n\nTalks with Chad held\n\nWe condemn Hamas." },
      ["ACCUSE USA -> PSEREBHMS"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe('who "I" is where nobody has the word', () => {
  const cases: Cases = [
    [
      "whose statement it is",
      { publisher: STATE, title: "Statement by Secretary Blinken on Chad", text: "I thank Kenya." },
      ["SUPPORT USAGOV -> KEN"],
    ],
    [
      "whose statement it is, whoever publishes it",
      {
        text: "Statement by Ghanaian Foreign Minister Ama Mensah on Chad\n\nI thank Kenya. We condemn Hamas.",
      },
      ["SUPPORT GHAGOV -> KEN", "ACCUSE GHA -> PSEREBHMS"],
    ],
    [
      "somebody of the publisher's",
      { publisher: STATE, title: "On Chad", text: "I thank Kenya." },
      ["SUPPORT USA -> KEN"],
    ],
    [
      "nobody where two speak",
      {
        title: "Remarks by Secretary Blinken and Secretary Yellen",
        text: "I thank Kenya. Blinken and Yellen met.",
      },
      ["CONSULT USAGOV, USAGOV"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("an office without a country in a text that does not say whose it is", () => {
  const cases: Cases = [
    [
      "is none of those with whom its holder deals",
      {
        text: "The Prime Minister hosted Japanese Prime Minister Kishida Fumio. The Prime Minister thanked Kenya.",
      },
      ["CONSULT JPNGOV -> ---GOV", "SUPPORT ---GOV -> KEN"],
    ],
    [
      "is of the country that makes a pair with theirs",
      {
        text: "The Prime Minister held talks with Japanese Prime Minister Kishida Fumio. They hailed the UK-Japan pact.",
      },
      ["CONSULT GBRGOV, JPNGOV"],
    ],
    [
      "is whoever alone holds it, where they are not apart",
      { text: "Japanese Prime Minister Kishida Fumio spoke. The Prime Minister thanked Kenya." },
      ["SUPPORT JPNGOV -> KEN"],
    ],
    [
      "is not taken for the one that a visit leads to",
      {
        text: "President Tokayev of Kazakhstan thanked France. He recalled the visit of President Tokayev to France in May.",
      },
      ["SUPPORT KAZGOV -> FRA"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("both", () => {
  const cases: Cases = [
    [
      "are two, never one",
      {
        text: "President Tokayev of Kazakhstan and President Erdogan of Turkey met. Sweden congratulated both leaders.",
      },
      ["CONSULT KAZGOV, TURGOV", "SUPPORT SWE -> KAZGOV, TURGOV"],
    ],
    [
      "governments are of two countries",
      {
        text: "President Tokayev of Kazakhstan and President Erdogan of Turkey met. Both governments thanked Chad.",
      },
      ["CONSULT KAZGOV, TURGOV", "SUPPORT KAZGOV, TURGOV -> TCD"],
    ],
    [
      "are not the place of their talks",
      {
        text: "Norway and Sweden held talks in Kenya. Norway's minister was in Kenya first. Both sides thanked Chad.",
      },
      ["CONSULT NOR, SWE", "SUPPORT NOR, SWE -> TCD"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("whose police they are in a wire story", () => {
  const cases: Cases = [
    [
      "those of the country where it plays",
      { text: "LIMA, Jan 8 (AND) - Peru hailed a truce. Police arrested the rebels. Peru's army left." },
      ["COERCE PERCOP -> ---REB"],
    ],
    [
      "not those of the country that sends them",
      { text: "LIMA, Jan 8 (AND) - Peru hailed Peru's bishops. Chile praised police officers." },
      ["SUPPORT PER -> PERREL", "SUPPORT CHL -> ---COP"],
    ],
    [
      "anybody's, where it is told in another capital",
      { text: "PARIS, Jan 8 (AND) - Peru hailed a truce. Police arrested the rebels. Peru's army left." },
      ["COERCE ---COP -> ---REB"],
    ],
    [
      "anybody's, where it plays nowhere",
      { text: "Peru hailed a truce. Police arrested the rebels. Peru's army left." },
      ["COERCE ---COP -> ---REB"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("who is in a list", () => {
  const cases: Cases = [
    [
      "one person with two offices and the full name",
      { text: "The Vice President and Foreign Minister of Colombia Marta Lucia Ramirez met Norway." },
      ["CONSULT COLGOV, NOR"],
    ],
    [
      "officials of all countries that they come from",
      { text: "Norway met with senior officials from Australia, Japan, and New Zealand." },
      ["CONSULT AUSGOV, JPNGOV, NOR, NZLGOV"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});

describe("what is asked of all", () => {
  const cases: Cases = [
    [
      "is no call to anybody",
      { publisher: STATE, text: "We call on all parties to reduce violence and protect civilians." },
      ["REQUEST USA -> ---PTY"],
    ],
    [
      "is no deed where it is only called important",
      { text: "It is important that Chad conducts an investigation." },
      [],
    ],
    [
      "is asked by whoever said what is",
      { text: "Secretary Blinken said that Kenya's plan is a step forward and urged Chad to act." },
      ["REQUEST USAGOV -> TCD"],
    ],
  ];
  it.each(cases)("%s", (_, readout, events) => expect(eventsOf(readout)).toEqual(events));
});
