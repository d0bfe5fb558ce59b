import { expect, it } from "vitest";
import { loadLanguage } from "../../src/language/load-language.ts";
import { bundledLexiconFolder } from "../../src/lexicon/lexicon-folder.ts";
import { findMentions, loadActorLexicon } from "../../src/mentions/find-mentions.ts";

const language = await loadLanguage("en");
const lexicon = loadActorLexicon(bundledLexiconFolder("en"));

/** "USAEDU", the code of whoever is mentioned with these words in a text of June 2022. */
function codeOf(words: string, text: string, circumstances: { publisher?: string; title?: string }): string {
  const document = { id: "test", language: "en", text, date: "2022-06-14", ...circumstances };
  const { actors } = findMentions(document, language.parse(text), lexicon);
  const mention = actors.find(({ span }) => text.slice(...span) === words);
  return mention === undefined ? "no mention" : mention.entities.map(({ code }) => code).join(" + ");
}

const ROUNDTABLE = `Vice President Kamala Harris met today with students and community leaders from Ohio. The clinics thanked the Biden-Harris Administration for its support. Lena Brandt joined them.`;

it.each<[words: string, text: string, code: string, publisher?: string]>([
  // In a text about home affairs alone, everybody is of that country.
  ["students", ROUNDTABLE, "USAEDU", "whitehouse.gov"],
  ["The clinics", ROUNDTABLE, "USAHLH", "whitehouse.gov"],
  ["Lena Brandt", ROUNDTABLE, "USA", "whitehouse.gov"],
  ["students", ROUNDTABLE, "---EDU"],
  ["students", ROUNDTABLE.replace("from Ohio", "from around the world"), "---EDU", "whitehouse.gov"],
  ["students", ROUNDTABLE.replace("from Ohio", "in Central America"), "---EDU", "whitehouse.gov"],
  [
    "teachers",
    "Prime Minister Elisabeth Borne received teachers. France will support French schools, the Minister of Education said.",
    "FRAEDU",
    "elysee.fr",
  ],
  // Those listed with people of one country are of it.
  [
    "Minister Pia Ruiz",
    "Secretary Lund met with Ghana's Vice President Kofi Mensah and Minister Pia Ruiz.",
    "GHAGOV",
  ],
  ["Minister Pia Ruiz", "Ghana's Vice President Kofi Mensah and Minister Pia Ruiz agreed.", "---GOV"],
  [
    "Foreign Minister Pia Ruiz",
    "He met with Ghana's Foreign Minister Kofi Mensah and Foreign Minister Pia Ruiz.",
    "---GOV",
  ],
  // Those met on a visit are of the country visited.
  [
    "Minister of Environment Pia Ruiz",
    "In Gabon, Mr. Finer met with President Omar Mba and Minister of Environment Pia Ruiz.",
    "GABGOV",
    "whitehouse.gov",
  ],
  [
    "Minister of Environment Pia Ruiz",
    "In Gabon, Mr. Finer met with the Kenyan ambassador and Minister of Environment Pia Ruiz.",
    "---GOV",
    "whitehouse.gov",
  ],
  [
    "other senior officials",
    "She met with Ghana's Vice President Kofi Mensah, and other senior officials.",
    "GHAGOV",
  ],
  ["other leaders", "She met with Ghana's Vice President Kofi Mensah and other leaders.", "---"],
  // A body that its leader's name tells.
  ["the Assad regime", "Lebanon denounced the Assad regime.", "SYRGOV"],
  ["the old regime", "Lebanon denounced the old regime.", "---GOV"],
  // Past leaders of the publisher's own country.
  [
    "President Eisenhower",
    "President Eisenhower came to India in 1959. India and its people cheered.",
    "USAGOV",
    "state.gov",
  ],
  ["the Deputy White House Counsel", "They thanked the Deputy White House Counsel.", "USAGOV"],
  [
    "Head of the Presidential Office Maksym Horn of Ukraine",
    "Jake Sullivan spoke with Head of the Presidential Office Maksym Horn of Ukraine.",
    "UKRGOV",
    "whitehouse.gov",
  ],
])("%s in: %s is %s", (words, text, code, publisher) => {
  expect(codeOf(words, text, publisher === undefined ? {} : { publisher })).toBe(code);
});

const ON_GEORGIA =
  "Security forces beat peaceful protesters in Georgia. We urge the Georgian government to protect journalists. The Georgian people deserve it. Our people and international observers watched. Russia praised the police.";

it.each<[words: string, code: string, title?: string]>([
  ["Security forces", "GEOMIL"],
  ["peaceful protesters", "GEOCVL"],
  ["journalists", "GEOMED"],
  ["international observers", "---"],
  ["the police", "---COP"], // another country is named beside them
  ["journalists", "---MED", "Joint Statement on Georgia"],
  ["journalists", "---MED", "On Georgia and Moldova"],
])("in a text about Georgia, %s is %s", (words, code, title = "Violence in Georgia") => {
  expect(codeOf(words, ON_GEORGIA, { publisher: "state.gov", title })).toBe(code);
});
