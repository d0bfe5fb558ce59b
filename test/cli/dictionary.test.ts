import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { dragoman } from "./run-cli.ts";

const folder = fileURLToPath(new URL("../dictionaries", import.meta.url));
const DICTIONARIES = ["--dictionary", "vale.actors.txt", "--dictionary", "vale.agents.txt"];

/** "Mira Oduya = Mira Oduya NGAGOV person", of each mention that the dictionaries may decide. */
function mentionsIn(text: string, date: string): string[] {
  const { stdout } = dragoman(["code", "--date", date, ...DICTIONARIES], { cwd: folder, input: text });
  const { mentions } = JSON.parse(stdout) as {
    mentions: { text: string; name: string; code: string; kind: string }[];
  };
  return mentions.map((mention) => `${mention.text} = ${mention.name} ${mention.code} ${mention.kind}`);
}

it.each([
  [
    "in office",
    "Mira Oduya criticized Sweden.",
    "2001-05-01",
    ["Mira Oduya = Mira Oduya NGAGOV person", "Sweden = Sweden SWE country"],
  ],
  [
    "before the office",
    "Mira Oduya criticized Sweden.",
    "1998-05-31",
    ["Mira Oduya = Mira Oduya NGAELI person", "Sweden = Sweden SWE country"],
  ],
  [
    "after it, by a shorter name too",
    "Mira Oduya criticized Sweden. Oduya left.",
    "2010-05-01",
    [
      "Mira Oduya = Mira Oduya NGAELI person",
      "Sweden = Sweden SWE country",
      "Oduya = Mira Oduya NGAELI person",
    ],
  ],
  [
    "the text's own country before the dictionary's",
    "Kenyan Minister Mira Oduya criticized Sweden.",
    "2001-05-01",
    ["Kenyan Minister Mira Oduya = Mira Oduya KENGOV person", "Sweden = Sweden SWE country"],
  ],
  [
    "synonyms",
    "The Vale Front attacked Sweden.",
    "2001-05-01",
    ["Vale Front = Vale Front SDNREB group", "Sweden = Sweden SWE country"],
  ],
  [
    "a name with its article",
    "The Wardens attacked Sweden.",
    "2001-05-01",
    ["The Wardens = The Wardens SDNMIL organisation", "Sweden = Sweden SWE country"],
  ],
  [
    "small letters are no name",
    "The guests criticized Sweden and ate turkey.",
    "2001-05-01",
    ["The guests = The guests --- group", "Sweden = Sweden SWE country"],
  ],
  [
    "a capital stays a place",
    "Sweden criticized Denmark in Ankara.",
    "2001-05-01",
    ["Sweden = Sweden SWE country", "Denmark = Denmark DNK country"],
  ],
  [
    "a company and its country",
    "The Red Lantern Corporation criticized Sweden.",
    "2001-05-01",
    ["Red Lantern Corporation = Red Lantern Corporation MNCSWE organisation", "Sweden = Sweden SWE country"],
  ],
  [
    "a name that is no actor",
    "The Vale Observer criticized Sweden.",
    "2001-05-01",
    ["Sweden = Sweden SWE country"],
  ],
  [
    "agents by their codes, before and after the country's",
    "The Swedish foreign minister criticized a Danish rights body.",
    "2001-05-01",
    [
      "The Swedish foreign minister = The Swedish foreign minister SWEGOVFRM person",
      "a Danish rights body = a Danish rights body NGODNK organisation",
    ],
  ],
  [
    "agents in the plural",
    "Swedish tollmen criticized Danish oxen drivers.",
    "2001-05-01",
    [
      "Swedish tollmen = Swedish tollmen SWEGOVTAX group",
      "Danish oxen drivers = Danish oxen drivers DNKAGR group",
    ],
  ],
])("a dictionary decides: %s", (_, text, date, expected) => {
  expect(mentionsIn(text, date)).toEqual(expected);
});

it("names each line that it cannot read, and codes with the others", () => {
  const { status, stdout, stderr } = dragoman(["explain", "--format", "json", ...DICTIONARIES], {
    cwd: folder,
    input: "The Vale Front attacked Sweden.",
  });
  expect(stderr).toBe(
    'vale.actors.txt:17: "20990101" is no time; expected "<DATE", ">DATE" or "DATE-DATE"\n' +
      "vale.agents.txt:8: expected an agent and its code: PHRASE [~CODE] or PHRASE [CODE~]\n",
  );
  expect(stdout).toContain("SDNREB");
  expect(status).toBe(0);
});

it("lexicon check says what dictionaries hold", () => {
  const { status, stdout } = dragoman(["lexicon", "check", ...DICTIONARIES], { cwd: folder });
  expect(stdout.split("\n").slice(2, 3)).toEqual(["9 names of actors, 8 agents; 2 problems"]);
  expect(status).toBe(1);
});

it.each([
  [["--dictionary", "none.txt"], "dragoman: --dictionary: there is no file none.txt\n"],
  [
    ["--dictionary"],
    "dragoman code: option '--dictionary <FILE>' argument missing\nSee: dragoman code --help\n",
  ],
])("a wrong command line: %j", (args, message) => {
  const { status, stderr } = dragoman(["code", ...args], { cwd: folder, input: "Oslo spoke." });
  expect(stderr).toBe(message);
  expect(status).toBe(2);
});
