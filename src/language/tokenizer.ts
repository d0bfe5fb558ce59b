import type { Abbreviations } from "./abbreviations.ts";
import { CharacterKind, characterKind, isLetter, isSpace } from "./characters.ts";
import { FeatureBuffer, pair } from "./feature-hash.ts";
import type { LinearScorer } from "./linear-scorer.ts";

/** Token boundaries as columns: one entry a token, offsets in UTF-16 units. */
export interface TokenSpans {
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** 1 where the token is written in one word with the token before it. */
  readonly joined: Uint8Array;
}

/** What happens between two characters of a stretch without white space. */
export const Cut = { none: 0, token: 1, joined: 2 } as const;

/**
 * Where words that are written without a break may be cut: "cannot" after 3 letters, any word in "n't" or "'s" before that ending.
 * Keys are lower case with straight apostrophes.
 */
export interface WordCuts {
  readonly whole: ReadonlyMap<string, readonly number[]>;
  readonly endings: ReadonlySet<string>;
}

/** Addresses: nothing inside them is cut. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"“”]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu;
const ADDRESS_SIGN = /@|:\/\/|www\./i;
const LONGEST_ADDRESS = 2000;
/** Closes the sentence rather than the address. */
const AFTER_ADDRESS = /[.,;:!?'’)\]}*_-]+$/;

/** Turns text into tokens: proposes cuts by kinds of characters and known contractions, and lets a classifier choose. */
export class Tokenizer {
  readonly #scorer: LinearScorer;
  readonly #cuts: WordCuts;
  readonly #abbreviations: Abbreviations;
  readonly #features = new FeatureBuffer(CUT_FEATURES);

  constructor(scorer: LinearScorer, cuts: WordCuts, abbreviations: Abbreviations) {
    this.#scorer = scorer;
    this.#cuts = cuts;
    this.#abbreviations = abbreviations;
  }

  tokenize(text: string): TokenSpans {
    const starts: number[] = [];
    const ends: number[] = [];
    const joined: number[] = [];
    for (const [start, end] of chunksOf(text)) {
      let tokenStart = start;
      let previousCut: number = Cut.token;
      let isJoined = 0;
      for (const position of possibleCuts(text, start, end, this.#cuts)) {
        let cut = previousCut;
        if (!isBehindLink(text, start, end, position)) {
          const place = { start, end, tokenStart, position, previousCut };
          cutFeatures(this.#features, text, place, this.#abbreviations);
          cut = trueCut(text, tokenStart, end, position, bestCut(this.#scorer, this.#features));
        }
        previousCut = cut;
        if (cut === Cut.none) continue;
        starts.push(tokenStart);
        ends.push(position);
        joined.push(isJoined);
        tokenStart = position;
        isJoined = cut === Cut.joined ? 1 : 0;
      }
      starts.push(tokenStart);
      ends.push(end);
      joined.push(isJoined);
    }
    return { start: Uint32Array.from(starts), end: Uint32Array.from(ends), joined: Uint8Array.from(joined) };
  }
}

/**
 * Whether a position is the one behind a hyphen, dash or slash inside a word or number ("two-state", "U.S.-led"): such a sign is cut off on both
 * sides or on neither, so what was decided before it holds behind it.
 */
export function isBehindLink(text: string, start: number, end: number, position: number): boolean {
  if (position - 2 < start || position >= end || !/[-‐‑–/]/.test(text[position - 1] as string)) return false;
  const before = text.charCodeAt(position - 2);
  return (isWordLike(before) || before === FULL_STOP) && isWordLike(text.charCodeAt(position));
}

/**
 * What the classifier decided, put right where English leaves no doubt: "Monday's" has its "'s" cut off whatever the word before, "Its army"
 * at the head of a text is not "It's" misspelt, and "Workers" are several, not somebody's: a bare "s" is cut off pronouns only ("whats").
 */
function trueCut(text: string, tokenStart: number, end: number, position: number, cut: number): number {
  const isBeforeS =
    /^['’]s$/.test(text.slice(position, position + 2)) && !isWordLike(text.charCodeAt(position + 2));
  if (isBeforeS && position + 2 <= end && /^\p{L}{2,}$/u.test(text.slice(tokenStart, position)))
    return cut === Cut.none ? Cut.joined : cut;
  if (isPluralEnding(text, tokenStart, position)) return Cut.none;
  const isIts = position - tokenStart === 2 && text.slice(tokenStart, position + 1) === "Its";
  return isIts && !SAID_OF_IT.test(text.slice(position + 1, position + 20)) ? Cut.none : cut;
}

function isPluralEnding(text: string, tokenStart: number, position: number): boolean {
  if (!/s/i.test(text.charAt(position)) || isWordLike(text.charCodeAt(position + 1))) return false;
  const stem = text.slice(tokenStart, position);
  return /^\p{L}{2,}$/u.test(stem) && !TAKES_BARE_S.test(stem);
}

/** Words whose "'s" is often written without its apostrophe: "whats new", "lets go". */
const TAKES_BARE_S = /^(it|he|she|that|this|what|who|let|there|here|where|how|when|why|one)$/i;

/** What follows "Its" where it is "It's" misspelt: "Its a shame", "Its been long". */
const SAID_OF_IT =
  /^(\p{L}| +(an?|the|not|been|really|very|like|just|so|too|in|for|from|all|also|only|now|still)\b)/iu;

function isWordLike(unit: number): boolean {
  return isLetter(unit) || characterKind(unit) === CharacterKind.digit;
}

/** The class with the highest score. */
export function bestCut(scorer: LinearScorer, features: FeatureBuffer): number {
  const none = scorer.score(features, Cut.none);
  const token = scorer.score(features, Cut.token);
  const joined = scorer.score(features, Cut.joined);
  if (none >= token && none >= joined) return Cut.none;
  return token >= joined ? Cut.token : Cut.joined;
}

/** Stretches without white space, in order, as `[start, end)`. */
export function* chunksOf(text: string): Generator<readonly [number, number]> {
  let start = -1;
  for (let i = 0; i <= text.length; i++) {
    if (i === text.length || isSpace(text.charCodeAt(i))) {
      if (start >= 0) yield [start, i];
      start = -1;
    } else if (start < 0) start = i;
  }
}

/** Positions inside a chunk where a token may begin, in order. */
export function possibleCuts(text: string, start: number, end: number, cuts: WordCuts): readonly number[] {
  const positions = new Set<number>();
  let runStart = start;
  for (let i = start; i <= end; i++) {
    if (i < end && isWordPart(text, i, start, end)) continue;
    wordCuts(text, runStart, i, cuts, positions);
    runStart = i + 1;
  }
  for (let i = start + 1; i < end; i++) {
    if (isKindBoundary(text, i) && !isInsideName(text, start, end, i, cuts)) positions.add(i);
  }
  if (positions.size > 0) keepAddresses(text, start, end, positions);
  return positions.size < 2 ? [...positions] : [...positions].sort((a, b) => a - b);
}

/** Takes away the positions inside addresses. */
function keepAddresses(text: string, start: number, end: number, positions: Set<number>): void {
  if (end - start > LONGEST_ADDRESS) return;
  const chunk = text.slice(start, end);
  if (!ADDRESS_SIGN.test(chunk)) return;
  for (const match of chunk.matchAll(ADDRESS)) {
    const from = start + match.index;
    const to = from + match[0].replace(AFTER_ADDRESS, "").length;
    for (const position of positions) if (position > from && position < to) positions.delete(position);
  }
}

/** Letters, and apostrophes between or behind them. */
function isWordPart(text: string, index: number, start: number, end: number): boolean {
  const unit = text.charCodeAt(index);
  if (isLetter(unit) || characterKind(unit) === CharacterKind.extending) return true;
  return isApostrophe(unit) && index > start && index + 1 < end && isLetter(text.charCodeAt(index + 1));
}

/** Whether a position is beside an apostrophe that belongs to its word ("Sana'a", "O'Neill"): no known ending opens with it. */
function isInsideName(text: string, start: number, end: number, position: number, cuts: WordCuts): boolean {
  const apostrophe = isApostrophe(text.charCodeAt(position)) ? position : position - 1;
  if (!isApostrophe(text.charCodeAt(apostrophe)) || apostrophe === start || apostrophe + 1 >= end)
    return false;
  if (!isLetter(text.charCodeAt(apostrophe - 1)) || !isLetter(text.charCodeAt(apostrophe + 1))) return false;
  let tail = apostrophe + 1;
  while (tail < end && isLetter(text.charCodeAt(tail))) tail++;
  return !cuts.endings.has(foldWord(text.slice(apostrophe, tail)));
}

function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x60 || unit === 0x2018 || unit === 0xb4;
}

function wordCuts(text: string, start: number, end: number, cuts: WordCuts, positions: Set<number>): void {
  if (end - start < 2) return;
  const lower = foldWord(text.slice(start, end));
  for (const cut of cuts.whole.get(lower) ?? []) positions.add(start + cut);
  for (let length = 1; length <= Math.min(4, lower.length - 1); length++) {
    const ending = lower.slice(-length);
    // An ending that opens with an apostrophe is proposed by the apostrophe itself.
    if (cuts.endings.has(ending) && !ending.startsWith("'")) positions.add(end - length);
  }
}

/** A word as `WordCuts` writes it; as long as the word itself. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  return (lower.length === word.length ? lower : word).replace(/[’`‘´]/g, "'");
}

function isKindBoundary(text: string, index: number): boolean {
  const before = characterKind(text.charCodeAt(index - 1));
  const after = characterKind(text.charCodeAt(index));
  if (after === CharacterKind.extending) return false;
  // What extends a character belongs with it, so a joiner also holds what follows: family emoji stay whole.
  if (text.charCodeAt(index - 1) === 0x200d) return false;
  if (before === CharacterKind.other || after === CharacterKind.other) return true;
  return (before === CharacterKind.digit) !== (after === CharacterKind.digit);
}

/** One possible cut inside a chunk. */
export interface CutPlace {
  /** The chunk is `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Where the token being read began. */
  readonly tokenStart: number;
  readonly position: number;
  /** What was decided at the possible cut before this one. */
  readonly previousCut: number;
}

const CUT_FEATURES = 40;
const OUTSIDE = 0;

/** Fills the buffer with what the classifier may know about a possible cut. */
export function cutFeatures(
  features: FeatureBuffer,
  text: string,
  place: CutPlace,
  abbreviations: Abbreviations,
): void {
  const { start, end, tokenStart, position, previousCut } = place;
  const unitAt = (index: number) => (index >= start && index < end ? fold(text.charCodeAt(index)) : OUTSIDE);
  const kindAt = (index: number) => {
    if (index < start || index >= end) return 99;
    const kind = characterKind(text.charCodeAt(index));
    return kind === CharacterKind.other ? 100 + unitAt(index) : kind;
  };
  const [b3, b2, b1] = [unitAt(position - 3), unitAt(position - 2), unitAt(position - 1)];
  const [a0, a1, a2] = [unitAt(position), unitAt(position + 1), unitAt(position + 2)];
  const kinds = [-3, -2, -1, 0, 1, 2].map((offset) => kindAt(position + offset)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  let runEnd = position;
  const runKind = coarse(text.charCodeAt(position));
  while (runEnd < end && coarse(text.charCodeAt(runEnd)) === runKind && runEnd - position < 20) runEnd++;
  const left = foldedHash(text, tokenStart, position);
  const right = foldedHash(text, position, runEnd);
  const rest = foldedHash(text, position, Math.min(end, position + 24));
  const chunk = end - start <= 40 ? foldedHash(text, start, end) : 7;
  const leftLength = Math.min(position - tokenStart, 12);
  const restLength = Math.min(end - position, 6);
  const middle = pair(kinds[2], kinds[3]);
  features.clear();
  features.add(0, middle);
  features.add(1, b1);
  features.add(2, a0);
  features.add(3, pair(b1, a0));
  features.add(4, pair(pair(b2, b1), a0));
  features.add(5, pair(pair(b1, a0), a1));
  features.add(6, pair(pair(b2, b1), pair(a0, a1)));
  features.add(7, pair(pair(a0, a1), a2));
  features.add(8, pair(pair(b3, b2), b1));
  features.add(9, pair(pair(kinds[1], kinds[2]), pair(kinds[3], kinds[4])));
  features.add(10, pair(pair(pair(kinds[0], kinds[1]), pair(kinds[2], kinds[3])), pair(kinds[4], kinds[5])));
  features.add(11, pair(left, middle));
  features.add(12, pair(right, middle));
  features.add(13, pair(left, right));
  features.add(14, pair(rest, middle));
  features.add(15, pair(chunk, position - start));
  features.add(16, pair(pair(middle, leftLength), restLength));
  features.add(17, pair(middle, previousCut));
  features.add(18, pair(pair(previousCut, restLength), pair(kinds[3], kinds[4])));
  features.add(19, pair(pair(shapeOf(text, start, end), position - start), 1));
  features.add(20, pair(shapeOf(text, tokenStart, position), shapeOf(text, position, end)));
  const next = nextUnit(text, end);
  features.add(21, pair(middle, pair(restLength, next)));
  features.add(22, pair(left, pair(restLength, next)));
  const previous = previousUnit(text, start);
  features.add(23, pair(rest, previous));
  features.add(24, pair(shapeOf(text, start, tokenStart), middle));
  const stop = text.charCodeAt(position) === FULL_STOP ? position + 1 : position;
  const abbreviation = abbreviationAt(text, tokenStart, stop, abbreviations);
  features.add(25, pair(pair(abbreviation, stop - position), restLength));
  const before = previousAbbreviation(text, start, abbreviations);
  features.add(27, pair(pair(before, middle), pair(restLength, next)));
  features.add(28, pair(pair(previous, middle), pair(restLength, next)));
  features.add(29, pair(pair(before, pair(previous, leftLength)), pair(middle, restLength)));
  features.add(26, pair(pair(abbreviation, stop - position), pair(restLength, next)));
}

const FULL_STOP = 0x2e;

function abbreviationAt(text: string, start: number, end: number, abbreviations: Abbreviations): number {
  if (text.charCodeAt(end - 1) !== FULL_STOP || end - start > LONGEST_ABBREVIATION) return 0;
  return abbreviations.get(text.slice(start, end).toLowerCase()) ?? 0;
}

const LONGEST_ABBREVIATION = 9;

/** Kind of the first character of the next chunk, 0 at the end of the text and of a line. */
function nextUnit(text: string, end: number): number {
  let index = end;
  let lines = 0;
  while (index < text.length && isSpace(text.charCodeAt(index))) {
    if (text.charCodeAt(index++) === LINE_FEED) lines++;
  }
  if (index === text.length || lines > 0) return 0;
  const kind = characterKind(text.charCodeAt(index));
  return kind === CharacterKind.other ? fold(text.charCodeAt(index)) : kind;
}

/** Last character of the chunk before, 0 at the beginning of the text and of a line. */
function previousUnit(text: string, start: number): number {
  let index = start - 1;
  let lines = 0;
  while (index >= 0 && isSpace(text.charCodeAt(index))) if (text.charCodeAt(index--) === LINE_FEED) lines++;
  return index < 0 || lines > 0 ? 0 : fold(text.charCodeAt(index));
}

/** Kind of the chunk before as an abbreviation, 0 for none. */
function previousAbbreviation(text: string, start: number, abbreviations: Abbreviations): number {
  let end = start;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  let from = end;
  while (from > 0 && end - from <= LONGEST_ABBREVIATION && !isSpace(text.charCodeAt(from - 1))) from--;
  return abbreviationAt(text, from, end, abbreviations);
}

const LINE_FEED = 0x0a;

/** One unit with case and the cut of apostrophes taken away, and digits made alike. */
function fold(unit: number): number {
  if (unit >= 0x41 && unit <= 0x5a) return unit + 32;
  if (unit === 0x2019) return 0x27;
  if (unit === 0x201c || unit === 0x201d) return unit;
  return characterKind(unit) === CharacterKind.digit ? 0x30 : unit;
}

/** Stretches are looked at up to this length, so that a text without white space takes no longer than another. */
const LONGEST_LOOK = 48;

/** Of the stretch's first characters. */
function foldedHash(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  const stop = Math.min(end, start + LONGEST_LOOK);
  for (let i = start; i < stop; i++) hash = Math.imul(hash ^ fold(text.charCodeAt(i)), 0x01000193);
  return hash;
}

function coarse(unit: number): number {
  const kind = characterKind(unit);
  if (kind === CharacterKind.upper || kind === CharacterKind.caseless || kind === CharacterKind.extending) {
    return CharacterKind.lower;
  }
  return kind === CharacterKind.other ? unit : kind;
}

/** Kinds of the stretch's first characters, equal neighbours counted once. */
function shapeOf(text: string, start: number, end: number): number {
  let hash = 3;
  let previous = -1;
  const stop = Math.min(end, start + LONGEST_LOOK);
  for (let i = start; i < stop; i++) {
    const kind = coarse(text.charCodeAt(i));
    if (kind === previous) continue;
    previous = kind;
    hash = pair(hash, kind);
  }
  return hash;
}

/** Cuts as the model file keeps them: a line a word or ending, `word TAB offsets` or `-ending`. */
export function writeWordCuts(cuts: WordCuts): string {
  const whole = [...cuts.whole].map(([word, offsets]) => `${word}\t${offsets.join(",")}`);
  const endings = [...cuts.endings].map((ending) => `-${ending}`);
  return [...whole, ...endings].join("\n");
}

export function readWordCuts(text: string): WordCuts {
  const whole = new Map<string, number[]>();
  const endings = new Set<string>();
  for (const line of text.split("\n")) {
    const [word, offsets] = line.split("\t");
    if (word === undefined || word === "") continue;
    if (offsets === undefined) endings.add(word.slice(1));
    else whole.set(word, offsets.split(",").map(Number));
  }
  return { whole, endings };
}

export const TOKENIZER_WEIGHTS = "tokenizer.weights";
export const TOKENIZER_CUTS = "tokenizer.cuts";
