import type { ParsedDocument } from "../language/parsed-document.ts";
import type { Actor, Cast } from "./actor.ts";
import { actorOf } from "./actor-names.ts";
import type { Discourse } from "./discourse.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { namedActor } from "./name-senses.ts";
import type { Publisher } from "./publishers.ts";
import { headOf, type Reading, relationOf, textOf } from "./reading.ts";
import type { Title, TitleActor } from "./title.ts";

/** What a text must be called to be several parties' word, where several are named before it or "joint" is. */
const STATEMENT = /^(statement|communique|declaration|readout|release|charter|vision)$/;
const JOINT = /^(joint|trilateral|quadrilateral|common)$/;

/** A title with such a word says who met, and not in whose name it is written, unless it is called joint. */
const ENCOUNTER = /^(readout|meetings?|calls?|visits?|travels?|trips?|conversations?|participation|remarks)$/;

/** Words behind which a title tells what the statement is about. */
const TOPIC = /^(on|to|at|regarding|concerning|welcoming|announcing|marking)$/;

/** Of these in a title, the gerund leads to no topic. */
const NO_TOPIC = /^(following|meeting|briefing|regarding)$/;

/**
 * The parties in whose name a joint text is written: "Joint Statement of Chad and Niger", "G7 Foreign Ministers' Statement", "We, the
 * leaders of France and Italy, …". Those that the title names before its topic, else those that the text's opening lists.
 *
 * @returns undefined where the text is one government's own or nobody's; none where it is joint but does not say whose
 */
export function jointVoice(
  reading: Reading,
  title: Title,
  discourse: Discourse,
  cast: Cast,
  publisher: Publisher | undefined,
): readonly Actor[] | undefined {
  const lower = title.words.map((word) => word.toLowerCase());
  const statement = lower.findIndex((word) => STATEMENT.test(word));
  const isCalledJoint =
    statement >= 0 && lower.some((word) => JOINT.test(word)) && !lower.includes("availability");
  const sidesOf = (actors: readonly Actor[]) => sides(reading, cast, actors);
  const isNamedJoint = isCalledJoint || (statement >= 0 && !lower.some((word) => ENCOUNTER.test(word)));
  const named = isNamedJoint ? sidesOf(beforeTopic(title, lower, statement).map(({ actor }) => actor)) : [];
  const isGrouping = named.some(({ members }) => members !== undefined);
  if (named.length > 1 || isGrouping)
    return isGrouping && named.length === 1 ? named : withOwn(named, reading, cast, publisher);
  const listed = sidesOf(listedInOpening(reading, discourse, cast));
  if (listed.length > 1) return listed;
  if (!isCalledJoint) return undefined;
  const paired = sidesOf(pairedIn(title, lower));
  if (paired.length > 1) return paired;
  // Two ministries of one government speak together.
  if (named.length === 1 && named[0]?.country === publisher?.country) return undefined;
  if (named.length === 1) return withOwn(named, reading, cast, publisher);
  const opening = sidesOf(
    discourse.inSentence(0).flatMap(({ draft }) => (draft.form === "name" ? draft.actors : [])),
  );
  const isOwn = publisher === undefined || opening.some(({ country }) => country === publisher.country);
  return opening.length === 2 && isOwn ? opening : [];
}

/** Actors and, unless it is one of them or of their members, the publisher's country before them: it is a party of what its text tells. */
export function withOwn(
  named: readonly Actor[],
  { lexicon }: Reading,
  cast: Cast,
  publisher: Publisher | undefined,
): readonly Actor[] {
  const own = publisher === undefined ? undefined : lexicon.countries.get(publisher.country);
  if (
    own === undefined ||
    named.some((actor) => actor.country === own.country || actor.members?.includes(own.country ?? ""))
  )
    return named;
  return [actorOf(cast, own), ...named];
}

