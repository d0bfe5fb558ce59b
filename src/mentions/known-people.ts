import type { Actor, Cast } from "./actor.ts";
import type { KnownActor } from "./actor-lexicon.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { type NameRun, nameGoesOn } from "./name-runs.ts";
import { isInOffice, type OfficeTerm } from "./office-holders.ts";
import { nameWords } from "./person-name.ts";
import { type Reading, rangeText, textOf } from "./reading.ts";

/**
 * Gives people whom a loaded dictionary knows by name its code for the document's day; what the text says of where they belong
 * goes before it.
 */
export function completeFromDictionary({ document, lexicon }: Reading, cast: Cast): void {
  for (const actor of cast.people) {
    const known =
      actor.kind === "person" ? lexicon.dictionary?.personNamed(actor.nameWords, document.date) : undefined;
    const isElsewhere = actor.code !== undefined || (actor.country ?? known?.country) !== known?.country;
    if (known !== undefined && !isElsewhere) takeCode(actor, known);
  }
}

/** People whom the text names in full without a title and a loaded dictionary knows. */
export function dictionaryPeople(
  reading: Reading,
  cast: Cast,
  runs: readonly NameRun[],
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const { document, lexicon } = reading;
  const drafts: MentionDraft[] = [];
  for (const { start, end } of lexicon.dictionary === undefined ? [] : runs) {
    const words = nameWords(reading, start, end);
    if (words.length < 2 || isTaken(start) || nameGoesOn(reading, end)) continue;
    if (cast.withNameWords(words).length > 0) continue;
    const known = lexicon.dictionary?.personNamed(words, document.date);
    if (known === undefined) continue;
    const actor = cast.addPerson(rangeText(reading.parsed, start, end), words);
    takeCode(actor, known);
    drafts.push({ tokens: [start, end], form: "name", actors: [actor], rule: `dictionary ${known.origin}` });
  }
  return drafts;
}

function takeCode(actor: Actor, { country, sectors, code }: KnownActor): void {
  if (country !== undefined) actor.country = country;
  if (code !== undefined) actor.code = code;
  actor.sectors = sectors;
}

/** Completes persons whom the text gives a title but no country, from the list of office-holders: "President Macron". */
export function completeOfficeHolders(reading: Reading, cast: Cast): void {
  const { officeHolders } = reading.lexicon;
  const { date } = reading.document;
  for (const actor of cast.people) {
    if (actor.kind !== "person" || actor.nameWords.length === 0) continue;
    const terms = [
      ...officeHolders.titled(actor.nameWords, actor.roles, date),
      ...officeHolders.fullyNamed(actor.nameWords),
    ].filter((term) => actor.country === undefined || actor.country === term.of.country);
    const [term] = terms;
    if (term === undefined && actor.code === undefined) {
      const country = officeHolders.sharedCountry(actor.nameWords, actor.roles, date);
      if (country !== undefined) actor.country ??= country;
    }
    if (term === undefined || (actor.code !== undefined && actor.code !== term.of.code)) continue;
    complete(actor, terms, date);
  }
}

/** Office-holders whom the text names without any title: "Vladimir Putin", and leaders by family name alone, "Putin". */
export function untitledOfficeHolders(
  reading: Reading,
  cast: Cast,
  runs: readonly NameRun[],
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const { officeHolders } = reading.lexicon;
  const { date } = reading.document;
  const drafts: MentionDraft[] = [];
  for (const { start, end } of runs) {
    if (isTaken(start) || nameGoesOn(reading, end)) continue;
    const words = nameWords(reading, start, end);
    if (cast.withNameWords(words).length > 0 || (words.length === 1 && !mayBeFamilyName(reading, start)))
      continue;
    const terms =
      words.length === 1
        ? officeHolders.familyNamed(words[0] as string, date)
        : officeHolders.fullyNamed(words);
    const [term] = terms;
    if (term === undefined) continue;
    const actor = personInOffice(cast, terms, date);
    drafts.push({
      tokens: [start, end],
      form: "name",
      actors: [actor],
      rule: `office-holder ${term.origin}`,
      via: `office-holder -> ${actor.name}`,
    });
  }
  return drafts;
}

// "an ad on FOX", "Malcolm X": no president Fox where the name tagger sees a body or a cry, and no letter is a family name. But "Xi and
// Putin": who is listed with a person is one, whatever the tagger makes of so short a name.
function mayBeFamilyName(reading: Reading, token: number): boolean {
  const kind = reading.taggedAt(token)?.kind;
  const word = textOf(reading.parsed, token);
  if (!/\p{L}{2}/u.test(word)) return false;
  if (kind === undefined) return /\p{Ll}/u.test(word);
  return kind === "PER" || (kind === "LOC" && isListedWithPerson(reading, token));
}

function isListedWithPerson(reading: Reading, token: number): boolean {
  const { relation, head, children } = reading.parsed.token(token);
  const fellows = children.filter((child) => child.relation === "conj");
  if (relation === "conj" && head !== null) fellows.push(head);
  return fellows.some(({ index }) => reading.taggedAt(index)?.kind === "PER");
}

/** The person who holds an office, as an actor of the document. */
export function personInOffice(cast: Cast, terms: readonly OfficeTerm[], date: string | undefined): Actor {
  const name = terms[0]?.name ?? "";
  const words = longest(terms);
  const known = cast.withNameWords(words)[0] ?? cast.withinNameWords(words)[0];
  const actor = known ?? cast.addPerson(name, words);
  complete(actor, terms, date);
  return actor;
}

function complete(actor: Actor, terms: readonly OfficeTerm[], date: string | undefined): void {
  const held = terms.filter((term) => isInOffice(term, date));
  const term = held.at(-1) ?? terms.at(-1);
  if (term === undefined) return;
  if (term.of.country !== undefined) actor.country ??= term.of.country;
  else if (term.of.code !== undefined) actor.code ??= term.of.code;
  if (term.name.split(" ").length > actor.nameWords.length) actor.name = term.name;
  if (held.length === 0) {
    // Named before the term began, the person is somebody else as yet; after it, one of those who have been.
    const isPast = terms.every((past) => past.to !== undefined && past.to < (date ?? ""));
    if (actor.sectors.length === 0 && isPast) actor.sectors = ["ELI"];
    return;
  }
  actor.roleText ??= term.role.name;
  for (const { role } of held) {
    for (const name of [role.name, ...role.also]) if (!actor.roles.includes(name)) actor.roles.push(name);
    if (actor.sectors.length === 0) actor.sectors = role.sectors;
    if (role.gender !== undefined) actor.gender ??= role.gender;
  }
}

function longest(terms: readonly OfficeTerm[]): readonly string[] {
  const spellings = terms.flatMap((term) => term.spellings);
  return spellings.reduce((best, spelling) => (spelling.length > best.length ? spelling : best), []);
}
