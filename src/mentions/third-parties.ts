import type { Actor } from "./actor.ts";
import type { KnownActor, Role } from "./actor-lexicon.ts";
import { actorOf } from "./actor-names.ts";
import { type Reading, relationOf, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";

/** The sides of which others speak: those who are meant, as far as the text says it. */
export interface ThirdParties {
  /** Named together before: "talks between Serbia and Kosovo … urged both sides". */
  readonly sides?: readonly Actor[];
  /** The one country that all of them are of: "all parties" in a text about Afghanistan. */
  readonly country?: string;
}

/**
 * The sides of a conflict or of talks that others speak about: "Norway urged the parties to talk", "met with both sides". They are not
 * Norway and somebody else.
 *
 * @returns undefined where the phrase means no sides, or where those who speak are sides themselves: "Both sides agreed"
 */
export function thirdParties(scene: Scene, phrase: RolePhrase): ThirdParties | undefined {
  const role = phrase.roles[0] as Role;
  if (!phrase.plural || phrase.affiliations.length > 0 || !/^(party|side)$/.test(role.name)) return undefined;
  if (!/^(the|both|all)$/.test(phrase.determiners[0] ?? "")) return undefined;
  if (isOfTreaty(scene.reading, phrase)) return undefined;
  const acting = actingOn(scene, phrase);
  const isAll =
    phrase.determiners[0] === "all" && relationOf(scene.reading.parsed, phrase.roleToken) !== "nsubj";
  if (acting.length === 0 && !isAll) return undefined;
  const sides = sidesNamed(scene, phrase, acting) ?? sidesTold(scene, phrase, acting);
  if (sides !== undefined) return { sides };
  const relation = relationOf(scene.reading.parsed, phrase.roleToken);
  const isParties = role.name === "party" && (relation !== "nsubj" || !areSeveral(acting));
  if (!isParties && !/^(i?obj|obl)$/.test(relation)) return undefined;
  const near = scene.publisher === undefined ? placeOfStory(scene) : foreignNear(scene, phrase, acting);
  if (near.length === 2 && !isAll) return { sides: near };
  const own = phrase.determiners[0] === "both" && near.length === 1 ? ownSide(scene, acting) : undefined;
  if (own !== undefined) return { sides: [own, ...near] };
  const [only] = near.length === 1 && relation !== "nsubj" ? near : [];
  return only?.country === undefined ? {} : { country: only.country };
}

// "parties to the Treaty": those who have signed it.
function isOfTreaty({ parsed }: Reading, { end }: RolePhrase): boolean {
  const noun = textOf(parsed, end + 1) === "the" ? end + 2 : end + 1;
  return textOf(parsed, end) === "to" && /^\p{Lu}/u.test(textOf(parsed, noun));
}

// All for whom the clause around the phrase, or the nearest one that has somebody as its subject, is told.
function actingOn({ discourse }: Scene, phrase: RolePhrase): Actor[] {
  for (const subject of discourse.clauseSubjects(phrase.roleToken)) {
    if (subject.draft.tokens[0] < phrase.start) return discourse.coordinated(subject);
  }
  return [];
}

const sideOf = ({ country, code, name }: Actor) => country ?? code ?? name;

function areSeveral(actors: readonly Actor[]): boolean {
  return new Set(actors.map(sideOf)).size > 1;
}

// "talks between Serbia and Kosovo", "leaders of the Islamic Republic and the Taliban"; nobody where they who speak are among them.
function sidesNamed(
  scene: Scene,
  phrase: RolePhrase,
  acting: readonly Actor[],
): readonly Actor[] | undefined {
  const own = new Set([...acting, ...(scene.joint ?? [])].map(sideOf));
  const named = before(scene, phrase);
  for (let last = named.length - 1; last > 0; last--) {
    let first = last;
    while (first > 0 && areJoined(scene.reading, named[first - 1] as Named, named[first] as Named)) first--;
    if (first === last || !canBeSides(scene.reading, named[first] as Named)) continue;
    const sides = new Set(named.slice(first, last + 1).map(({ actor }) => actorOf(scene.cast, actor)));
    return sides.size < 2 || [...sides].some((actor) => own.has(sideOf(actor))) ? undefined : [...sides];
  }
  return undefined;
}

// "Chad and the rebels signed a truce. … Norway praised both sides": the two that one sentence has told of together.
function sidesTold(
  { discourse, reading: { parsed } }: Scene,
  phrase: RolePhrase,
  acting: readonly Actor[],
): readonly Actor[] | undefined {
  // "the parties" may be more than those two.
  if (!/^(both|the two)$/.test(phrase.determiners.join(" "))) return undefined;
  const own = new Set(acting.map(sideOf));
  const sentence = parsed.sentenceOf(phrase.start);
  for (let back = sentence - 1; back >= Math.max(0, sentence - SENTENCES_BACK); back--) {
    for (const told of discourse.inSentence(back)) {
      if (relationOf(parsed, told.head) !== "nsubj") continue;
      const sides = [...new Set(discourse.coordinated(told))];
      // A government and its rebels are of one country.
      const isPair = sides.length === 2 && sides.every(isSide);
      if (isPair && !sides.some((side) => own.has(sideOf(side)))) return sides;
    }
  }
  return undefined;
}

// A government, a country or an armed group; not two ministers of whom a readout tells.
function isSide({ kind, country, code }: Actor): boolean {
  return kind !== "person" && (country ?? code) !== undefined;
}

// "India's accusations against us … Norway urged both sides": what others say, in a government's own text, of it and another.
function ownSide({ publisher, reading, cast }: Scene, acting: readonly Actor[]): Actor | undefined {
  const country = reading.lexicon.countries.get(publisher?.country ?? "");
  const isActing = acting.some((actor) => actor.country === country?.country);
  return country === undefined || isActing ? undefined : actorOf(cast, country);
}

function areJoined({ parsed }: Reading, one: Named, two: Named): boolean {
  const { text, columns } = parsed;
  const between = text.slice(columns.end[one.end - 1], columns.start[two.start]);
  return two.start > one.end - 1 && /^(,? and|,)( the)? $/.test(between);
}

// "between Serbia and Kosovo", "leaders of Serbia and Kosovo"; not "thanked Qatar and Norway", "fighting in Sudan and Chad".
function canBeSides({ parsed, roleAt }: Reading, { start }: Named): boolean {
  const first = parsed.sentenceStart[parsed.sentenceOf(start)] as number;
  for (let token = start - 1; token >= Math.max(first, start - MOST_WORDS_BETWEEN); token--) {
    if (/^between$/i.test(textOf(parsed, token))) return true;
  }
  const of = textOf(parsed, start - 1) === "the" ? start - 2 : start - 1;
  return (
    /^(of|from)$/.test(textOf(parsed, of)) && roleAt(of - 1)?.senses.some(({ plural }) => plural) === true
  );
}

const MOST_WORDS_BETWEEN = 6;

// The countries besides their own that those who speak of the sides name right before, else those that the title names.
function foreignNear(scene: Scene, phrase: RolePhrase, acting: readonly Actor[]): readonly Actor[] {
  const { lexicon } = scene.reading;
  const own = new Set([...acting, ...(scene.joint ?? [])].map(({ country }) => country));
  own.add(scene.publisher?.country);
  const foreign = (actors: readonly Pick<Actor, "country">[]) =>
    [...new Set(actors.flatMap(({ country }) => (own.has(country) ? [] : (country ?? []))))].flatMap(
      (code) => lexicon.countries.get(code) ?? [],
    );
  const named = before(scene, phrase);
  const all = foreign(named.map(({ actor }) => actor));
  // "We thank Qatar for bringing the parties together": of several, who is named beside them is none.
  const opening = scene.reading.parsed.sentenceStart[scene.reading.parsed.sentenceOf(phrase.start)] as number;
  const earlier = named.filter(({ start }) => start < opening);
  const near = all.length > 1 ? foreign(earlier.map(({ actor }) => actor)) : all;
  const told = near.length > 0 ? near : foreign(scene.title.actors.map(({ actor }) => actor));
  return told.map((country) => actorOf(scene.cast, country));
}

// A wire story names many beside those who fight: only where it plays says whose they are.
function placeOfStory({ reading, cast, home }: Scene): readonly Actor[] {
  const country = reading.lexicon.countries.get(home ?? "");
  return country === undefined ? [] : [actorOf(cast, country)];
}

const SENTENCES_BACK = 4;

interface Named {
  readonly start: number;
  readonly end: number;
  readonly actor: KnownActor;
}

// Countries and organisations named in the sentences before, in text order; in a transcript back to the question that is answered.
function before({ reading: { names, parsed }, turns }: Scene, { start }: RolePhrase): Named[] {
  const turn = turns.findIndex(({ tokens }) => tokens[0] <= start && start < tokens[1]);
  const opening = turns[turns[turn - 1]?.part === "questioner" ? turn - 1 : turn]?.tokens[0] ?? 0;
  const sentence = Math.max(0, parsed.sentenceOf(start) - SENTENCES_BACK);
  const first = Math.max(opening, parsed.sentenceStart[sentence] as number);
  return names.flatMap((name) => {
    const sense = name.senses.find(({ reading }) => /^(name|adjective|people)$/.test(reading));
    const isBefore = name.start >= first && name.end <= start;
    return isBefore && sense !== undefined && sense.actor.kind !== "person"
      ? [{ start: name.start, end: name.end, actor: sense.actor }]
      : [];
  });
}
