import type { Document } from "../document/document.ts";
import type { NameRange } from "../language/names/labels.ts";
import { type ParsedDocument, UPOS, type Upos } from "../language/parsed-document.ts";
import type { ActorLexicon, NameSense, RoleSense } from "./actor-lexicon.ts";
import type { PhraseMatch } from "./phrase-trie.ts";
import { type QuoteSpans, quoteSpans } from "./quote-spans.ts";
import { type ComparableWords, comparableWordsOf } from "./words.ts";

/** A lexicon phrase found in a text: token indexes `[start, end)`. */
export interface Found<Sense> {
  readonly start: number;
  readonly end: number;
  readonly senses: readonly Sense[];
}

/** What the rules of this folder read: the document, its parse, and the lexicon's words found in it. */
export interface Reading {
  readonly document: Document;
  readonly parsed: ParsedDocument;
  readonly lexicon: ActorLexicon;
  readonly words: ComparableWords;
  readonly quotes: QuoteSpans;
  /** Names and roles in text order; none overlaps another. */
  readonly names: readonly Found<NameSense>[];
  readonly roles: readonly Found<RoleSense>[];
  /** The name or role that covers a token. */
  nameAt(token: number): Found<NameSense> | undefined;
  roleAt(token: number): Found<RoleSense> | undefined;
  /** What the name tagger takes for a name, by any of its tokens. */
  taggedAt(token: number): NameRange | undefined;
}

/** Looks all names and role nouns of a parsed document up, the longest phrase first; where both fit, the longer wins, then the name. */
export function readDocument(document: Document, parsed: ParsedDocument, lexicon: ActorLexicon): Reading {
  const words = comparableWordsOf(parsed);
  const names: Found<NameSense>[] = [];
  const roles: Found<RoleSense>[] = [];
  const nameAt = new Int32Array(parsed.tokenCount).fill(-1);
  const roleAt = new Int32Array(parsed.tokenCount).fill(-1);
  const taggedAt = new Int32Array(parsed.tokenCount).fill(-1);
  for (const [index, { start, end }] of parsed.nameRanges.entries()) taggedAt.fill(index, start, end);
  const accepts = (end: number) => words.tokenOf[end] !== words.tokenOf[end - 1];
  const headlines = sentencesInCapitals(parsed);
  const titled = headlines.size === 0 ? words.words : words.lower.map(titleCase);
  for (let word = 0; word < words.words.length; ) {
    const token = words.tokenOf[word] as number;
    if (words.firstWord[token] !== word) {
      word++;
      continue;
    }
    const known =
      lexicon.names.longestAt(words.words, word, accepts) ??
      (headlines.has(parsed.sentenceOf(token)) ? lexicon.names.longestAt(titled, word, accepts) : undefined);
    const own =
      lexicon.dictionary === undefined || isAfterName(parsed, token, nameAt, roleAt, roles)
        ? undefined
        : dictionaryName(document, lexicon, words, word, accepts);
    const name =
      own !== undefined && own.length >= (known?.length ?? 0)
        ? own
        : (namesakeAt(lexicon, words, word, accepts) ?? known);
    const noun = lexicon.roles.longestAt(words.lower, word, accepts);
    const isName =
      noun !== undefined &&
      (isPersonsName(lexicon, words, word) ||
        goesOnInName(parsed.nameRanges[taggedAt[token] as number], token, noun) ||
        (nameAt[token - 1] === -1 && roleAt[token - 1] === -1 && endsName(parsed, token, noun)));
    const role = noun === undefined || isName ? undefined : writtenAs(noun, words, word);
    const length = Math.max(name?.length ?? 0, role?.length ?? 0);
    if (name !== undefined && name.length === length) {
      const found = { start: token, end: endToken(words, word + length), senses: name.values };
      nameAt.fill(names.push(found) - 1, found.start, found.end);
    } else if (role !== undefined) {
      const found = { start: token, end: endToken(words, word + length), senses: role.values };
      roleAt.fill(roles.push(found) - 1, found.start, found.end);
    }
    word += Math.max(length, 1);
  }
  return {
    document,
    parsed,
    lexicon,
    words,
    quotes: quoteSpans(parsed),
    names,
    roles,
    nameAt: (token) => names[nameAt[token] as number],
    roleAt: (token) => roles[roleAt[token] as number],
    taggedAt: (token) => parsed.nameRanges[taggedAt[token] as number],
  };
}

