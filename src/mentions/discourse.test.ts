import { expect, it } from "vitest";
import { actorsIn, mentionsIn, storedParse } from "./stored-parse.fixture.ts";

it.each([
  [
    "Wang Yi met Foreign Minister Mukhtar Tleuberdi. The two sides agreed. The Chinese side thanked the Kazakh side.",
    [
      "Wang Yi = Wang Yi CHNGOV",
      "Foreign Minister Mukhtar Tleuberdi = Mukhtar Tleuberdi KAZGOV",
      "The two sides = Kazakhstan KAZ + China CHN",
      "The Chinese side = China CHN",
      "the Kazakh side = Kazakhstan KAZ",
    ],
  ],
  [
    "President Biden met President Macron. The two leaders discussed Ukraine. They agreed.",
    [
      "President Biden = Joe Biden USAGOV",
      "President Macron = Emmanuel Macron FRAGOV",
      "The two leaders = Joe Biden USAGOV + Emmanuel Macron FRAGOV",
      "Ukraine = Ukraine UKR",
      "They = Joe Biden USAGOV + Emmanuel Macron FRAGOV",
    ],
  ],
  [
    "Biden called on both leaders to meet.",
    ["Biden = Joe Biden USAGOV", "both leaders = both leaders ---GOV"],
  ],
  ["Tleuberdi said. He promised help.", []],
  [
    "Marchers filled the square. The army was silent. Police arrested six of them.",
    [
      "Marchers = Marchers ---CVL",
      "The army = The army ---MIL",
      "Police = Police ---COP",
      "them = Marchers ---CVL",
    ],
  ],
  [
    "Marchers filled the square. Police scattered the students and beat them.",
    [
      "Marchers = Marchers ---CVL",
      "Police = Police ---COP",
      "the students = the students ---EDU",
      "them = the students ---EDU",
    ],
  ],
  [
    "Foreign Minister Wang Yi said he would help.",
    ["Foreign Minister Wang Yi = Wang Yi CHNGOV", "he = Wang Yi CHNGOV"],
  ],
  [
    "Chinese President Xi Jinping sent a message to Kazakh President Kassym-Jomart Tokayev, expressing his support.",
    [
      "Chinese President Xi Jinping = Xi Jinping CHNGOV",
      "Kazakh President Kassym-Jomart Tokayev = Kassym-Jomart Tokayev KAZGOV",
      "his = Xi Jinping CHNGOV",
    ],
  ],
  [
    "Prime Minister Mette Frederiksen thanked her.",
    ["Prime Minister Mette Frederiksen = Mette Frederiksen DNKGOV"],
  ],
  ["Iran said it would respond.", ["Iran = Iran IRN", "it = Iran IRN"]],
  ["It rained in Iran.", ["Iran = Iran IRN"]],
  ["Kazakhstan will fulfil its obligations.", ["Kazakhstan = Kazakhstan KAZ", "its = Kazakhstan KAZ"]],
  [
    "Germany and France said they would help.",
    ["Germany = Germany DEU", "France = France FRA", "they = Germany DEU + France FRA"],
  ],
  [
    "Militants said they had attacked the army.",
    ["Militants = Militants ---REB", "they = Militants ---REB", "the army = the army ---MIL"],
  ],
  [
    "Ukraine said its troops had left. Its government thanked Poland.",
    [
      "Ukraine = Ukraine UKR",
      "its troops = its troops UKRMIL",
      "its = Ukraine UKR",
      "Its government = Its government UKRGOV",
      "Its = Ukraine UKR",
      "Poland = Poland POL",
    ],
  ],
  [
    '"We will not yield," Iranian President Ebrahim Raisi said.',
    ["We = Iran IRN", "Iranian President Ebrahim Raisi = Ebrahim Raisi IRNGOV"],
  ],
  [
    "Secretary of State Antony Blinken spoke with Indian Foreign Minister Subrahmanyam Jaishankar. He praised President Ruto. He urged restraint. He noted the drought. He thanked Qatar. Both leaders condemned Iran.",
    [
      "Secretary of State Antony Blinken = Antony Blinken USAGOV",
      "Indian Foreign Minister Subrahmanyam Jaishankar = Subrahmanyam Jaishankar INDGOV",
      "He = Antony Blinken USAGOV",
      "President Ruto = Ruto ---GOV",
      "He = Antony Blinken USAGOV",
      "He = Antony Blinken USAGOV",
      "He = Antony Blinken USAGOV",
      "Qatar = Qatar QAT",
      "Both leaders = Antony Blinken USAGOV + Subrahmanyam Jaishankar INDGOV",
      "Iran = Iran IRN",
    ],
  ],
  [
    "President Joe Biden held a call with European leaders. The leaders condemned Russia. President Biden thanked the leaders.",
    [
      "President Joe Biden = Joe Biden USAGOV",
      "European leaders = European leaders ---GOV",
      "The leaders = Joe Biden USAGOV + European leaders ---GOV",
      "Russia = Russia RUS",
      "President Biden = Joe Biden USAGOV",
      "the leaders = European leaders ---GOV",
    ],
  ],
  [
    "Prime Minister Mette Frederiksen convened farmers and met her adviser. Both leaders spoke.",
    [
      "Prime Minister Mette Frederiksen = Mette Frederiksen DNKGOV",
      "farmers = farmers ---AGR",
      "her adviser = her adviser DNKGOV",
      "her = Mette Frederiksen DNKGOV",
      "Both leaders = Both leaders ---GOV",
    ],
  ],
  [
    "Norway hosted talks between Serbia and Kosovo. Norway urged both sides to show restraint.",
    [
      "Norway = Norway NOR",
      "Serbia = Serbia SRB",
      "Kosovo = Kosovo XKX",
      "Norway = Norway NOR",
      "both sides = Serbia SRB + Kosovo XKX",
    ],
  ],
  [
    "Norway and Chad held talks. Norway said that both sides agreed to meet.",
    ["Norway = Norway NOR", "Chad = Chad TCD", "Norway = Norway NOR", "both sides = Norway NOR + Chad TCD"],
  ],
  [
    "Norway thanked the governments of Angola and Zambia. Norway will support the governments.",
    [
      "Norway = Norway NOR",
      "the governments of Angola and Zambia = the governments of Angola and Zambia AGOGOV + the governments of Angola and Zambia ZMBGOV",
      "Norway = Norway NOR",
      "the governments = the governments of Angola and Zambia AGOGOV + the governments of Angola and Zambia ZMBGOV",
    ],
  ],
  [
    "Norway and Chad met. The two delegations agreed.",
    [
      "Norway = Norway NOR",
      "Chad = Chad TCD",
      "The two delegations = The two delegations TCDGOV + The two delegations NORGOV",
    ],
  ],
  ["The two presidents met.", ["The two presidents = The two presidents ---GOV"]],
  [
    "President Biden spoke with President Macron. Both condemned the attack.",
    [
      "President Biden = Joe Biden USAGOV",
      "President Macron = Emmanuel Macron FRAGOV",
      "Both = Joe Biden USAGOV + Emmanuel Macron FRAGOV",
    ],
  ],
  [
    "The delegation met Chad's president.",
    [
      "The delegation = The delegation ---GOV",
      "Chad's president = Chad's president TCDGOV",
      "Chad = Chad TCD",
    ],
  ],
  [
    "The United States urged Russia to end its war.",
    ["United States = United States USA", "Russia = Russia RUS", "its = Russia RUS"],
  ],
  [
    "Norway called on Iran to free its prisoners.",
    ["Norway = Norway NOR", "Iran = Iran IRN", "its prisoners = its prisoners IRNCVL", "its = Iran IRN"],
  ],
  [
    "Biden urged Putin to withdraw his troops.",
    [
      "Biden = Joe Biden USAGOV",
      "Putin = Vladimir Putin RUSGOV",
      "his troops = his troops RUSMIL",
      "his = Vladimir Putin RUSGOV",
    ],
  ],
  [
    "Norway supports Georgia and appreciates its contributions.",
    ["Norway = Norway NOR", "Georgia = Georgia GEO", "its = Norway NOR"],
  ],
  [
    "President Xi met President Tokayev to discuss his plan.",
    [
      "President Xi = Xi Jinping CHNGOV",
      "President Tokayev = Kassym-Jomart Tokayev KAZGOV",
      "his = Xi Jinping CHNGOV",
    ],
  ],
  [
    "President Biden spoke with President Macron and Chancellor Scholz. The leaders condemned the attack.",
    [
      "President Biden = Joe Biden USAGOV",
      "President Macron = Emmanuel Macron FRAGOV",
      "Chancellor Scholz = Olaf Scholz DEUGOV",
      "The leaders = Joe Biden USAGOV + Emmanuel Macron FRAGOV + Olaf Scholz DEUGOV",
    ],
  ],
  [
    "President Biden spoke with President Macron. The nations of Central America agreed.",
    ["President Biden = Joe Biden USAGOV", "President Macron = Emmanuel Macron FRAGOV"],
  ],
])("who is meant by words that point back: %s", (text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});

