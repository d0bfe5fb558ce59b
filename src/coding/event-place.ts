import type { Token } from "../language/parsed-document.ts";
import type { DocumentMentions } from "../mentions/mention.ts";
import type { PlaceMention } from "../mentions/places/place.ts";
import { members } from "./coordination.ts";
import type { Meaning } from "./meaning.ts";
import { patients } from "./objects.ts";
import { caseOf } from "./phrases.ts";
import type { CodedEvent } from "./records.ts";
import { agents } from "./subjects.ts";

/** Where an event happened, and the words that say so. */
export interface EventPlace {
  readonly place: PlaceMention;
  /** How the place stands to the event: "in", `object of "attacked"`, "there". */
  readonly relation: string;
}

/** The place of an event as a record. */
export function placeRecord({ place }: EventPlace): NonNullable<CodedEvent["place"]> {
  const { name, country, latitude, longitude, geonames, span } = place;
  return {
    name,
    ...(country !== undefined && { country }),
    ...(latitude !== undefined && { latitude }),
    ...(longitude !== undefined && { longitude }),
    ...(geonames !== undefined && { geonames }),
    span,
  };
}

/**
 * Where an event takes place: the place that hangs on its verb or noun, or on the clause that it is a part of. A country that
 * acts or is acted upon is no place, and neither is a capital that stands for its government.
 */
export function eventPlace(meaning: Meaning, mentions: DocumentMentions): EventPlace | undefined {
  const isPlace = placeTest(meaning, mentions);
  const around = ownWords(meaning).flatMap((node) => [
    ...locatives(node, isPlace),
    ...adverbials(node, mentions, isPlace),
    ...goals(node, meaning, isPlace),
    ...objects(node, meaning, isPlace),
    ...ofTheParties(node, meaning, isPlace),
  ]);
  if (around.length > 0) return narrowest(around);
  for (let node = meaning.anchor; sharesPlace(node) && node.head !== null; ) {
    node = node.head;
    const above = [...locatives(node, isPlace), ...adverbials(node, mentions, isPlace)];
    if (above.length > 0) return narrowest(above);
  }
  return undefined;
}

/** From what stands on one point to what is too wide for one. */
const NARROWEST_FIRST: readonly PlaceMention["kind"][] = [
  "site",
  "quarter",
  "town",
  "land",
  "water",
  "border",
  "division",
  "region",
  "country",
];

// "shelled the city of Aleppo in northern Syria": in Aleppo.
function narrowest(places: readonly EventPlace[]): EventPlace | undefined {
  const rank = (one: EventPlace) => NARROWEST_FIRST.indexOf(one.place.kind);
  return [...places].sort((a, b) => rank(a) - rank(b))[0];
}

/** The place that a token is part of, unless it is a country that is a party of the event; a visit takes place in the host's. */
type PlaceTest = (token: Token) => PlaceMention | undefined;

function placeTest(meaning: Meaning, mentions: DocumentMentions): PlaceTest {
  const parties = [...meaning.actors, ...meaning.recipients].map(({ entity }) => entity.span);
  return (token) => {
    const place = mentions.placeAt(token.index);
    if (place === undefined || place.kind !== "country" || isVisit(meaning)) return place;
    const isParty = parties.some(([start, end]) => start === place.span[0] && end === place.span[1]);
    return isParty ? undefined : place;
  };
}

/** The anchor, then the words of the frame, where no operator has made another kind of event of them. */
function ownWords({ anchor, steps, kind }: Meaning): Token[] {
  const frame = steps.at(-1);
  if (frame === undefined || frame.kind.type !== kind.type) return [anchor];
  return [anchor, ...frame.words.filter((word) => word !== anchor)];
}

/** Prepositions that say where something happens. */
const WHERE =
  /^(in|at|near|outside|inside|around|within|across|throughout|along|off|on|over|above|under|beside|next to|close to|north of|south of|east of|west of|outside of|inside of)$/;

// "met in Geneva", "fighting near the town of Bakhmut", "at a hospital in Aleppo", "a Baghdad protest".
function locatives(node: Token, isPlace: PlaceTest): EventPlace[] {
  return node.children.flatMap((child) => {
    const { relation } = child;
    if (relation === "compound" || child.deprel === "nmod:desc") {
      const place = node.upos === "NOUN" ? isPlace(child) : undefined;
      return place === undefined || place.kind === "country"
        ? []
        : [{ place, relation: `before "${node.text}"` }];
    }
    const preposition = caseOf(child);
    if (!["obl", "nmod", "advmod"].includes(relation) || !WHERE.test(preposition ?? "")) return [];
    const place = placeWithin(child, isPlace);
    return place === undefined || !fits(preposition, place, child, isPlace)
      ? []
      : [{ place, relation: preposition as string }];
  });
}

/** What one stands on; a town is only spoken of or attacked "on". */
const STOOD_ON: readonly PlaceMention["kind"][] = ["border", "water", "land", "site"];

// "on the border", "on the outskirts of Kherson" is where; "on Kherson", "over the attack on Kherson" is what it is about.
function fits(
  preposition: string | undefined,
  place: PlaceMention,
  head: Token,
  isPlace: PlaceTest,
): boolean {
  if (preposition === "over") return isPlace(head) === place;
  if (preposition !== "on") return true;
  return isPlace(head) === place ? STOOD_ON.includes(place.kind) : EDGES.test(head.lemma);
}

const EDGES =
  /^(outskirts?|border|edge|coast|shore|bank|side|island|street|road|square|site|territory|soil|ground|frontline|campus)$/;

