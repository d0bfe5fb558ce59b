import type { Actor, Cast } from "./actor.ts";
import type { Role } from "./actor-lexicon.ts";
import { isCoordinated } from "./affiliation.ts";
import type { MentionDraft } from "./mention-draft.ts";
import type { NameRun } from "./name-runs.ts";
import { introduce } from "./people.ts";
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
  for (const run of runs) {
    const after = roleAfter(reading, run, phraseFrom);
    const before = roleBefore(reading, run, phraseTo);
    const phrase = after ?? before;
    if (phrase === undefined || holders.has(phrase)) continue;
    const actor = introduce(reading, phrase, [run.start, run.end], cast);
    holders.set(phrase, actor);
    const rule = `apposition ${(phrase.roles[0] as Role).origin}`;
    drafts.push({ tokens: [run.start, run.end], form: "name", actors: [actor], rule });
  }
  return { drafts, holders };
}

function roleAfter(
  reading: Reading,
  run: NameRun,
  phraseFrom: ReadonlyMap<number, RolePhrase>,
): RolePhrase | undefined {
  if (!isComma(reading, run.end) || isAfterPlacePreposition(reading, run.start)) return undefined;
  const relative = afterWhoIs(reading, run.end + 1);
  const phrase = phraseFrom.get(relative ?? run.end + 1);
  if (phrase === undefined || !mayBeOnePerson(phrase)) return undefined;
  if (relative !== undefined) return phrase;
  const next = phraseFrom.get(phrase.reach + 1);
  const isDouble = next !== undefined && isCoordinated(reading, phrase, next) && mayBeOnePerson(next);
  return isDouble ||
    closes(reading, phrase.reach) ||
    isAppositive(reading, phrase.roleToken, run.start, run.end)
    ? phrase
    : undefined;
}

function roleBefore(
  reading: Reading,
  run: NameRun,
  phraseTo: ReadonlyMap<number, RolePhrase>,
): RolePhrase | undefined {
  if (!isComma(reading, run.start - 1)) return undefined;
  const phrase = phraseTo.get(run.start - 1);
  if (phrase === undefined || !mayBeOnePerson(phrase)) return undefined;
  const isInTree = Array.from({ length: run.end - run.start }, (_, i) => run.start + i).some((token) =>
    isAppositive(reading, token, phrase.start, phrase.reach),
  );
  return isInTree || (isComma(reading, run.end) && run.end - run.start > 1) ? phrase : undefined;
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
