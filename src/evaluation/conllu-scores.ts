import { type ParsedDocument, ROOT } from "../language/parsed-document.ts";

/** What the CoNLL 2018 shared task measures, in its order; `LAS+` is LAS with the subtypes of relations (`nsubj:pass`). */
export const MEASURES = [
  "Tokens",
  "Sentences",
  "Words",
  "UPOS",
  "XPOS",
  "UFeats",
  "Lemmas",
  "UAS",
  "LAS",
  "LAS+",
] as const;

export type Measure = (typeof MEASURES)[number];

/** Counts behind one measure. */
export interface Score {
  readonly correct: number;
  readonly gold: number;
  readonly system: number;
}

/** Harmonic mean of precision and recall, 0 to 1; 0 where there is nothing to find. */
export function f1({ correct, gold, system }: Score): number {
  return gold + system === 0 ? 0 : (2 * correct) / (gold + system);
}

/** Right and wrong words with one gold relation. */
export interface RelationScore {
  /** Full relation in the gold tree. */
  readonly relation: string;
  readonly gold: number;
  readonly rightHead: number;
  readonly rightHeadAndRelation: number;
  /** The relations given instead, with their counts; most frequent first. */
  readonly confusedWith: readonly (readonly [string, number])[];
}

export interface Evaluation {
  readonly scores: Readonly<Record<Measure, Score>>;
  /** By gold relation; most frequent first. */
  readonly relations: readonly RelationScore[];
}

/** Gold and system spell different texts. */
export class AlignmentError extends Error {
  override readonly name = "AlignmentError";
}

/**
 * Compares an analysis with the gold one. Words are aligned by their characters, white space aside: a word is right where the gold has
 * a word of the very same characters; tags and arcs are right on such words only, an arc only where its head is aligned too.
 * Relations count without subtypes and features count where they are universal, as in the CoNLL 2018 shared task.
 *
 * @throws AlignmentError when the two texts differ in more than white space
 */
export function evaluateParse(gold: ParsedDocument, system: ParsedDocument): Evaluation {
  const goldSide = new Side(gold);
  const systemSide = new Side(system);
  checkSameCharacters(goldSide.characters, systemSide.characters);
  const pairs = alignedWords(goldSide, systemSide);
  const systemOfGold = new Int32Array(gold.tokenCount).fill(-1);
  for (const [g, s] of pairs) systemOfGold[g] = s;
  const correct = { UPOS: 0, XPOS: 0, UFeats: 0, Lemmas: 0, UAS: 0, LAS: 0, "LAS+": 0 };
  const relations = new RelationTable();
  for (const [g, s] of pairs) {
    const [goldToken, systemToken] = [gold.token(g), system.token(s)];
    if (goldToken.upos === systemToken.upos) correct.UPOS++;
    if (goldToken.xpos === systemToken.xpos) correct.XPOS++;
    if (universalFeatures(goldToken.feats) === universalFeatures(systemToken.feats)) correct.UFeats++;
    if (goldToken.lemma === "_" || goldToken.lemma === systemToken.lemma) correct.Lemmas++;
    const [goldHead, systemHead] = [gold.columns.head[g] as number, system.columns.head[s] as number];
    const isRightHead =
      goldHead === ROOT || systemHead === ROOT
        ? goldHead === systemHead
        : systemOfGold[goldHead] === systemHead;
    if (isRightHead) correct.UAS++;
    if (isRightHead && goldToken.relation === systemToken.relation) correct.LAS++;
    if (isRightHead && goldToken.deprel === systemToken.deprel) correct["LAS+"]++;
    relations.add(goldToken.deprel, systemToken.deprel, isRightHead);
  }
  const words = (count: number): Score => ({
    correct: count,
    gold: gold.tokenCount,
    system: system.tokenCount,
  });
  const scores: Record<Measure, Score> = {
    Tokens: spanScore(goldSide.surfaceTokens(), systemSide.surfaceTokens()),
    Sentences: spanScore(goldSide.sentences(), systemSide.sentences()),
    Words: words(pairs.length),
    UPOS: words(correct.UPOS),
    XPOS: words(correct.XPOS),
    UFeats: words(correct.UFeats),
    Lemmas: words(correct.Lemmas),
    UAS: words(correct.UAS),
    LAS: words(correct.LAS),
    "LAS+": words(correct["LAS+"]),
  };
  return { scores, relations: relations.sorted() };
}

