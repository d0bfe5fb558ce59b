import type { Span } from "../document/span.ts";
import type { NameRange } from "./names/labels.ts";

/** The 17 universal part-of-speech tags, in the order of their indexes in `TokenColumns.upos`. */
export const UPOS = [
  "ADJ",
  "ADP",
  "ADV",
  "AUX",
  "CCONJ",
  "DET",
  "INTJ",
  "NOUN",
  "NUM",
  "PART",
  "PRON",
  "PROPN",
  "PUNCT",
  "SCONJ",
  "SYM",
  "VERB",
  "X",
] as const;

export type Upos = (typeof UPOS)[number];

/** `TokenColumns.head` of a root. */
export const ROOT = -1;

/** The strings behind the indexes of `TokenColumns.xpos`, `.feats` and `.deprel`. */
export interface TagNames {
  readonly xpos: readonly string[];
  /** CoNLL-U feature strings; `"_"` means no feature. */
  readonly feats: readonly string[];
  readonly deprel: readonly string[];
}

/** Parsed tokens (syntactic words) as columns; all arrays have one entry a token. Indexes count from 0 over the whole document. */
export interface TokenColumns {
  /** UTF-16 offsets of the token's own slice of the text: `[start, end)`. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  /** The token's own slice of the text, and the same in lower case. Equal forms are best one string: maps find it without reading it. */
  readonly form: readonly string[];
  readonly lowerForm: readonly string[];
  readonly lemma: readonly string[];
  /** Index into `UPOS`. */
  readonly upos: Uint8Array;
  /** Indexes into `TagNames`. */
  readonly xpos: Uint16Array;
  readonly feats: Uint16Array;
  readonly deprel: Uint16Array;
  /** Token index of the head in the same document, `ROOT` for a root. */
  readonly head: Int32Array;
  /** 1 where the token is written in one word with the token before it (a later part of a CoNLL-U multiword token). */
  readonly joined: Uint8Array;
}

/**
 * A document's sentences, tokens, tags, lemmas and dependency trees, as stand-off annotation.
 * Sentence `i` has the tokens `[sentenceStart[i], sentenceStart[i + 1])`.
 */
export class ParsedDocument {
  readonly text: string;
  readonly columns: TokenColumns;
  readonly names: TagNames;
  /** First token of each sentence, closed by the number of tokens. */
  readonly sentenceStart: Uint32Array;
  /** The universal relation of each of `names.deprel`: `nsubj` for `nsubj:pass`. */
  readonly relations: readonly string[];
  /** Names of persons, places and bodies, in text order; none where no name tagger has read the text. */
  readonly nameRanges: readonly NameRange[];
  readonly #tokens: (Token | undefined)[];
  readonly #sentences: (Sentence | undefined)[] = [];
  #childStart: Uint32Array | undefined;
  #childList: Uint32Array | undefined;

  constructor(
    text: string,
    columns: TokenColumns,
    names: TagNames,
    sentenceStart: Uint32Array,
    nameRanges: readonly NameRange[] = [],
  ) {
    this.text = text;
    this.columns = columns;
    this.names = names;
    this.sentenceStart = sentenceStart;
    this.relations = names.deprel.map(universalRelation);
    this.nameRanges = nameRanges;
    this.#tokens = new Array(columns.start.length);
  }

  get tokenCount(): number {
    return this.columns.start.length;
  }

  get sentenceCount(): number {
    return this.sentenceStart.length - 1;
  }

  /** @throws RangeError outside `[0, tokenCount)` */
  token(index: number): Token {
    let token = this.#tokens[index];
    if (token === undefined) {
      if (!(index >= 0 && index < this.tokenCount)) throw new RangeError(`no token ${index}`);
      token = new Token(this, index);
      this.#tokens[index] = token;
    }
    return token;
  }

  /** @throws RangeError outside `[0, sentenceCount)` */
  sentence(index: number): Sentence {
    let sentence = this.#sentences[index];
    if (sentence === undefined) {
      if (!(index >= 0 && index < this.sentenceCount)) throw new RangeError(`no sentence ${index}`);
      sentence = new Sentence(this, index);
      this.#sentences[index] = sentence;
    }
    return sentence;
  }

  *sentences(): Generator<Sentence> {
    for (let index = 0; index < this.sentenceCount; index++) yield this.sentence(index);
  }

