import { mastheadOf, placeOfDateLine } from "../document/masthead.ts";
import type { ActorLexicon } from "./actor-lexicon.ts";
import type { Publisher } from "./publishers.ts";
import type { Reading } from "./reading.ts";
import { comparableWords, withoutCapitals } from "./words.ts";

/** A government's office that is named with its country. */
interface Office {
  readonly publisher: Publisher;
  /** Whether its name has nothing else in it. */
  readonly isWhole: boolean;
}

/**
 * The government that sends a text, by the lines above it: its office ("Ministry of Foreign Affairs of Japan"), its seat ("The
 * White House"), or the capital where it is dated ("Paris, 14 March 2024") where the text speaks of that country too.
 */
export function senderOf(reading: Reading): Publisher | undefined {
  const { lines } = mastheadOf(reading.document.text);
  for (const line of lines) {
    const sender = line.replace(SENT_BY, "");
    const office = officeOfCountry(reading.lexicon, sender);
    if (office?.isWhole === true) return office.publisher;
    const seat = seatOf(reading.lexicon, sender) ?? dated(reading, line);
    if (seat !== undefined) return reading.lexicon.publishers.of(seat);
  }
  return undefined;
}

/** "Statement by the Ministry of …", "From: …": what comes before says only what the text is. */
const SENT_BY =
  /^(?:(?:from|by|source|sender|issued by|published by): *|[\p{L} ]*\b(?:statement|release|communiqué|communique|declaration|note|readout) (?:by|of|from) )/iu;

/** "The White House", "Prime Minister's Office, 10 Downing Street": the seat by itself, or behind the office that has it. */
function seatOf(lexicon: ActorLexicon, sender: string): string | undefined {
  const [, address] = /^[^,]*\b(?:office|secretariat|service|press)\b[^,]*, *(.+)$/i.exec(sender) ?? [];
  return (
    countryOfSeat(lexicon, sender, "seat") ??
    (address === undefined ? undefined : countryOfSeat(lexicon, address, "seat"))
  );
}

// Vienna and Brussels date the texts of organisations as well, which hardly speak of Austria and Belgium, nor of "the Foreign Minister".
function dated(reading: Reading, line: string): string | undefined {
  const { lexicon, names } = reading;
  const place = placeOfDateLine(line);
  const country = place === undefined ? undefined : countryOfSeat(lexicon, place, "capital");
  const isSpokenOf = names.some(({ senses }) =>
    senses.some(
      ({ reading: kind, actor }) => (kind === "name" || kind === "adjective") && actor.country === country,
    ),
  );
  return isSpokenOf || isOfOwnMinister(reading) ? country : undefined;
}

/** "Foreign Minister Receives Phone Call from Iranian Counterpart": a title needs no country for its own government's people. */
function isOfOwnMinister({ lexicon, document }: Reading): boolean {
  const words = comparableWords(document.title ?? "").map((word) => word.toLowerCase());
  const office = lexicon.roles.longestAt(words, 0, () => true);
  return office?.values.some(({ role, plural }) => !plural && role.also.includes("minister")) === true;
}

function countryOfSeat({ names }: ActorLexicon, name: string, kind: "capital" | "seat"): string | undefined {
  const words = comparableWords(name).map(withoutCapitals);
  const senses = names.get(words[0] === "The" ? words.slice(1) : words);
  return senses.find(({ reading, actor }) => reading === kind && actor.kind === "country")?.actor.country;
}

/** "Ministry of Foreign Affairs of Japan", "Embassy of Kenya", "Kazakh Foreign Ministry"; not "Japan Times". */
export function officeOfCountry(lexicon: ActorLexicon, name: string): Office | undefined {
  const words = comparableWords(name).map(withoutCapitals);
  const lower = words.map((word) => word.toLowerCase());
  const every = () => true;
  let country: string | undefined;
  let isOffice = false;
  let isWhole = true;
  for (let word = 0; word < words.length; ) {
    const named = lexicon.names.longestAt(words, word, every);
    const role = lexicon.roles.longestAt(lower, word, every);
    const sense = named?.values.find(({ actor }) => actor.kind === "country");
    if (sense !== undefined) country ??= sense.actor.country;
    isOffice ||=
      role?.values.some(({ role: of }) => of.kind !== "person" && of.sectors[0] === "GOV") === true;
    const length = Math.max(named?.length ?? 0, role?.length ?? 0);
    isWhole &&= length > 0 || JOINING.test(lower[word] as string);
    word += Math.max(length, 1);
  }
  return country === undefined || !isOffice
    ? undefined
    : { publisher: lexicon.publishers.of(country), isWhole };
}

/** Words of an office's name that say nothing by themselves. */
const JOINING =
  /^(of|the|and|for|to|in|at|'s|&|,|foreign|affairs|external|international|relations|cooperation|trade)$/;
