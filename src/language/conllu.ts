import { ParsedDocument, ROOT, type Sentence, type TagNames, UPOS } from "./parsed-document.ts";

/** A mistake in a CoNLL-U file; the message names the file and the line. */
export class ConlluError extends Error {
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = "ConlluError";
    this.file = file;
    this.line = line;
  }
}

/** One syntactic word. */
export interface ConlluWord {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly xpos: string;
  readonly feats: string;
  /** Index into the sentence's `words`, from 0; `ROOT` at a root and where the file gives no head. */
  readonly head: number;
  readonly deprel: string;
  readonly misc: string;
  /** Offsets into the sentence's `text`: `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** Whether the word is a later part of a multiword token ("n't" in "don't"). */
  readonly joined: boolean;
}

/** One sentence as read; empty nodes are left out. */
export interface ConlluSentence {
  readonly words: readonly ConlluWord[];
  /** The comment lines without `# `, in order. */
  readonly comments: readonly string[];
  /** The `# text` comment, or the forms joined as `SpaceAfter=No` says. */
  readonly text: string;
  /** What parts the sentence from the one before it. */
  readonly boundary: "none" | "space" | "paragraph" | "document";
  /** Line of the sentence's first comment or word; counts from 1. */
  readonly line: number;
}

/** Value of a comment such as `# sent_id = s1`; `undefined` when the sentence has no such comment. */
export function commentValue(sentence: ConlluSentence, key: string): string | undefined {
  for (const comment of sentence.comments) {
    const equals = comment.indexOf("=");
    if (equals > 0 && comment.slice(0, equals).trim() === key) return comment.slice(equals + 1).trim();
  }
  return undefined;
}

/**
 * Reads CoNLL-U text into sentences.
 *
 * @param file what error messages call the text
 * @throws ConlluError at the first malformed line
 */
export function readConllu(conllu: string, file: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let block: NumberedLine[] = [];
  let glued = true;
  const finish = () => {
    if (block.some((line) => !line.text.startsWith("#"))) {
      const { sentence, spaceAfter } = readSentence(block, file, glued);
      sentences.push(sentence);
      glued = !spaceAfter;
    }
    block = [];
  };
  let number = 0;
  for (const raw of conllu.split("\n")) {
    number++;
    const text = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    if (text.trim() === "") finish();
    else block.push({ text, number });
  }
  finish();
  return sentences;
}

interface NumberedLine {
  readonly text: string;
  readonly number: number;
}

/** One line of ten columns that stands for characters of the text: a word outside multiword tokens, or a multiword token. */
interface SurfaceToken {
  readonly form: string;
  readonly firstWord: number;
  readonly wordCount: number;
  readonly spaceAfter: boolean;
  readonly line: number;
}

function readSentence(
  block: readonly NumberedLine[],
  file: string,
  glued: boolean,
): { sentence: ConlluSentence; spaceAfter: boolean } {
  const comments: string[] = [];
  const rows: { columns: string[]; line: number }[] = [];
  const surface: SurfaceToken[] = [];
  let coveredUntil = 0;
  for (const { text: line, number } of block) {
    if (line.startsWith("#")) {
      comments.push(line.slice(1).trim());
      continue;
    }
    const columns = line.split("\t");
    if (columns.length !== 10) {
      throw new ConlluError(file, number, `expected 10 tab-separated columns, found ${columns.length}`);
    }
    const [id, form, misc] = [columns[0] as string, columns[1] as string, columns[9] as string];
    const spaceAfter = !misc.split("|").includes("SpaceAfter=No");
    const range = /^(\d+)-(\d+)$/.exec(id);
    if (range) {
      const [first, last] = [Number(range[1]), Number(range[2])];
      if (first !== rows.length + 1 || last < first) {
        throw new ConlluError(file, number, `multiword token ${id} does not open at word ${rows.length + 1}`);
      }
      surface.push({ form, firstWord: first - 1, wordCount: last - first + 1, spaceAfter, line: number });
      coveredUntil = last;
    } else if (/^\d+$/.test(id)) {
      if (Number(id) !== rows.length + 1) {
        throw new ConlluError(file, number, `expected word ${rows.length + 1}, found word ${id}`);
      }
      rows.push({ columns, line: number });
      if (rows.length > coveredUntil) {
        surface.push({ form, firstWord: rows.length - 1, wordCount: 1, spaceAfter, line: number });
      }
    } else if (!/^\d+\.\d+$/.test(id)) {
      throw new ConlluError(file, number, `"${id}" is no word number, range (2-3) or empty node (2.1)`);
    }
  }
  const last = surface.at(-1) as SurfaceToken;
  if (coveredUntil > rows.length) {
    throw new ConlluError(file, last.line, `multiword token ends after the sentence's last word`);
  }
  const { text, starts } = locate(surface, comments, file);
  const words: ConlluWord[] = [];
  for (const [index, token] of surface.entries()) {
    const parts = rows.slice(token.firstWord, token.firstWord + token.wordCount);
    const spans = partSpans(
      token.form,
      parts.map((row) => row.columns[1] as string),
    );
    for (const [part, { columns, line }] of parts.entries()) {
      const [from, to] = spans[part] as [number, number];
      const start = (starts[index] as number) + from;
      words.push({
        form: columns[1] as string,
        lemma: columns[2] as string,
        upos: columns[3] as string,
        xpos: columns[4] as string,
        feats: columns[5] as string,
        head: readHead(columns[6] as string, rows.length, file, line),
        deprel: columns[7] as string,
        misc: columns[9] as string,
        start,
        end: (starts[index] as number) + to,
        joined: part > 0,
      });
    }
  }
  const boundary = boundaryOf(comments, glued);
  const line = (block[0] as NumberedLine).number;
  return { sentence: { words, comments, text, boundary, line }, spaceAfter: last.spaceAfter };
}

