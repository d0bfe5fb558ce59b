import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Actor, Cast } from "./actor.ts";
import type { KnownActor, NameSense } from "./actor-lexicon.ts";
import { countedPeople } from "./counted-people.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { taggedPerson } from "./name-runs.ts";
import {
  type Found,
  headOf,
  isCapitalised,
  isHyphenPart,
  NAME_RELATIONS,
  type Reading,
  rangeText,
  relationOf,
  TAG,
  textOf,
} from "./reading.ts";

/**
 * Countries, organisations and groups that stand in the text by name.
 * @param isTaken whether a token is already part of a person's or group's description ("Kazakh" in "the Kazakh minister")
 */
export function namedActors(
  reading: Reading,
  cast: Cast,
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const found of reading.names) {
    if (isTaken(found.start) && !isPossessor(reading, found)) continue;
    const sense = actorSense(reading, found);
    if (sense === undefined) continue;
    drafts.push({
      tokens: [found.start, found.end],
      form: "name",
      actors: [
        ownedBody(reading, cast, found, sense) ??
          countedPeople(reading, cast, found, sense) ??
          actorOf(cast, sense.actor),
      ],
      rule: `${sense.reading} ${sense.actor.origin}`,
      // "Beijing said": China by the seat of its government.
      ...(sense.reading === "capital" || sense.reading === "seat"
        ? { as: "place-as-government" as const, via: `${sense.reading} -> ${sense.actor.name}` }
        : {}),
    });
  }
  return drafts;
}

/**
 * Capitals and seats that stand as places: "Moscow" in "left Moscow" and in "blamed Moscow". Whether the government is meant, the
 * verb decides, and so the coder: they are no mentions by themselves.
 */
export function seatsOfGovernment(
  reading: Reading,
  cast: Cast,
  isTaken: (token: number) => boolean,
): MentionDraft[] {
  const drafts: MentionDraft[] = [];
  for (const found of reading.names) {
    if (isTaken(found.start) || isPartOfOtherName(reading, found)) continue;
    const sense = found.senses.find(({ reading: kind }) => kind === "capital" || kind === "seat");
    if (sense === undefined || found.senses.some(({ reading: kind }) => kind === "other")) continue;
    const actors = [actorOf(cast, sense.actor)];
    const rule = `${sense.reading} ${sense.actor.origin}`;
    drafts.push({ tokens: [found.start, found.end], form: "name", actors, rule, via: "seat of government" });
  }
  return drafts;
}

function isPartOfOtherName(reading: Reading, found: Found<NameSense>): boolean {
  return (
    isInsideTaggedName(reading, found) ||
    isPartOfLongerName(reading, found) ||
    isPartOfRegion(reading, found) ||
    isPartOfThing(reading, found) ||
    isHyphenPart(reading, found)
  );
}

