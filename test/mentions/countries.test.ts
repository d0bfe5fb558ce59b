import { expect, it } from "vitest";
import { createCoder } from "../../src/coding/coder.ts";
import { loadLanguage } from "../../src/language/load-language.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

const language = await loadLanguage("en");
const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

/** "Zhongnanhai = CHN", of each mention of a document of 15 May 2024. */
function actorsIn(text: string): string[] {
  const document = { id: "test", language: "en", text, date: "2024-05-15" };
  return findMentions(document, language.parse(text), lexicon).actors.map(
    ({ span, entities }) => `${text.slice(...span)} = ${entities.map(({ code }) => code).join(" + ")}`,
  );
}

it.each<[string, string[]]>([
  // lists, compounds, hyphens
  ["Germany, France and the UK condemned Iran.", ["Germany = DEU", "France = FRA", "UK = GBR", "Iran = IRN"]],
  ["Sino-Russian trade grew.", ["Sino = CHN", "Russian = RUS"]],
  ["U.S.-Japan-ROK drills began in the East China Sea.", ["U.S. = USA", "Japan = JPN", "ROK = KOR"]],
  ["A Franco-German statement called for calm.", ["Franco = FRA", "German = DEU"]],
  ["Indo-Pakistani talks resumed in Lahore.", ["Indo = IND", "Pakistani = PAK"]],
  ["Iran-backed militias attacked a base.", ["militias = ---MIL"]],
  ["Russian-backed separatists shelled the town.", ["separatists = ---REB"]],
  ["The Saudi-led coalition bombed Sanaa.", ["The Saudi-led coalition = SAU"]],
  // possessors and prepositions
  ["Iran's nuclear negotiators left Vienna.", ["Iran's nuclear negotiators = IRNGOV", "Iran = IRN"]],
  [
    "The commander of US forces in Iraq met Iraqi officials.",
    ["The commander = USAMIL", "US forces = USAMIL", "Iraq = IRQ", "Iraqi officials = IRQGOV"],
  ],
  [
    "The Iranian foreign ministry summoned the Swiss ambassador.",
    ["The Iranian foreign ministry = IRNGOV", "the Swiss ambassador = CHEGOV"],
  ],
  // territories outside ISO 3166
  ["Abkhazia accused Georgia of sabotage.", ["Abkhazia = XAB", "Georgia = GEO"]],
  [
    "Somaliland's president visited Taiwan.",
    ["Somaliland's president = XSLGOV", "Somaliland = XSL", "Taiwan = TWN"],
  ],
  [
    "Turkish Cypriot leader Ersin Tatar met the UN envoy.",
    ["Turkish Cypriot leader Ersin Tatar = XNCGOV", "the UN envoy = IGOUNO"],
  ],
  ["South Ossetian forces withdrew.", ["South Ossetian forces = XSOMIL"]],
  ["Transnistrian authorities asked for help.", ["Transnistrian authorities = XPMGOV"]],
  ["The Holy See urged restraint.", ["Holy See = VAT"]],
  // seats of governments, where they act
  ["Zhongnanhai rejected the demand.", ["Zhongnanhai = CHN"]],
  ["The Blue House said it would respond.", ["Blue House = KOR", "it = KOR"]],
  ["Foggy Bottom declined to comment.", ["Foggy Bottom = USA"]],
  ["The Elysee denied the report.", ["Elysee = FRA"]],
  ["The Pentagon sent ships.", ["Pentagon = USAMIL"]],
  ["Brussels condemned the vote.", ["Brussels = IGOEUREEC"]],
  ["Beijing condemned the sale.", ["Beijing = CHN"]],
  ["The two ministers met in Beijing.", ["The two ministers = ---GOV"]],
  ["He flew from Moscow to Brussels.", []],
  // groupings
  ["The Weimar Triangle condemned Russia.", ["Weimar Triangle = IGOWEI", "Russia = RUS"]],
  ["Nordic countries pledged aid to Ukraine.", ["Nordic countries = IGONDC", "Ukraine = UKR"]],
  // bodies of many countries
  [
    "Ukraine's Main Directorate of Intelligence struck a depot.",
    ["Ukraine = UKR", "Main Directorate of Intelligence = UKRSPY"],
  ],
  ["Reform UK criticized the Labour Party.", ["Reform UK = GBRPTY", "Labour Party = GBRPTY"]],
  ["The Bank of Japan raised rates.", ["Bank of Japan = JPNGOV"]],
  ["People's Defence Forces attacked a convoy in Sagaing.", ["People's Defence Forces = MMRREB"]],
  ["COSATU called a strike.", ["COSATU = ZAFLAB"]],
  // names that hold a country's and are something else
  ["Michael Jordan met the children.", ["Michael Jordan = ---", "the children = ---CVL"]],
  ["Jordan said it would host the talks.", ["Jordan = JOR", "it = JOR"]],
  ["The state of Georgia passed a law.", []],
  ["Savannah, Georgia voted on Tuesday.", []],
  ["They ate turkey and French fries.", []],
  ["Chad Smith criticized the company.", ["Chad Smith = ---", "the company = ---BUS"]],
  ["Paris Hilton visited the school.", ["Paris Hilton = ---", "the school = ---EDU"]],
  [
    "The Washington Post criticized the president.",
    ["The Washington Post = USAMED", "the president = ---GOV"],
  ],
  ["China Daily reported the meeting.", ["China Daily = CHNMED"]],
  ["He was born in Moscow, Idaho, and lives in Lebanon, Tennessee.", []],
  ["The Kuwaiti dinar fell.", []],
  ["Georgia Governor Lena Brandt spoke.", ["Georgia Governor Lena Brandt = USAGOV"]],
  ["Georgia Gov. Lena Brandt spoke.", ["Georgia Gov. Lena Brandt = USAGOV"]],
  ["Georgia President Lena Brandt spoke.", ["Georgia President Lena Brandt = GEOGOV"]],
  ["Niger Governor Musa Sani spoke.", ["Niger Governor Musa Sani = NGAGOV"]],
  ["Its army left.", ["Its army = ---MIL"]],
  ["Polish the text before you print it.", []],
  ["Polish troops left.", ["Polish troops = POLMIL"]],
  ["Turkish Airlines cancelled flights.", ["Turkish Airlines = TURBUS"]],
])("countries as people see them: %s", (text, expected) => {
  expect(actorsIn(text)).toEqual(expected);
});

it("names the members of a grouping where it is asked to, and only there", async () => {
  const document = {
    id: "test",
    language: "en",
    text: "The E3 and the Baltic states condemned Iran. G7 leaders agreed.",
  } as const;
  const [plain, telling] = [await createCoder({ minConfidence: 0 }), await createCoder({ members: true })];
  expect(plain.code(document).mentions.filter(({ members }) => members !== undefined)).toEqual([]);
  expect(telling.code(document).mentions.map(({ text, members }) => [text, members?.join(" ")])).toEqual([
    ["E3", "DEU FRA GBR"],
    ["Baltic states", "EST LVA LTU"],
    ["Iran", undefined],
    ["G7 leaders", "CAN FRA DEU ITA JPN GBR USA"],
  ]);
});