type CharacterSpan = readonly [start: number, end: number];

/** A document with offsets counted in characters that are not white space. */
class Side {
  readonly characters: string;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly #document: ParsedDocument;

  constructor(document: ParsedDocument) {
    this.#document = document;
    const { text } = document;
    const before = new Uint32Array(text.length + 1);
    const kept: string[] = [];
    for (let i = 0; i < text.length; i++) {
      const unit = text[i] as string;
      if (!/\s/.test(unit)) kept.push(unit);
      before[i + 1] = kept.length;
    }
    this.characters = kept.join("");
    this.start = document.columns.start.map((offset) => before[offset] as number);
    this.end = document.columns.end.map((offset) => before[offset] as number);
  }

  surfaceTokens(): CharacterSpan[] {
    const { joined } = this.#document.columns;
    const spans: CharacterSpan[] = [];
    for (let i = 0; i < joined.length; i++) {
      const end = this.end[i] as number;
      if (joined[i]) spans.push([(spans.pop() as CharacterSpan)[0], end]);
      else spans.push([this.start[i] as number, end]);
    }
    return spans;
  }

  sentences(): CharacterSpan[] {
    return [...this.#document.sentences()].map(({ tokenRange: [first, after] }) => [
      this.start[first] as number,
      this.end[after - 1] as number,
    ]);
  }
}

function checkSameCharacters(gold: string, system: string): void {
  if (gold === system) return;
  let at = 0;
  while (at < gold.length && gold[at] === system[at]) at++;
  const [expected, found] = [gold.slice(at, at + 20), system.slice(at, at + 20)];
  throw new AlignmentError(
    `the texts differ at character ${at + 1}, white space not counted: "${expected}" in the gold, "${found}" in the analysis`,
  );
}

/** Pairs of gold and system words with the same characters, in order. */
function alignedWords(gold: Side, system: Side): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [g, s] = [0, 0];
  while (g < gold.start.length && s < system.start.length) {
    const [goldStart, systemStart] = [gold.start[g] as number, system.start[s] as number];
    if (goldStart === systemStart && gold.end[g] === system.end[s]) pairs.push([g++, s++]);
    else if (
      goldStart < systemStart ||
      (goldStart === systemStart && (gold.end[g] as number) < (system.end[s] as number))
    )
      g++;
    else s++;
  }
  return pairs;
}

function spanScore(gold: readonly CharacterSpan[], system: readonly CharacterSpan[]): Score {
  const known = new Set(gold.map(([start, end]) => `${start}-${end}`));
  const correct = system.filter(([start, end]) => known.has(`${start}-${end}`)).length;
  return { correct, gold: gold.length, system: system.length };
}

/** The features that Universal Dependencies define for all languages, as the shared task's script lists them. */
const UNIVERSAL_FEATURES = new Set(
  (
    "PronType NumType Poss Reflex Foreign Abbr Gender Animacy Number Case Definite Degree VerbForm Mood Tense Aspect " +
    "Voice Evident Polarity Person Polite"
  ).split(" "),
);

function universalFeatures(feats: string): string {
  return feats
    .split("|")
    .filter((pair) => UNIVERSAL_FEATURES.has(pair.slice(0, pair.indexOf("="))))
    .join("|");
}

class RelationTable {
  readonly #rows = new Map<
    string,
    { gold: number; rightHead: number; right: number; confused: Map<string, number> }
  >();

  add(gold: string, system: string, isRightHead: boolean): void {
    let row = this.#rows.get(gold);
    if (row === undefined) {
      row = { gold: 0, rightHead: 0, right: 0, confused: new Map() };
      this.#rows.set(gold, row);
    }
    row.gold++;
    if (isRightHead) row.rightHead++;
    if (isRightHead && gold === system) row.right++;
    if (gold !== system) row.confused.set(system, (row.confused.get(system) ?? 0) + 1);
  }

  sorted(): RelationScore[] {
    return [...this.#rows]
      .map(([relation, { gold, rightHead, right, confused }]) => ({
        relation,
        gold,
        rightHead,
        rightHeadAndRelation: right,
        confusedWith: [...confused].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
      }))
      .sort((a, b) => b.gold - a.gold || (a.relation < b.relation ? -1 : 1));
  }
}