  /** Index of the sentence that holds a token. */
  sentenceOf(tokenIndex: number): number {
    let low = 0;
    let high = this.sentenceCount - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.sentenceStart[middle] as number) <= tokenIndex) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Token indexes of a token's dependents, in text order. */
  childrenOf(tokenIndex: number): Uint32Array {
    if (this.#childStart === undefined) this.#indexChildren();
    const start = (this.#childStart as Uint32Array)[tokenIndex] as number;
    const end = (this.#childStart as Uint32Array)[tokenIndex + 1] as number;
    return (this.#childList as Uint32Array).subarray(start, end);
  }

  #indexChildren(): void {
    const { head } = this.columns;
    const childStart = new Uint32Array(head.length + 1);
    for (const h of head) if (h !== ROOT) childStart[h + 1] = (childStart[h + 1] as number) + 1;
    for (let i = 0; i < head.length; i++) {
      childStart[i + 1] = (childStart[i + 1] as number) + (childStart[i] as number);
    }
    const next = childStart.slice();
    const childList = new Uint32Array(childStart[head.length] as number);
    for (let i = 0; i < head.length; i++) {
      const h = head[i] as number;
      if (h === ROOT) continue;
      childList[next[h] as number] = i;
      next[h] = (next[h] as number) + 1;
    }
    this.#childStart = childStart;
    this.#childList = childList;
  }
}

/** A sentence as a view on its document. */
export class Sentence {
  readonly document: ParsedDocument;
  readonly index: number;
  #tokens: readonly Token[] | undefined;

  constructor(document: ParsedDocument, index: number) {
    this.document = document;
    this.index = index;
  }

  /** Token indexes `[start, end)`. */
  get tokenRange(): readonly [number, number] {
    const { sentenceStart } = this.document;
    return [sentenceStart[this.index] as number, sentenceStart[this.index + 1] as number];
  }

  get tokens(): readonly Token[] {
    if (this.#tokens === undefined) {
      const [start, end] = this.tokenRange;
      const tokens: Token[] = [];
      for (let i = start; i < end; i++) tokens.push(this.document.token(i));
      this.#tokens = tokens;
    }
    return this.#tokens;
  }

  get span(): Span {
    const [start, end] = this.tokenRange;
    const { columns } = this.document;
    return [columns.start[start] as number, columns.end[end - 1] as number];
  }

  get text(): string {
    return this.document.text.slice(...this.span);
  }

  /** The sentence's first root. */
  get root(): Token {
    const [start, end] = this.tokenRange;
    for (let i = start; i < end; i++)
      if (this.document.columns.head[i] === ROOT) return this.document.token(i);
    throw new Error(`sentence ${this.index} has no root`);
  }
}

/** A token (syntactic word) as a view on its document; one object a token, so tokens compare with `===`. */
export class Token {
  readonly document: ParsedDocument;
  /** Counts from 0 over the whole document. */
  readonly index: number;
  #children: readonly Token[] | undefined;

  constructor(document: ParsedDocument, index: number) {
    this.document = document;
    this.index = index;
  }

  get span(): Span {
    const { start, end } = this.document.columns;
    return [start[this.index] as number, end[this.index] as number];
  }

  get text(): string {
    return this.document.columns.form[this.index] as string;
  }

  /** The token's text in lower case. */
  get lowerText(): string {
    return this.document.columns.lowerForm[this.index] as string;
  }

  get lemma(): string {
    return this.document.columns.lemma[this.index] as string;
  }

  get upos(): Upos {
    return UPOS[this.document.columns.upos[this.index] as number] as Upos;
  }

  get xpos(): string {
    return this.document.names.xpos[this.document.columns.xpos[this.index] as number] as string;
  }

  /** CoNLL-U feature string, `"_"` for none. */
  get feats(): string {
    return this.document.names.feats[this.document.columns.feats[this.index] as number] as string;
  }

  get deprel(): string {
    return this.document.names.deprel[this.document.columns.deprel[this.index] as number] as string;
  }

  /** The universal relation without its subtype: `nsubj` for `nsubj:pass`. */
  get relation(): string {
    return this.document.relations[this.document.columns.deprel[this.index] as number] as string;
  }

  /** `null` at a root. */
  get head(): Token | null {
    const head = this.document.columns.head[this.index] as number;
    return head === ROOT ? null : this.document.token(head);
  }

  get sentence(): Sentence {
    return this.document.sentence(this.document.sentenceOf(this.index));
  }

  /** Dependents in text order. */
  get children(): readonly Token[] {
    if (this.#children === undefined) {
      const children: Token[] = [];
      for (const index of this.document.childrenOf(this.index)) children.push(this.document.token(index));
      this.#children = children;
    }
    return this.#children;
  }

  /** The first dependent whose full relation (`nsubj:pass`) or universal relation (`nsubj`) is one of those given. */
  dependent(...deprels: string[]): Token | undefined {
    for (const child of this.children) if (hasAnyOf(child, deprels)) return child;
    return undefined;
  }

  dependents(...deprels: string[]): Token[] {
    return this.children.filter((child) => hasAnyOf(child, deprels));
  }

  /** The value of one feature, e.g. `feature("Tense")` is `"Past"`. */
  feature(name: string): string | undefined {
    const match = this.feats.split("|").find((pair) => pair.startsWith(`${name}=`));
    return match?.slice(name.length + 1);
  }
}

function hasAnyOf({ deprel, relation }: Token, wanted: readonly string[]): boolean {
  return wanted.includes(deprel) || (relation !== deprel && wanted.includes(relation));
}

function universalRelation(deprel: string): string {
  return deprel.split(":", 1)[0] as string;
}
