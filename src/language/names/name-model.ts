import type { ModelFile } from "../model-file.ts";
import type { StoredMatrix } from "../parser/matrices.ts";
import type { MatrixHeader } from "../parser/network-file.ts";
import type { ByteTable, WordTables } from "../parser/word-tables.ts";
import { PhraseList } from "./phrase-list.ts";

/** The file of a name tagger lies beside the language model that it was trained on. */
export const NAME_SECTIONS = {
  header: "names.network",
  forms: "names.forms",
  phraseKeys: "names.phraseKeys",
  phraseClasses: "names.phraseClasses",
} as const;

/** Sizes and scales of a trained tagger, as its model's section `names.network` holds them (JSON). */
export interface NameModelHeader {
  /** SHA-256 of the language model whose states it reads. */
  readonly base: string;
  readonly formWidth: number;
  readonly formScale: number;
  readonly matrices: Readonly<Record<string, MatrixHeader>>;
}

/** A trained name tagger with the words' vectors of the language it belongs to. */
export class NameModel {
  readonly header: NameModelHeader;
  readonly phrases: PhraseList;
  /** Learnt vectors of words, affixes and shapes. */
  readonly forms: ByteTable;
  /** What the language model knows of single words: its vectors from plain text are read here too. */
  readonly wordTables: WordTables;
  readonly #model: ModelFile;

  /** @throws ModelFileError when a section is missing */
  constructor(model: ModelFile, wordTables: WordTables) {
    this.#model = model;
    this.wordTables = wordTables;
    this.header = headerOf(model);
    this.phrases = new PhraseList(
      model.array(NAME_SECTIONS.phraseKeys, "Uint32"),
      model.array(NAME_SECTIONS.phraseClasses, "Uint16"),
    );
    const { formWidth: width, formScale: scale } = this.header;
    this.forms = { width, scale, bytes: model.array(NAME_SECTIONS.forms, "Int8") };
  }

  /** SHA-256 of the language model that a tagger's file was trained on. */
  static baseOf(model: ModelFile): string {
    return headerOf(model).base;
  }

  floats(name: string): Float32Array {
    return this.#model.array(`names.${name}`, "Float32");
  }

  /** @throws Error when the model has no such matrix */
  matrix(name: string): StoredMatrix {
    const header = this.header.matrices[name];
    if (header === undefined) throw new Error(`the name tagger has no matrix "${name}"`);
    return { ...header, values: this.#model.array(`names.${name}`, "Int16") };
  }
}

function headerOf(model: ModelFile): NameModelHeader {
  return JSON.parse(model.text(NAME_SECTIONS.header)) as NameModelHeader;
}
