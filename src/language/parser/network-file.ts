import type { ParserSections } from "./dependency-parser.ts";

/** Sizes and scales of a trained network, as the model section `parser.network` holds them (JSON). */
export interface NetworkHeader {
  readonly deprels: readonly string[];
  /** How many tags there are. */
  readonly tags: number;
  /** Width of one direction of a recurrent layer; a layer's row is twice as wide. */
  readonly size: number;
  readonly layers: number;
  /** Widths of the three parts of a word's vector, and what one step of their bytes means. */
  readonly tables: Readonly<Record<TableName, { readonly width: number; readonly scale: number }>>;
  /** By the name of a weight matrix: its shape, what one step of its integers means, and of its inputs' integers. */
  readonly matrices: Readonly<Record<string, MatrixHeader>>;
}

export interface MatrixHeader {
  readonly rows: number;
  readonly columns: number;
  readonly step: number;
  readonly inputStep: number;
}

export type TableName = "words" | "affixes" | "vectors";

/** Reads the parts of a network out of a model's sections. */
export class NetworkFile {
  readonly header: NetworkHeader;
  readonly #sections: ParserSections;

  /** @throws Error when a section is missing */
  constructor(sections: ParserSections) {
    this.#sections = sections;
    this.header = JSON.parse(this.text("network")) as NetworkHeader;
  }

  text(name: string): string {
    return new TextDecoder().decode(this.#bytes(name));
  }

  bytes(name: string): Int8Array {
    const { buffer, byteOffset, length } = this.#bytes(name);
    return new Int8Array(buffer, byteOffset, length);
  }

  /** A bias or another row that is kept exact. */
  floats(name: string): Float32Array {
    const bytes = this.#bytes(name);
    return new Float32Array(bytes.slice().buffer);
  }

  /** A matrix's integers, row after row. */
  matrix(name: string): MatrixHeader & { readonly values: Int16Array } {
    const header = this.header.matrices[name];
    if (header === undefined) throw new Error(`the model's network has no matrix "${name}"`);
    return { ...header, values: new Int16Array(this.#bytes(name).slice().buffer) };
  }

  #bytes(name: string): Uint8Array {
    const section = this.#sections.get(`parser.${name}`);
    if (section === undefined) throw new Error(`the model has no section "parser.${name}"`);
    return section;
  }
}
