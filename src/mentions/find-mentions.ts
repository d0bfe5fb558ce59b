import type { Document } from "../document/document.ts";
import type { ParsedDocument } from "../language/parsed-document.ts";
import { withAbbreviationsMeant } from "./abbreviations.ts";
import { aboutOf } from "./about.ts";
import { type Actor, Cast, entityOf } from "./actor.ts";
import type { ActorLexicon, PronounKind } from "./actor-lexicon.ts";
import { namedActors, seatsOfGovernment } from "./actor-names.ts";
import { sharedAffiliations } from "./affiliation.ts";
import { apposedPeople } from "./apposition.ts";
import { claimByPair } from "./bilateral.ts";
import { isCounterpart, resolveCounterpart } from "./counterparts.ts";
import { Discourse } from "./discourse.ts";
import { claimDomestic, domesticOf } from "./domestic.ts";
import { quotationSpokenBy, resolveFirstPerson } from "./first-person.ts";
import { withHalfNames } from "./half-names.ts";
import { claimHomePeople, claimTitleOwner, homeOf } from "./home.ts";
import { jointVoice } from "./joint-voice.ts";
import {
  completeFromDictionary,
  completeOfficeHolders,
  dictionaryPeople,
  untitledOfficeHolders,
} from "./known-people.ts";
import { leaders } from "./leaders.ts";
import { claimListedPeople, peopleLists } from "./listed-people.ts";
import type { DocumentMentions, Mention, TimeMention } from "./mention.ts";
import type { MentionDraft } from "./mention-draft.ts";
import { nameRuns } from "./name-runs.ts";
import { resolveNominal, sideInModifier } from "./nominals.ts";
import { bodyOf } from "./own-body.ts";
import { claimForeignPeople, claimOwnPeople, ownVoice } from "./own-voice.ts";
import { titledPeople } from "./people.ts";
import { peoplesOf } from "./peoples.ts";
import { findPlaces } from "./places/find-places.ts";
import { namesOfOthers } from "./places/names-of-others.ts";
import type { PlaceMention } from "./places/place.ts";
import { postings } from "./postings.ts";
import { resolvePronoun } from "./pronouns.ts";
import { headOfRange, type Reading, rangeText, readDocument, relationOf, TAG } from "./reading.ts";
import { type RolePhrase, rolePhrases } from "./role-phrase.ts";
import type { Scene } from "./scene.ts";
import { shortNames } from "./short-names.ts";
import { claimPeopleOfStory } from "./story.ts";
import { taggedBodies } from "./tagged-bodies.ts";
import { findTimes } from "./times.ts";
import { readTitle } from "./title.ts";
import { turnsOf } from "./turns.ts";
import { peopleOfOneName, tellGenders, untitledPeople } from "./untitled-people.ts";
import { claimVisitedPeople } from "./visited-people.ts";

export { type ActorLexicon, loadActorLexicon } from "./actor-lexicon.ts";