function boundaryOf(comments: readonly string[], glued: boolean): ConlluSentence["boundary"] {
  if (comments.some((c) => /^newdoc\b/.test(c))) return "document";
  if (comments.some((c) => /^newpar( |=|$)/.test(c))) return "paragraph";
  return glued ? "none" : "space";
}

function readHead(column: string, wordCount: number, file: string, line: number): number {
  if (column === "_" || column === "0") return ROOT;
  const head = Number(column);
  if (!Number.isInteger(head) || head < 0 || head > wordCount) {
    throw new ConlluError(file, line, `head "${column}" is no word of the sentence (0 to ${wordCount})`);
  }
  return head - 1;
}

/** The sentence's text, and where each surface token starts in it. */
function locate(
  surface: readonly SurfaceToken[],
  comments: readonly string[],
  file: string,
): { text: string; starts: number[] } {
  const given = comments.find((comment) => /^text\s*=/.test(comment));
  const starts: number[] = [];
  if (given === undefined) {
    let text = "";
    for (const [index, token] of surface.entries()) {
      starts.push(text.length);
      text += token.form;
      if (token.spaceAfter && index < surface.length - 1) text += " ";
    }
    return { text, starts };
  }
  const text = given.slice(given.indexOf("=") + 1).trim();
  let position = 0;
  for (const token of surface) {
    while (/\s/.test(text[position] ?? "x")) position++;
    if (!text.startsWith(token.form, position)) {
      throw new ConlluError(file, token.line, `the comment "text" does not go on with "${token.form}"`);
    }
    starts.push(position);
    position += token.form.length;
  }
  return { text, starts };
}

/** Where each part lies in its multiword token; parts that do not spell the token out ("du": "de", "le") get equal shares of it. */
function partSpans(whole: string, parts: readonly string[]): [number, number][] {
  const spellsOut = parts.join("") === whole;
  let position = 0;
  return parts.map((part, index) => {
    const start = position;
    position = spellsOut ? start + part.length : Math.floor((whole.length * (index + 1)) / parts.length);
    return [start, position];
  });
}

/** Numbers for strings, in order of first use. */
class StringIndex {
  readonly strings: string[] = [];
  readonly #indexes = new Map<string, number>();

  indexOf(text: string): number {
    let index = this.#indexes.get(text);
    if (index === undefined) {
      index = this.strings.length;
      this.#indexes.set(text, index);
      this.strings.push(text);
    }
    return index;
  }
}

const BOUNDARY_TEXT = { none: "", space: " ", paragraph: "\n\n", document: "\n\n" } as const;

/**
 * Sentences as one document: their texts joined by a space, by nothing after `SpaceAfter=No`, and by a blank line at a new
 * paragraph or document. A word without a universal tag gets `X`.
 */