/** Countries and organisations, each once; of a person the country. */
function sides({ lexicon }: Reading, cast: Cast, actors: readonly Actor[]): Actor[] {
  const found = new Set<Actor>();
  for (const actor of actors) {
    const country = actor.country === undefined ? undefined : lexicon.countries.get(actor.country);
    if (country !== undefined) found.add(actorOf(cast, country));
    else if (actor.country !== undefined || actor.code !== undefined) found.add(actor);
  }
  // "the President of the European Commission", "the European Union": one side by two bodies.
  const all = [...found];
  return all.filter(
    (actor, i) =>
      actor.country === undefined || all.findIndex((other) => other.country === actor.country) === i,
  );
}

function beforeTopic({ actors }: Title, lower: readonly string[], statement: number): readonly TitleActor[] {
  const topic = lower.findIndex(
    (word, i) => i > statement && (TOPIC.test(word) || (/ing$/.test(word) && !NO_TOPIC.test(word))),
  );
  return topic < 0 ? actors : actors.filter(({ start }) => start < topic);
}

// "on the Chad-Niger partnership", "on the alliance between Chad and Niger".
function pairedIn({ actors }: Title, lower: readonly string[]): Actor[] {
  return actors.flatMap(({ actor, end }, i) => {
    const next = actors[i + 1];
    if (next === undefined) return [];
    const between = lower.slice(end, next.start).filter((word) => word !== "the");
    const isPair =
      between.length === 0 || (between.join() === "and" && lower.slice(0, end).includes("between"));
    return isPair ? [actor, next.actor] : [];
  });
}

const OPENING_SENTENCES = 8;

/** "We, the leaders of France and Italy, …", "The following statement was released by the governments of France and Italy". */
function listedInOpening(reading: Reading, discourse: Discourse, cast: Cast): Actor[] {
  const { parsed } = reading;
  for (let sentence = 0; sentence < Math.min(OPENING_SENTENCES, parsed.sentenceCount); sentence++) {
    const [start, end] = parsed.sentence(sentence).tokenRange;
    for (let token = start; token < end; token++) {
      const range = rangeOfList(reading, token, end);
      if (range === undefined) continue;
      const drafts = discourse.inSentence(sentence).map(({ draft }) => draft);
      const listed = drafts.filter((draft) => isWithin(draft, range)).flatMap(({ actors }) => actors);
      return [...listed, ...belongings(reading, cast, range)];
    }
  }
  return [];
}

function nextDash(parsed: ParsedDocument, from: number, end: number): number {
  for (let token = from; token < end; token++) if (/^([–—]|--)$/.test(textOf(parsed, token))) return token;
  return end;
}

// "the presidents of France and Italy": no mention as yet is theirs.
function belongings({ names }: Reading, cast: Cast, [start, end]: readonly [number, number]): Actor[] {
  const inside = names.filter((name) => name.start >= start && name.end <= end);
  return inside.flatMap((name) => {
    const actor = namedActor(name);
    return actor === undefined ? [] : [actorOf(cast, actor)];
  });
}

function isWithin({ tokens }: MentionDraft, [start, end]: readonly [number, number]): boolean {
  return tokens[0] >= start && tokens[1] <= end;
}

function rangeOfList(
  { parsed, quotes }: Reading,
  token: number,
  end: number,
): readonly [number, number] | undefined {
  const text = textOf(parsed, token).toLowerCase();
  const next = textOf(parsed, token + 1);
  if (text === "we" && !quotes.isInside(token) && /^([,–—-]|--|the)$/i.test(next)) {
    // "Today, we — Oslo and Rome — condemn the attack".
    if (/^([–—-]|--)$/.test(next)) return [token, nextDash(parsed, token + 2, end)];
    const verb = headOf(parsed, token);
    return [token, relationOf(parsed, token) === "nsubj" && verb > token + 2 ? verb : end];
  }
  const isIssued = /^(released|issued|signed|adopted|made)$/.test(text) && next.toLowerCase() === "by";
  return isIssued ? [token, end] : undefined;
}