/** Finds and resolves every actor and time of a parsed document. The stages stand here in their order. */
export function findMentions(
  document: Document,
  parsed: ParsedDocument,
  lexicon: ActorLexicon,
): DocumentMentions {
  const written = withHalfNames(readDocument(document, parsed, lexicon));
  const publisher = ownVoice(written);
  const reading = withAbbreviationsMeant(written, publisher);
  const cast = new Cast();
  const taken = new Uint8Array(parsed.tokenCount);
  const isTaken = (token: number) => taken[token] === 1;
  const drafts: MentionDraft[] = [];
  const take = (found: readonly MentionDraft[]) => {
    for (const draft of found) {
      taken.fill(1, ...draft.tokens);
      drafts.push(draft);
    }
  };
  const phrases = sharedAffiliations(reading, rolePhrases(reading));
  for (const phrase of phrases) taken.fill(1, phrase.start, phrase.end);
  take(titledPeople(reading, phrases, cast));
  const runs = nameRuns(reading, isTaken);
  const { drafts: apposed, holders } = apposedPeople(reading, phrases, runs, cast);
  take(apposed);
  completeFromDictionary(reading, cast);
  completeOfficeHolders(reading, cast);
  if (publisher !== undefined) claimOwnPeople(reading, cast, publisher);
  claimListedPeople(reading, peopleLists(reading, drafts, holders), publisher);
  if (publisher !== undefined) claimVisitedPeople(reading, drafts, publisher);
  if (publisher !== undefined) claimForeignPeople(reading, cast, publisher);
  claimByPair(reading, cast);
  take(namedActors(reading, cast, isTaken));
  take(dictionaryPeople(reading, cast, runs, isTaken));
  take(untitledOfficeHolders(reading, cast, runs, isTaken));
  take(untitledPeople(reading, cast, runs, isTaken));
  take(shortNames(reading, cast, runs, isTaken));
  take(peopleOfOneName(reading, cast, isTaken));
  take(taggedBodies(reading, cast, isTaken));
  tellGenders(reading, cast);
  const discourse = new Discourse(parsed, drafts);
  const title = readTitle(reading, cast);
  if (publisher !== undefined) claimTitleOwner(title, publisher);
  const home = homeOf(reading, title, publisher);
  if (home !== undefined && publisher !== undefined) claimHomePeople(cast, home);
  else if (home !== undefined) claimPeopleOfStory(cast, home);
  const domestic = domesticOf(reading, title, home, publisher);
  if (domestic !== undefined) claimDomestic(reading, cast, domestic);
  const joint = jointVoice(reading, title, discourse, cast, publisher);
  const scene: Scene = {
    reading,
    discourse,
    cast,
    publisher,
    body: publisher === undefined ? bodyOf(reading) : undefined,
    title,
    home,
    domestic,
    about: joint === undefined ? aboutOf(reading, title, publisher) : undefined,
    joint,
    turns: turnsOf(parsed, (start, end) =>
      drafts.some(({ tokens }) => tokens[0] === start && tokens[1] === end),
    ),
  };
  const sides: MentionDraft[] = [];
  for (const anaphor of anaphorsOf(reading, phrases, holders)) {
    const draft = resolved(scene, anaphor);
    const side =
      draft === undefined && "phrase" in anaphor ? sideInModifier(scene, anaphor.phrase) : undefined;
    if (side !== undefined) sides.push(side);
    if (draft === undefined) continue;
    discourse.add(draft);
    drafts.push(draft);
  }
  drafts.push(...postings(reading, cast, phrases));
  const seats = [...seatsOfGovernment(reading, cast, isTaken), ...leaders(reading, cast, isTaken)];
  const times = findTimes(reading, lexicon.times);
  const isOtherName = namesOfOthers(reading, drafts, times);
  const isSurname = (word: string) => cast.withNameWords([word]).length > 0;
  const places = findPlaces(reading, lexicon.places, isOtherName, isSurname);
  return finished(reading, {
    drafts,
    seats,
    sides,
    peoples: peoplesOf(cast, places),
    times,
    places,
    isOfficial: publisher !== undefined,
  });
}

/** What is resolved by what stands around it. */
type Anaphor =
  | { readonly token: number; readonly phrase: RolePhrase; readonly holder: Actor | undefined }
  | { readonly token: number; readonly pronoun: PronounKind };

/** Roles without a name, and pronouns, in the order in which they are read: the text's, but speakers before what they are quoted with. */
function anaphorsOf(
  reading: Reading,
  phrases: readonly RolePhrase[],
  holders: ReadonlyMap<RolePhrase, Actor>,
): Anaphor[] {
  const anaphors: Anaphor[] = phrases
    .filter((phrase) => phrase.name === undefined || isCounterpart(phrase))
    .map((phrase) => ({ token: phrase.start, phrase, holder: holders.get(phrase) }));
  const { parsed, lexicon, words } = reading;
  for (let token = 0; token < parsed.tokenCount; token++) {
    const upos = parsed.columns.upos[token];
    if (
      upos !== TAG.PRON &&
      !(relationOf(parsed, token) === "nsubj" && (upos === TAG.NUM || upos === TAG.DET || upos === TAG.CCONJ))
    )
      continue;
    const pronoun = lexicon.pronouns.get(words.lower[words.firstWord[token] as number] ?? "");
    if (pronoun !== undefined) anaphors.push({ token, pronoun });
  }
  const { quotations, isInside } = reading.quotes;
  if (quotations.length === 0) return anaphors.sort((a, b) => a.token - b.token);
  const placed = anaphors.map((anaphor) => {
    const { token } = anaphor;
    const head = "phrase" in anaphor ? headOfRange(parsed, token, anaphor.phrase.end) : token;
    const quoted = isInside(token) ? undefined : quotationSpokenBy(reading, token, head);
    return { anaphor, place: quoted === undefined ? token : quoted.start - 1 };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ anaphor }) => anaphor);
}