// "Turkish Airlines", "Jordan Peters", and then "Jordan" too; not "the Embassy of France", "Lyon, France", "France's Navy", which say
// whose or where something is.
function isInsideTaggedName(reading: Reading, found: Found<NameSense>): boolean {
  const tagged = reading.taggedAt(found.start);
  if (tagged === undefined || tagged.start > found.start || tagged.end < found.end) return false;
  if (tagged.end - tagged.start === found.end - found.start) {
    return found.end - found.start === 1 && taggedPerson(reading, found.start) !== undefined;
  }
  if (/^(of|for|the|in)$/i.test(textOf(reading.parsed, found.start - 1))) return false;
  return !/[,-]|['’]s /.test(rangeText(reading.parsed, tagged.start, tagged.end));
}

// "the Russian Security Council" is not the United Nations': a body of no country, with a nationality before it, is another body.
function ownedBody(
  reading: Reading,
  cast: Cast,
  found: Found<NameSense>,
  { actor }: NameSense,
): Actor | undefined {
  if (actor.kind !== "organisation" || actor.country !== undefined || found.start === 0) return undefined;
  const before = reading.nameAt(found.start - 1)?.senses.find((sense) => sense.reading === "adjective");
  const country = before?.actor.country;
  if (before === undefined || country === undefined) return undefined;
  const name = rangeText(reading.parsed, found.start - 1, found.end);
  return cast.keyed(`${country}:${actor.origin}`, () => ({
    kind: "organisation",
    name,
    nameWords: [],
    country,
    sectors: ["GOV"],
    roles: [],
    plural: false,
  }));
}

function isPossessor(reading: Reading, found: Found<NameSense>): boolean {
  return found.end < reading.parsed.tokenCount && /^['’]s?$/.test(textOf(reading.parsed, found.end));
}

function actorSense(reading: Reading, found: Found<NameSense>): NameSense | undefined {
  if (isPartOfOtherName(reading, found)) return undefined;
  return found.senses.find((sense) => {
    switch (sense.reading) {
      case "other":
      case "place":
        return false;
      case "capital":
      case "seat":
        return actsAsGovernment(reading, found);
      case "adjective":
        return !isBeforeDeterminer(reading, found);
      default:
        return true;
    }
  });
}

// "Polish the text": no adjective stands before an article.
function isBeforeDeterminer({ parsed }: Reading, { end }: Found<NameSense>): boolean {
  return /^(the|this|that|these|those|an?|your|my|our)$/.test(textOf(parsed, end));
}

// "Paris Hilton", "China Daily", "Northern Ireland": the name is only part of another name.
function isPartOfLongerName(reading: Reading, found: Found<NameSense>): boolean {
  const { parsed } = reading;
  const joins = (outer: number) => {
    if (outer < 0 || outer >= parsed.tokenCount) return false;
    if (parsed.columns.upos[outer] !== TAG.PROPN || !isCapitalised(parsed, outer)) return false;
    if (reading.nameAt(outer) !== undefined || reading.roleAt(outer) !== undefined) return false;
    if (parsed.sentenceOf(outer) !== parsed.sentenceOf(found.start)) return false;
    const isLinked = (from: number, to: number) =>
      headOf(parsed, from) === to && NAME_RELATIONS.has(relationOf(parsed, from));
    for (let token = found.start; token < found.end; token++) {
      if (isLinked(outer, token) || isLinked(token, outer)) return true;
      // Both parts of one name hung on the verb side by side: "Paris Hilton visited".
      if (
        headOf(parsed, token) === headOf(parsed, outer) &&
        relationOf(parsed, token) === relationOf(parsed, outer)
      )
        return true;
    }
    return false;
  };
  return joins(found.start - 1) || joins(found.end);
}

// "Eastern Ukraine", "Northern Ireland" are places; "South Korea" and the like are names of their own.
function isPartOfRegion(reading: Reading, found: Found<NameSense>): boolean {
  if (found.start === 0) return false;
  return /^(north|south|east|west|central)(east|west)?(ern)?$/i.test(textOf(reading.parsed, found.start - 1));
}

// "the United States-Mexico-Canada Agreement", "the Belfast/Good Friday Agreement"; not "Mexico signed the Agreement", "Canada's Agreement".
function isPartOfThing({ parsed, lexicon }: Reading, { end }: Found<NameSense>): boolean {
  const goesOn = (token: number) =>
    /^[-‐‑–/&]$/.test(textOf(parsed, token)) ||
    (isCapitalised(parsed, token) && parsed.columns.upos[token] !== TAG.VERB);
  for (let token = end; token < end + MOST_THING_WORDS && token < parsed.tokenCount; token++) {
    if (!goesOn(token) || parsed.sentenceOf(token) !== parsed.sentenceOf(end - 1)) return false;
    if (lexicon.thingWords.has(textOf(parsed, token).toLowerCase())) return true;
  }
  return false;
}

const MOST_THING_WORDS = 8;

// "Beijing said", "Washington's sanctions", "talks with Moscow"; not "met in Beijing", "flew to Moscow".
function actsAsGovernment({ parsed }: Reading, found: Found<NameSense>): boolean {
  for (let token = found.start; token < found.end; token++) {
    const first = firstOfList(parsed, token);
    if (relationOf(parsed, first) === "nsubj") return true;
    for (const child of parsed.childrenOf(first)) {
      if (relationOf(parsed, child) !== "case") continue;
      const text = textOf(parsed, child).toLowerCase();
      if (/^(['’]s?|with|between|against|by|toward|towards)$/.test(text)) return true;
    }
  }
  return false;
}

// "Moscow and Beijing had blocked it": a later one in the list acts as the first does.
function firstOfList(parsed: ParsedDocument, token: number): number {
  let first = token;
  while (relationOf(parsed, first) === "conj" && headOf(parsed, first) < first) first = headOf(parsed, first);
  return first;
}

/** The actor of the document that a lexicon entry stands for; a seat stands for its country. */
export function actorOf(cast: Cast, known: KnownActor): Actor {
  const key = known.kind === "country" ? `country:${known.country}` : known.origin;
  return cast.keyed(key, () => ({
    kind: known.kind,
    name: known.name,
    nameWords: [],
    ...(known.country === undefined ? {} : { country: known.country }),
    sectors: known.sectors,
    ...(known.code === undefined ? {} : { code: known.code }),
    ...(known.members === undefined ? {} : { members: known.members }),
    roles: [],
    plural: false,
  }));
}
