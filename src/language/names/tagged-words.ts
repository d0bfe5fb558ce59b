import { NAME_KINDS, type NamedText, type NameKind, type NameSpan } from "./names.ts";
import { spacedText } from "./spaced-text.ts";

/** A file of tagged words that does not read as one. */
export class TaggedWordsError extends Error {
  override readonly name = "TaggedWordsError";

  /** @param line counts from 1 */
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
  }
}

interface TaggedSentence {
  readonly words: string[];
  readonly tags: string[];
  /** As the file's `# text` gives it. */
  text?: string;
}

interface TaggedDocument {
  readonly id: string;
  readonly sentences: TaggedSentence[];
}

/**
 * Reads names from one word a line: `index, word, tag, …` in the files of Universal NER (with `# newdoc id`, `# text`), `word, tag` in those
 * of CrossNER and WikiGold (`-DOCSTART-`; a file without it has as many documents as sentences). Tags are `O`, or `B-` or `I-` and a kind of
 * name, in `-` and letters; a name goes on with `I-` of the same kind. Kinds that are no person, place or organisation are no names.
 *
 * @returns documents, each sentence of them on a line of its own
 * @throws TaggedWordsError naming the line
 */
export function readTaggedWords(content: string, file: string): NamedText[] {
  return documentsOf(content, file).map(({ id, sentences }) => {
    const names: NameSpan[] = [];
    let text = "";
    for (const sentence of sentences) {
      if (text !== "") text += "\n";
      const spaced = spacedText(sentence.words, sentence.text);
      for (const { first, end, kind } of namesOf(sentence.tags)) {
        const from = text.length + (spaced.starts[first] as number);
        const to = text.length + (spaced.ends[end - 1] as number);
        names.push({ span: [from, to], kind });
      }
      text += spaced.text;
    }
    return { id, text, names };
  });
}

const TAG = /^(?:O|[BI]-([A-Za-z-]+))$/;

function documentsOf(content: string, file: string): TaggedDocument[] {
  const documents: TaggedDocument[] = [];
  const hasDocuments = /^(# newdoc|-DOCSTART-)/m.test(content);
  let document: TaggedDocument | undefined;
  let sentence: TaggedSentence | undefined;
  let isSentenceOpen = false;
  const open = (id: string) => {
    document = { id, sentences: [] };
    documents.push(document);
    sentence = undefined;
    isSentenceOpen = false;
  };
  const openSentence = (): TaggedSentence => {
    if (document === undefined || !hasDocuments) open(String(documents.length + 1));
    sentence = { words: [], tags: [] };
    (document as TaggedDocument).sentences.push(sentence);
    isSentenceOpen = true;
    return sentence;
  };
  for (const [index, line] of content.split(/\r?\n/).entries()) {
    if (line.trim() === "") isSentenceOpen = false;
    else if (line.startsWith("-DOCSTART-")) open(String(documents.length + 1));
    else if (line.startsWith("# newdoc")) open(line.split("=")[1]?.trim() ?? String(documents.length + 1));
    else if (line.startsWith("# text = ")) openSentence().text = line.slice("# text = ".length);
    else if (!/^# \w+ =/.test(line)) {
      const current = isSentenceOpen && sentence !== undefined ? sentence : openSentence();
      const [word, tag] = wordAndTag(line, file, index + 1);
      current.words.push(word);
      current.tags.push(tag);
    }
  }
  return documents
    .map(({ id, sentences }) => ({ id, sentences: sentences.filter(({ words }) => words.length > 0) }))
    .filter(({ sentences }) => sentences.length > 0);
}

function wordAndTag(line: string, file: string, lineNumber: number): [word: string, tag: string] {
  const cells = line.split(/[\t ]/);
  const [word, tag] = /^\d+(-\d+)?$/.test(cells[0] as string) && cells.length > 2 ? cells.slice(1) : cells;
  if (word === undefined || word === "" || tag === undefined) {
    throw new TaggedWordsError(file, lineNumber, `expected a word and its tag, got "${line}"`);
  }
  if (!TAG.test(tag)) {
    throw new TaggedWordsError(file, lineNumber, `"${tag}" is no tag; expected O, B-PER, I-PER and the like`);
  }
  return [word, tag];
}

/** Kinds as the files name them. */
const KINDS: Readonly<Record<string, NameKind>> = {
  ...Object.fromEntries(NAME_KINDS.map((kind) => [kind, kind])),
  politician: "PER",
  person: "PER",
  politicalparty: "ORG",
  organisation: "ORG",
  country: "LOC",
  location: "LOC",
};

/** Names as word indexes `[first, end)`. */
function namesOf(tags: readonly string[]): { first: number; end: number; kind: NameKind }[] {
  const names: { first: number; end: number; kind: NameKind }[] = [];
  let before = "O";
  for (const [index, tag] of tags.entries()) {
    const kind = KINDS[tag.slice(2)];
    const goesOn = tag.startsWith("I-") && before.slice(2) === tag.slice(2);
    const last = names.at(-1);
    if (kind !== undefined && goesOn && last !== undefined) last.end = index + 1;
    else if (kind !== undefined) names.push({ first: index, end: index + 1, kind });
    before = tag;
  }
  return names;
}