it("the publisher's own voice speaks for its country, and its offices are its own", () => {
  const text =
    "President Biden met President Macron at the White House. We support our allies. The President thanked the Vice President.";
  expect(actorsIn(text, { publisher: "whitehouse.gov" })).toEqual([
    "President Biden = Joe Biden USAGOV",
    "President Macron = Emmanuel Macron FRAGOV",
    "We = United States USA",
    "our allies = our allies ---",
    "our = United States USA",
    "The President = Joe Biden USAGOV",
    "the Vice President = Kamala Harris USAGOV",
  ]);
  expect(actorsIn(text).filter((actor) => actor.startsWith("We"))).toEqual([]);
});

it("a minister without a country is of the only foreign country that a government's text speaks of", () => {
  const text = "Secretary Blinken met Foreign Minister Hassoumi. He praised Niger.";
  const date = "2015-01-12"; // before any known Hassoumi
  expect(actorsIn(text, { publisher: "state.gov", date })).toContain(
    "Foreign Minister Hassoumi = Hassoumi NERGOV",
  );
  expect(actorsIn(text, { date })).toContain("Foreign Minister Hassoumi = Hassoumi ---GOV");
});

it("a mention is found by its head, and by each of its coordinated titles", () => {
  const text = "Wang spoke with Kazakh Deputy Prime Minister and Foreign Minister Mukhtar Tleuberdi.";
  const mentions = mentionsIn(text);
  const parsed = storedParse(text);
  const found = ["Deputy", "Minister", "Tleuberdi"].map((word) => {
    const token = Array.from({ length: parsed.tokenCount }, (_, i) => i).find(
      (i) => parsed.token(i).text === word,
    );
    return mentions.actorAt(token as number)?.entities[0]?.name;
  });
  expect(found).toEqual(["Mukhtar Tleuberdi", "Mukhtar Tleuberdi", "Mukhtar Tleuberdi"]);
});

it("says by which hop it resolved a mention, and numbers one actor's mentions alike", () => {
  const { actors } = mentionsIn(
    "Chinese State Councilor and Foreign Minister Wang Yi said on Monday. Wang praised Kazakhstan.",
  );
  expect(actors.map(({ entities }) => entities[0]?.via)).toEqual([undefined, "name -> Wang Yi", undefined]);
  expect(actors[0]?.chains).toEqual(actors[1]?.chains);
  expect(actors[0]?.chains).not.toEqual(actors[2]?.chains);
});

it("the parties of whom a government speaks are those of the one country that it names", () => {
  const text =
    "Norway is worried about the fighting in Sudan. Norway urged all parties to stop. Norway thanked Oman for bringing the parties together.";
  expect(actorsIn(text, { publisher: "regjeringen.no" })).toContain("all parties = all parties SDNPTY");
  expect(actorsIn(text)).toContain("all parties = all parties ---PTY");
});
