// Who met whom: the countries that a readout's title names, looked for among the people resolved in its body, the title withheld.
import { loadLanguage } from "../dist/language/load-language.js";
import { bundledLexiconFolder } from "../dist/lexicon/lexicon-folder.js";
import { findMentions, loadActorLexicon } from "../dist/mentions/find-mentions.js";
import { OfficeHolders } from "../dist/mentions/office-holders.js";

const MEETING = /\b(call|meeting|meetings|visit|travel|lunch|dinner|conversation|summit)\b/i;
const PARTNERS = /\b(with|between)\b/i;
const MISSES_SHOWN = 15;

export async function run(documents) {
  const language = await loadLanguage("en");
  const lexicon = loadActorLexicon(bundledLexiconFolder("en"));
  const misses = [];
  let measured = 0;
  for (const document of documents) {
    const titled = countriesInTitle(document, language, lexicon);
    if (titled.size === 0) continue;
    measured++;
    const found = peoplesCountries(document, language, lexicon);
    const missing = [...titled].filter((country) => !found.has(country));
    if (missing.length > 0) misses.push({ missing: missing.join(" "), title: document.title.slice(0, 90) });
  }
  if (measured === 0) return console.log("No document has a title that says who met whom.");
  const right = measured - misses.length;
  console.log(`${right} of ${measured} titled meetings right: ${((100 * right) / measured).toFixed(1)} %`);
  console.table(misses.slice(0, MISSES_SHOWN));
}

/** Countries that the title itself names after "with" or "between"; a leader's name alone says none here. */
function countriesInTitle({ title, ...document }, language, lexicon) {
  const from = title === undefined || !MEETING.test(title) ? -1 : title.search(PARTNERS);
  if (from < 0) return new Set();
  const text = title.slice(from);
  const byWordsAlone = { ...lexicon, officeHolders: new OfficeHolders([]) };
  const { actors } = findMentions(
    { id: document.id, language: "en", text },
    language.parse(text),
    byWordsAlone,
  );
  const countries = actors.flatMap(({ entities }) => entities.filter(({ kind }) => kind !== "group"));
  return new Set(
    countries.map(({ country }) => country).filter((country) => country !== undefined && country !== "EUR"),
  );
}

function peoplesCountries({ title: _, ...document }, language, lexicon) {
  const { actors } = findMentions(document, language.parse(document.text), lexicon);
  const people = actors
    .flatMap(({ entities }) => entities)
    .filter(({ kind, sectors }) => kind === "person" || sectors.includes("GOV"));
  return new Set(people.map(({ country }) => country));
}