// "Georgia Governor Lena Brandt": what a country and a part of another are both called is that part where an office of its follows.
function namesakeAt(
  { namesakes, roles }: ActorLexicon,
  { words, lower }: ComparableWords,
  word: number,
  accepts: (end: number) => boolean,
): PhraseMatch<NameSense> | undefined {
  const found = namesakes.longestAt(words, word, accepts);
  if (found === undefined) return undefined;
  const offices = roles.longestAt(lower, word + found.length, accepts)?.values ?? [];
  const meant = found.values.filter((namesake) =>
    offices.some(({ role }) => namesake.offices.has(role.name)),
  );
  return meant.length === 0 ? undefined : { length: found.length, values: meant.map(({ sense }) => sense) };
}

// "Congressman Richmond", "Vladimir Putin": what follows a title or a name unknown to the lexicon is a person's name, whatever city or
// whoever else a dictionary has under it.
function isAfterName(
  parsed: ParsedDocument,
  token: number,
  nameAt: Int32Array,
  roleAt: Int32Array,
  roles: readonly Found<RoleSense>[],
): boolean {
  const before = token - 1;
  if (before < 0 || parsed.sentenceOf(before) !== parsed.sentenceOf(token) || !isCapitalised(parsed, before))
    return false;
  const title = roles[roleAt[before] as number]?.senses[0];
  if (title !== undefined) return title.role.isTitle && title.role.kind === "person" && !title.plural;
  return nameAt[before] === -1 && parsed.columns.upos[before] === TAG.PROPN;
}

/** A loaded dictionary's name at a word, if one of its words has a capital in the text: not "turkey" for TURKEY. */
function dictionaryName(
  { date }: Document,
  { dictionary }: ActorLexicon,
  { words, lower }: ComparableWords,
  word: number,
  accepts: (end: number) => boolean,
): PhraseMatch<NameSense> | undefined {
  const found = dictionary?.nameAt(lower, word, accepts, date);
  const isWritten = words.slice(word, word + (found?.length ?? 0)).some((text) => /^\p{Lu}/u.test(text));
  return isWritten ? found : undefined;
}

// "Bui Thanh Son": the last of the words of a name, not anybody's son.
function endsName(parsed: ParsedDocument, token: number, noun: PhraseMatch<RoleSense>): boolean {
  const isTitle = noun.values.some(
    ({ role, plural }) => role.isTitle || !/^(person|relational)$/.test(role.kind) || plural,
  );
  const isProper = (at: number) => isCapitalised(parsed, at) && parsed.columns.upos[at] === TAG.PROPN;
  return (
    !isTitle &&
    noun.length === 1 &&
    [token - 2, token - 1, token].every(isProper) &&
    parsed.sentenceOf(token - 2) === parsed.sentenceOf(token)
  );
}

// "Hossein Amir-Abdollahian", "Khalid Emir Hassan": a title inside a person's name is none.
function goesOnInName(range: NameRange | undefined, token: number, noun: PhraseMatch<RoleSense>): boolean {
  return range?.kind === "PER" && range.start < token && noun.length === 1;
}

/** The roles at a word but those that are abbreviations in capitals: "HE Sultan bin Saad", not "he". */
function writtenAs(
  noun: PhraseMatch<RoleSense>,
  { words }: ComparableWords,
  word: number,
): PhraseMatch<RoleSense> | undefined {
  const text = words.slice(word, word + noun.length).join(" ");
  const values = noun.values.filter(({ role }) => !/\p{Lu}/u.test(role.name) || role.name === text);
  return values.length === 0 ? undefined : { length: noun.length, values };
}

// "Martin Luther King", "Judith Miller", "Sultan bin Saad": a capitalised role after a forename is a surname, one before "bin" a forename.
function isPersonsName(lexicon: ActorLexicon, { words }: ComparableWords, word: number): boolean {
  if (/^\p{Lu}/u.test(words[word] as string) && /^(bin|ibn|bint)$/.test(words[word + 1] ?? "")) return true;
  const before = words[word - 1];
  if (before === undefined || !lexicon.forenames.has(before)) return false;
  const [text, next] = [words[word] as string, words[word + 1] ?? ""];
  return /^\p{Lu}\p{Ll}/u.test(text) && !/^\p{Lu}/u.test(next.replace(/^Jr$/, ""));
}