function resolved(scene: Scene, anaphor: Anaphor): MentionDraft | undefined {
  if ("phrase" in anaphor) {
    const { phrase, holder } = anaphor;
    return isCounterpart(phrase)
      ? resolveCounterpart(scene, phrase, holder)
      : resolveNominal(scene, phrase, holder);
  }
  return anaphor.pronoun === "we" || anaphor.pronoun === "I"
    ? resolveFirstPerson(scene, anaphor.token, anaphor.pronoun)
    : resolvePronoun(scene.discourse, anaphor.token, anaphor.pronoun);
}

interface Findings {
  readonly drafts: readonly MentionDraft[];
  readonly seats: readonly MentionDraft[];
  readonly sides: readonly MentionDraft[];
  readonly peoples: readonly MentionDraft[];
  readonly times: readonly TimeMention[];
  readonly places: readonly PlaceMention[];
  readonly isOfficial: boolean;
}

function finished(
  reading: Reading,
  { drafts, seats, sides, peoples, times, places, isOfficial }: Findings,
): DocumentMentions {
  const actors = drafts
    .map((draft) => mentionOf(reading, draft))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const actorByToken = tokenIndex(reading, actors);
  const seatByToken = tokenIndex(
    reading,
    seats.map((draft) => mentionOf(reading, draft)),
  );
  const sideByToken = tokenIndex(
    reading,
    sides.map((draft) => mentionOf(reading, draft)),
  );
  const peopleByToken = tokenIndex(
    reading,
    peoples.map((draft) => mentionOf(reading, draft)),
  );
  const timeByToken = new Map(times.map((time) => [time.head, time]));
  const inTime = new Uint8Array(reading.parsed.tokenCount);
  for (const { tokens } of times) inTime.fill(1, ...tokens);
  const placeByToken = new Map(
    places.flatMap((place) =>
      Array.from({ length: place.tokens[1] - place.tokens[0] }, (_, i) => [place.tokens[0] + i, place]),
    ),
  );
  return {
    actors,
    times,
    places,
    isOfficial,
    actorAt: (token) => actorByToken.get(token),
    seatAt: (token) => seatByToken.get(token),
    timeAt: (token) => timeByToken.get(token),
    isInTime: (token) => inTime[token] === 1,
    sideAt: (token) => sideByToken.get(token),
    peopleAt: (token) => peopleByToken.get(token),
    placeAt: (token) => placeByToken.get(token),
  };
}

function mentionOf(reading: Reading, draft: MentionDraft): Mention {
  const { parsed, lexicon } = reading;
  const [start, end] = draft.tokens;
  const span = [parsed.columns.start[start] as number, parsed.columns.end[end - 1] as number] as const;
  const text = rangeText(parsed, start, end);
  return {
    head: headOfRange(parsed, start, end),
    tokens: draft.tokens,
    span,
    form: draft.form,
    ...(draft.form === "name" ? { name: draft.name ?? draft.tokens } : {}),
    entities: draft.actors.map((actor) =>
      entityOf(actor, { text, span, as: draft.as, via: draft.via, tellsMembers: lexicon.tellsMembers }),
    ),
    chains: draft.actors.map((actor) => actor.chain),
    rule: draft.rule,
  };
}

/**
 * Mentions by head; then, so that a look-up does not fail where a title is coordinated or misparsed, by every noun
 * inside them that no smaller mention holds.
 */
function tokenIndex(reading: Reading, mentions: readonly Mention[]): Map<number, Mention> {
  const { upos } = reading.parsed.columns;
  const byToken = new Map<number, Mention>();
  const smallestFirst = [...mentions].sort((a, b) => a.tokens[1] - a.tokens[0] - (b.tokens[1] - b.tokens[0]));
  for (const mention of smallestFirst) {
    if (!byToken.has(mention.head)) byToken.set(mention.head, mention);
  }
  for (const mention of smallestFirst) {
    for (let token = mention.tokens[0]; token < mention.tokens[1]; token++) {
      const isNoun = upos[token] === TAG.NOUN || upos[token] === TAG.PROPN;
      if (isNoun && !byToken.has(token)) byToken.set(token, mention);
    }
  }
  return byToken;
}