export function documentFromConllu(sentences: readonly ConlluSentence[]): ParsedDocument {
  const count = sentences.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const lemma: string[] = [];
  const form: string[] = [];
  const columns = {
    start: new Uint32Array(count),
    end: new Uint32Array(count),
    form,
    lemma,
    upos: new Uint8Array(count),
    xpos: new Uint16Array(count),
    feats: new Uint16Array(count),
    deprel: new Uint16Array(count),
    head: new Int32Array(count),
    joined: new Uint8Array(count),
  };
  const [xpos, feats, deprel] = [new StringIndex(), new StringIndex(), new StringIndex()];
  const uposIndexes = new Map<string, number>(UPOS.map((tag, index) => [tag, index]));
  const unknownUpos = UPOS.indexOf("X");
  const sentenceStart = new Uint32Array(sentences.length + 1);
  let text = "";
  let token = 0;
  for (const [index, sentence] of sentences.entries()) {
    if (index > 0) text += BOUNDARY_TEXT[sentence.boundary];
    const first = token;
    sentenceStart[index] = first;
    for (const word of sentence.words) {
      columns.start[token] = text.length + word.start;
      columns.end[token] = text.length + word.end;
      form.push(sentence.text.slice(word.start, word.end));
      lemma.push(word.lemma);
      columns.upos[token] = uposIndexes.get(word.upos) ?? unknownUpos;
      columns.xpos[token] = xpos.indexOf(word.xpos);
      columns.feats[token] = feats.indexOf(word.feats);
      columns.deprel[token] = deprel.indexOf(word.deprel);
      columns.head[token] = word.head === ROOT ? ROOT : first + word.head;
      columns.joined[token] = word.joined ? 1 : 0;
      token++;
    }
    text += sentence.text;
  }
  sentenceStart[sentences.length] = token;
  const names: TagNames = { xpos: xpos.strings, feats: feats.strings, deprel: deprel.strings };
  const lowerForm = form.map((word) => word.toLowerCase());
  return new ParsedDocument(text, { ...columns, lowerForm }, names, sentenceStart);
}

/** Options of `writeConllu`. */
export interface WriteConlluOptions {
  /** Opens the output with `# newdoc id = …`, and stands before the sentence numbers in `# sent_id`. */
  readonly documentId?: string;
  /** Comment lines of each sentence, without `# `, in place of the ones made here. */
  readonly comments?: (sentenceIndex: number) => readonly string[];
}

/**
 * A parsed document as CoNLL-U, with `# sent_id`, `# text`, `# newpar`, multiword tokens and `SpaceAfter=No`.
 * Line breaks and tabs inside a sentence become single spaces in `# text`.
 */
export function writeConllu(document: ParsedDocument, options: WriteConlluOptions = {}): string {
  const lines: string[] = [];
  for (const sentence of document.sentences()) {
    const [first, after] = sentence.tokenRange;
    if (first === after) continue;
    const comments =
      options.comments?.(sentence.index) ?? madeComments(document, sentence, options.documentId);
    for (const comment of comments) lines.push(`# ${comment}`);
    writeWords(document, first, after, lines);
    lines.push("");
  }
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}

function madeComments(
  document: ParsedDocument,
  sentence: Sentence,
  documentId: string | undefined,
): string[] {
  const { start, end } = document.columns;
  const first = sentence.tokenRange[0];
  const comments: string[] = [];
  if (first === 0 && documentId !== undefined) comments.push(`newdoc id = ${documentId}`);
  const gap = first === 0 ? "" : document.text.slice(end[first - 1], start[first]);
  if (isParagraphBreak(gap)) comments.push("newpar");
  const prefix = documentId === undefined ? "" : `${documentId}-`;
  return [
    ...comments,
    `sent_id = ${prefix}${sentence.index + 1}`,
    `text = ${sentence.text.replace(/\s+/g, " ")}`,
  ];
}

/** Whether the white space between two tokens holds a blank line. */
export function isParagraphBreak(whiteSpace: string): boolean {
  return /\n[^\S\n]*\n|\r[^\S\r\n]*\r/.test(whiteSpace.replaceAll("\r\n", "\n"));
}

function writeWords(document: ParsedDocument, first: number, after: number, lines: string[]): void {
  const { text, columns, names } = document;
  const { start, end, joined } = columns;
  for (let token = first; token < after; token++) {
    let last = token;
    if (!joined[token]) while (last + 1 < after && joined[last + 1]) last++;
    const isMultiword = last > token;
    const inMultiword = isMultiword || joined[token] === 1;
    const spaceAfter = (index: number) =>
      index + 1 < start.length && start[index + 1] === end[index] ? "SpaceAfter=No" : "_";
    if (isMultiword) {
      const form = text.slice(start[token], end[last]);
      const id = `${token - first + 1}-${last - first + 1}`;
      lines.push([id, form, "_", "_", "_", "_", "_", "_", "_", spaceAfter(last)].join("\t"));
    }
    const head = columns.head[token] as number;
    lines.push(
      [
        token - first + 1,
        text.slice(start[token], end[token]),
        columns.lemma[token],
        UPOS[columns.upos[token] as number],
        names.xpos[columns.xpos[token] as number],
        names.feats[columns.feats[token] as number],
        head === ROOT ? 0 : head - first + 1,
        names.deprel[columns.deprel[token] as number],
        "_",
        inMultiword ? "_" : spaceAfter(token),
      ].join("\t"),
    );
  }
}