/** Sentences without a small letter, of three words at least: "CHINA AND US TO MEET". */
function sentencesInCapitals(parsed: ParsedDocument): Set<number> {
  const found = new Set<number>();
  for (let sentence = 0; sentence < parsed.sentenceCount; sentence++) {
    const [start, end] = parsed.sentence(sentence).tokenRange;
    if (end - start < 3) continue;
    const text = parsed.text.slice(parsed.columns.start[start], parsed.columns.end[end - 1]);
    if (/\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)) found.add(sentence);
  }
  return found;
}

function titleCase(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function endToken(words: ComparableWords, endWord: number): number {
  return (words.tokenOf[endWord - 1] as number) + 1;
}

/** Indexes into `UPOS`, as `TokenColumns.upos` has them. */
export const TAG = Object.fromEntries(UPOS.map((tag, index) => [tag, index])) as Readonly<
  Record<Upos, number>
>;

/** A token's own text; empty outside the document. */
export function textOf(parsed: ParsedDocument, token: number): string {
  return token >= 0 && token < parsed.tokenCount ? (parsed.columns.form[token] as string) : "";
}

/** The text that a token range `[start, end)` covers, line breaks as blanks. */
export function rangeText(parsed: ParsedDocument, start: number, end: number): string {
  return parsed.text.slice(parsed.columns.start[start], parsed.columns.end[end - 1]).replace(/\s+/g, " ");
}

/** Whether a token opens with a capital letter. */
export function isCapitalised(parsed: ParsedDocument, token: number): boolean {
  if (token < 0 || token >= parsed.tokenCount) return false;
  const { form, lowerForm } = parsed.columns;
  return (form[token] as string).charCodeAt(0) !== (lowerForm[token] as string).charCodeAt(0);
}

/** The universal relation of a token without its subtype. */
export function relationOf(parsed: ParsedDocument, token: number): string {
  return parsed.relations[parsed.columns.deprel[token] as number] as string;
}

export function deprelOf(parsed: ParsedDocument, token: number): string {
  return parsed.names.deprel[parsed.columns.deprel[token] as number] as string;
}

export function headOf(parsed: ParsedDocument, token: number): number {
  return parsed.columns.head[token] as number;
}

/** Relations of a token that stands for its whole phrase, best first where a misparse lets several out of it. */
const PHRASE_RELATIONS = [
  "nsubj",
  "obj",
  "obl",
  "nmod",
  "iobj",
  "conj",
  "appos",
  "root",
  "parataxis",
  "ccomp",
];

/** The token in `[start, end)` whose head lies outside it; where a misparse leaves several, the one likeliest to stand for the phrase. */
export function headOfRange(parsed: ParsedDocument, start: number, end: number): number {
  let best = end - 1;
  let bestRank = Number.POSITIVE_INFINITY;
  for (let token = start; token < end; token++) {
    const head = headOf(parsed, token);
    if (head >= start && head < end) continue;
    const found = PHRASE_RELATIONS.indexOf(relationOf(parsed, token));
    const rank = found < 0 ? PHRASE_RELATIONS.length : found;
    if (rank < bestRank) {
      best = token;
      bestRank = rank;
    }
  }
  return best;
}

/**
 * Whether a name is only part of a hyphenated word that says something else: "Iran-backed", "US-led", "pro-Russian",
 * "anti-American"; not "China-Kazakhstan", "Sino-Russian", "Guinea-Bissau".
 */
export function isHyphenPart({ parsed }: Reading, { start, end }: { start: number; end: number }): boolean {
  const { text } = parsed;
  const before = parsed.columns.start[start] as number;
  const after = parsed.columns.end[end - 1] as number;
  return (
    /[-‐‑]\p{Ll}/u.test(text.slice(after, after + 2)) ||
    /\b(pro|anti|non)[-‐‑]$/i.test(text.slice(Math.max(0, before - 5), before))
  );
}

/** Relations that hold the words of one name together. */
export const NAME_RELATIONS: ReadonlySet<string> = new Set(["flat", "compound", "nmod", "amod", "appos"]);
