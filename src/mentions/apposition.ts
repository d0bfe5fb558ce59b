import type { Actor, Cast } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { isCoordinated } from "./affiliation.ts";
import type { MentionDraft } from "./mention-draft.ts";
import type { NameRun } from "./name-runs.ts";
import { countryOf, introduce } from "./people.ts";
import { deprelOf, headOf, type Reading, TAG, textOf } from "./reading.ts";
import type { RolePhrase } from "./role-phrase.ts";

/** People whom a role beside their name introduces, and the roles that are thereby theirs. */
export interface Apposed {
  readonly drafts: readonly MentionDraft[];
  readonly holders: ReadonlyMap<RolePhrase, Actor>;
}

/**
 * "Emmanuel Macron, the French president," / "the French president, Emmanuel Macron," / "Ibrahim Kalin, who is spokesman of …".
 * Not "In Los Angeles, the president said", nor "the president, Wang Yi and others" where the name goes on a list.
 */
export function apposedPeople(
  reading: Reading,
  phrases: readonly RolePhrase[],
  runs: readonly NameRun[],
  cast: Cast,
): Apposed {
  const drafts: MentionDraft[] = [];
  const holders = new Map<RolePhrase, Actor>();
  const phraseFrom = new Map(phrases.map((phrase) => [phrase.start, phrase]));
  // Of phrases that end together the first is the whole: "a spokesman for the Iranian foreign ministry".
  const phraseTo = new Map([...phrases].reverse().map((phrase) => [phrase.reach, phrase]));
  const apposables: readonly Apposable[] = [...titledRuns(phrases), ...runs];
  for (const run of apposables) {
    const after = roleAfter(reading, run, phraseFrom);
    const before = listGoesOn(reading, run, phraseFrom) ? undefined : roleBefore(reading, run, phraseTo);
    const phrase = after ?? before;
    if (phrase === undefined || holders.has(phrase)) continue;
    if (run.title !== undefined && isAnothers(phrase, run.title)) continue;
    const actor = introduce(reading, phrase, run.title?.name ?? [run.start, run.end], cast);
    holders.set(phrase, actor);
    const second = after === undefined ? undefined : coordinatedAfter(reading, after, phraseFrom);
    if (second !== undefined) {
      introduce(reading, second, run.title?.name ?? [run.start, run.end], cast);
      holders.set(second, actor);
    }
    if (run.title !== undefined) continue;
    const rule = `apposition ${(phrase.roles[0] as Role).origin}`;
    drafts.push({ tokens: [run.start, run.end], form: "name", actors: [actor], rule });
  }
  return { drafts, holders };
}

/** A name, or a name with a title before it, which is a mention already. */
interface Apposable extends NameRun {
  readonly title?: RolePhrase;
}

// "Mr. Demeke Mekonnen, Foreign Minister of Ethiopia", "Sheikh Tamim bin Hamad, Amir of the State of Qatar".
function titledRuns(phrases: readonly RolePhrase[]): Apposable[] {
  return phrases.flatMap((phrase) =>
    phrase.name === undefined || phrase.plural
      ? []
      : [{ start: phrase.start, end: phrase.end, title: phrase }],
  );
}

// "Foreign Minister Lavrov of Russia, the French president, and others": a list of people.
function isAnothers(phrase: RolePhrase, title: RolePhrase): boolean {
  const [own, other] = [countryOf(title), countryOf(phrase)];
  return own !== undefined && other !== undefined && own !== other;
}

function roleAfter(
  reading: Reading,
  run: Apposable,
  phraseFrom: ReadonlyMap<number, RolePhrase>,
): RolePhrase | undefined {
  const isPlace = run.title === undefined && isAfterPlacePreposition(reading, run.start);
  if (!isComma(reading, run.end) || isPlace) return undefined;
  const relative = afterWhoIs(reading, run.end + 1);
  const phrase = phraseFrom.get(relative ?? run.end + 1);
  if (phrase === undefined || !mayBeOnePerson(phrase)) return undefined;
  if (relative !== undefined) return phrase;
  return coordinatedAfter(reading, phrase, phraseFrom) !== undefined ||
    closes(reading, phrase.reach) ||
    goesOnToPerson(reading, phrase.reach) ||
    isAppositive(reading, phrase.roleToken, run.start, run.end)
    ? phrase
    : undefined;
}