/** The place in a phrase: "Aleppo" in "the outskirts of Aleppo", "a hospital in Aleppo", "the city, Aleppo". */
function placeWithin(head: Token, isPlace: PlaceTest): PlaceMention | undefined {
  const own = isPlace(head);
  if (own !== undefined) return own;
  for (const child of head.children) {
    if (!isPartOfPhrase(child)) continue;
    const place = placeWithin(child, isPlace);
    // "in Iran's interest", "outside the U.S. embassy": whose it is, not where.
    const isOwner =
      child.relation === "compound" || (child.relation === "nmod" && caseOf(child) === undefined);
    if (place !== undefined && !(place.kind === "country" && (isOwner || child.deprel === "nmod:poss")))
      return place;
  }
  return undefined;
}

function isPartOfPhrase(child: Token): boolean {
  const { relation, deprel } = child;
  if (["compound", "appos", "flat"].includes(relation) || deprel === "nmod:poss" || deprel === "nmod:desc")
    return true;
  const preposition = caseOf(child);
  return (
    relation === "nmod" && preposition !== undefined && (preposition === "of" || WHERE.test(preposition))
  );
}

/** Kinds of events that have a spot on the ground, and those whose goal is where they happen. */
const ON_THE_GROUND = new Set([
  "ASSAULT",
  "COERCE",
  "PROTEST",
  "MOBILIZE",
  "AID",
  "RETREAT",
  "CONSULT",
  "COOPERATE",
]);
const WITH_A_GOAL = new Set(["ASSAULT", "COERCE", "MOBILIZE", "AID"]);

const GOAL = /^(to|into|onto|toward|towards|against|on|at|for)$/;
const ORIGIN = /^(from|out of)$/;

function isVisit({ kind, steps }: Meaning): boolean {
  return kind.type === "CONSULT" && (steps.at(-1)?.kind.mode ?? kind.mode) === "visit";
}

// "a visit to Paris", "deployed troops to Belgorod", "an attack on Aleppo", "withdrew from Kherson".
function goals(node: Token, meaning: Meaning, isPlace: PlaceTest): EventPlace[] {
  const { type } = meaning.kind;
  const prepositions =
    type === "RETREAT" ? ORIGIN : isVisit(meaning) || WITH_A_GOAL.has(type) ? GOAL : undefined;
  if (prepositions === undefined) return [];
  return node.dependents("obl", "nmod").flatMap((child) => {
    const preposition = caseOf(child) ?? "";
    const place = prepositions.test(preposition) ? placeWithin(child, isPlace) : undefined;
    return place === undefined || (place.kind === "country" && !isVisit(meaning))
      ? []
      : [{ place, relation: preposition }];
  });
}

// "bombed Aleppo", "visited Paris", "seized the port of Mariupol", "Bakhmut was shelled", "the bombing of Aleppo".
function objects(node: Token, meaning: Meaning, isPlace: PlaceTest): EventPlace[] {
  const { type } = meaning.kind;
  if (!isVisit(meaning) && !["ASSAULT", "COERCE", "MOBILIZE", "RETREAT"].includes(type)) return [];
  const found =
    node.upos === "VERB" ? patients(node) : node.dependents("nmod").filter((child) => caseOf(child) === "of");
  return found.flatMap(members).flatMap((object) => {
    const place = placeWithin(object, isPlace);
    return place === undefined || (place.kind === "country" && !isVisit(meaning))
      ? []
      : [{ place, relation: `object of "${node.text}"` }];
  });
}

// "met voters in Paris", "police in Almaty arrested": where those are who take part.
function ofTheParties(node: Token, { kind }: Meaning, isPlace: PlaceTest): EventPlace[] {
  if (!ON_THE_GROUND.has(kind.type) || node.upos !== "VERB") return [];
  const parties = ["CONSULT", "COOPERATE"].includes(kind.type)
    ? patients(node)
    : [...patients(node), ...agents(node)];
  return parties.flatMap((party) => (party.upos === "NOUN" ? locatives(party, isPlace) : []));
}

/** Adverbs that stand for a place, and how. */
function adverbials(node: Token, mentions: DocumentMentions, isPlace: PlaceTest): EventPlace[] {
  const adverb = node.children.find(
    ({ relation, text }) => relation === "advmod" && /^(there|where)$/i.test(text),
  );
  if (adverb === undefined) return [];
  const relation = adverb.lowerText;
  const place = relation === "where" ? antecedent(node, isPlace) : lastPlaceBefore(adverb, mentions);
  return place === undefined ? [] : [{ place, relation }];
}

// "the summit in Geneva, where they met"; not "asked where they met".
function antecedent(clause: Token, isPlace: PlaceTest): PlaceMention | undefined {
  return clause.deprel === "acl:relcl" && clause.head !== null
    ? placeWithin(clause.head, isPlace)
    : undefined;
}

// "She flew to Baku. There she met": the last place named, in this sentence or the one before.
function lastPlaceBefore(there: Token, mentions: DocumentMentions): PlaceMention | undefined {
  const place = mentions.places.findLast(
    ({ tokens, kind }) => tokens[1] <= there.index && kind !== "country",
  );
  if (place === undefined) return undefined;
  const { document } = there;
  return document.sentenceOf(there.index) - document.sentenceOf(place.head) <= 1 ? place : undefined;
}

// A clause of its own ("said in Paris that …") has its own place; a participle, an infinitive's object or a coordinated verb
// without one has its governor's.
function sharesPlace(node: Token): boolean {
  if (node.relation === "advcl") return node.xpos === "VBG" || node.xpos === "VBN";
  return ["xcomp", "conj", "obj", "obl", "nmod"].includes(node.relation);
}