// "Deputy Prime Minister and Foreign Minister of Ethiopia": both are the same person's.
function coordinatedAfter(
  reading: Reading,
  phrase: RolePhrase,
  phraseFrom: ReadonlyMap<number, RolePhrase>,
): RolePhrase | undefined {
  const next = phraseFrom.get(phrase.reach + 1);
  const isSame = next !== undefined && isCoordinated(reading, phrase, next) && mayBeOnePerson(next);
  return isSame ? next : undefined;
}

function roleBefore(
  reading: Reading,
  run: Apposable,
  phraseTo: ReadonlyMap<number, RolePhrase>,
): RolePhrase | undefined {
  if (!isComma(reading, run.start - 1)) return undefined;
  const phrase = phraseTo.get(run.start - 1);
  if (phrase === undefined || !mayBeOnePerson(phrase)) return undefined;
  const isInTree = Array.from({ length: run.end - run.start }, (_, i) => run.start + i).some((token) =>
    isAppositive(reading, token, phrase.start, phrase.reach),
  );
  return isInTree || (closes(reading, run.end) && run.end - run.start > 1) ? phrase : undefined;
}

function mayBeOnePerson(phrase: RolePhrase): boolean {
  return (
    phrase.name === undefined &&
    !phrase.plural &&
    (phrase.roles[0] as Role).kind === "person" &&
    (phrase.determiners.length > 0 || phrase.affiliations.length > 0 || (phrase.roles[0] as Role).isTitle)
  );
}

function isComma(reading: Reading, token: number): boolean {
  return token >= 0 && token < reading.parsed.tokenCount && textOf(reading.parsed, token) === ",";
}

function closes({ parsed }: Reading, token: number): boolean {
  if (token >= parsed.tokenCount || parsed.sentenceStart[parsed.sentenceOf(token)] === token) return true;
  return /^[,.;:)—]$/.test(textOf(parsed, token));
}

// "the President, Ms. Berg, Director Lund, and the mayors": three people.
function listGoesOn(reading: Reading, run: Apposable, phraseFrom: ReadonlyMap<number, RolePhrase>): boolean {
  if (run.title === undefined || !isComma(reading, run.end)) return false;
  return reading.taggedAt(run.end + 1)?.kind === "PER" || phraseFrom.get(run.end + 1)?.name !== undefined;
}

// "Ada Berg, Council Director and Ole Lund, Chair": a list of people.
function goesOnToPerson(reading: Reading, token: number): boolean {
  return textOf(reading.parsed, token) === "and" && reading.taggedAt(token + 1)?.kind === "PER";
}

function isAppositive(reading: Reading, token: number, start: number, end: number): boolean {
  const head = headOf(reading.parsed, token);
  return deprelOf(reading.parsed, token) === "appos" && head >= start && head < end;
}

function isAfterPlacePreposition(reading: Reading, start: number): boolean {
  return start > 0 && /^(in|at|near|from|outside)$/i.test(textOf(reading.parsed, start - 1));
}

/** The token after "who is", "who was", "who serves as". */
function afterWhoIs(reading: Reading, token: number): number | undefined {
  const { parsed } = reading;
  if (token + 2 >= parsed.tokenCount || textOf(parsed, token) !== "who") return undefined;
  const verb = parsed.columns.lemma[token + 1];
  if (verb === "be" && parsed.columns.upos[token + 1] === TAG.AUX) return token + 2;
  return verb === "serve" && textOf(parsed, token + 2) === "as" ? token + 3 : undefined;
}
