import { fileURLToPath } from "node:url";
import { type ModelFile, readModelFile } from "../../language/model-file.ts";

/** What an entry of the gazetteer is; the number is its code in the file. */
export const GAZETTEER_KINDS = ["division", "capital", "division-seat", "town", "quarter"] as const;
export type GazetteerKind = (typeof GAZETTEER_KINDS)[number];

/** A town, or a first-level division of a country, as GeoNames has it. */
export interface GazetteerEntry {
  readonly index: number;
  readonly name: string;
  readonly kind: GazetteerKind;
  /** Code as in `countries.tsv`. */
  readonly country: string;
  /** Of a town: the index of the division it lies in, if any; of a division, its own. */
  readonly division: number | undefined;
  /** Of a division: the sum of its towns'. */
  readonly population: number;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
  /** Absent for divisions: the data give towns their ids only. */
  readonly geonames?: number;
}

/** An entry that a name may stand for. */
export interface GazetteerMatch {
  readonly entry: GazetteerEntry;
  /** Whether it is a name beside the main one: "Kiev", "Bombay". */
  readonly isOtherName: boolean;
}

/** Coordinates are kept as whole numbers of this part of a degree. */
export const DEGREE = 1e5;

/** The file that is shipped: `models/places.dragoman-model.br` beside `dist/` (and `src/`). */
export function bundledGazetteerPath(): string {
  return fileURLToPath(new URL("../../../models/places.dragoman-model.br", import.meta.url));
}

/** Reads a gazetteer; its tables stay the file's bytes, nothing is made of them before it is asked for. */
export function loadGazetteer(path = bundledGazetteerPath()): Gazetteer {
  return new Gazetteer(readModelFile(path));
}

/** Towns and divisions by name. */
export class Gazetteer {
  readonly #countries: readonly string[];
  readonly #country: Uint8Array;
  readonly #kind: Uint8Array;
  readonly #division: Uint16Array;
  readonly #geonames: Uint32Array;
  readonly #population: Uint32Array;
  readonly #latitude: Int32Array;
  readonly #longitude: Int32Array;
  readonly #names: Uint8Array;
  readonly #nameStart: Uint32Array;
  readonly #keys: Uint8Array;
  readonly #keyStart: Uint32Array;
  readonly #matches: Uint32Array;
  readonly #matchStart: Uint32Array;

  constructor(file: ModelFile) {
    this.#countries = file.text("countries").split(" ");
    this.#country = file.array("country", "Uint8");
    this.#kind = file.array("kind", "Uint8");
    this.#division = file.array("division", "Uint16");
    this.#geonames = file.array("geonames", "Uint32");
    this.#population = file.array("population", "Uint32");
    this.#latitude = file.array("latitude", "Int32");
    this.#longitude = file.array("longitude", "Int32");
    this.#names = file.array("names", "Uint8");
    this.#nameStart = file.array("nameStart", "Uint32");
    this.#keys = file.array("keys", "Uint8");
    this.#keyStart = file.array("keyStart", "Uint32");
    this.#matches = file.array("matches", "Uint32");
    this.#matchStart = file.array("matchStart", "Uint32");
  }

  get size(): number {
    return this.#kind.length;
  }

  /**
   * What a name may stand for: divisions first, then towns by population; empty where it is no name.
   * @param key comparable words joined by blanks: "Alma Ata"
   */
  lookup(key: string): GazetteerMatch[] {
    const row = this.#rowOf(key);
    if (row < 0) return [];
    const [start, end] = [this.#matchStart[row] as number, this.#matchStart[row + 1] as number];
    return Array.from(this.#matches.subarray(start, end), (match) => ({
      entry: this.entry(match >>> 1),
      isOtherName: (match & 1) === 1,
    }));
  }

  /** @throws RangeError outside `[0, size)` */
  entry(index: number): GazetteerEntry {
    if (!(index >= 0 && index < this.size)) throw new RangeError(`no entry ${index}`);
    const geonames = this.#geonames[index] as number;
    const division = this.#division[index] as number;
    const name = this.#names.subarray(this.#nameStart[index], this.#nameStart[index + 1]);
    return {
      index,
      name: Buffer.from(name.buffer, name.byteOffset, name.length).toString("utf8"),
      kind: GAZETTEER_KINDS[this.#kind[index] as number] as GazetteerKind,
      country: this.#countries[this.#country[index] as number] as string,
      division: division === 0 ? undefined : division - 1,
      population: this.#population[index] as number,
      latitude: (this.#latitude[index] as number) / DEGREE,
      longitude: (this.#longitude[index] as number) / DEGREE,
      ...(geonames === 0 ? {} : { geonames }),
    };
  }

  /** Keys are sorted by their bytes, which are ASCII. */
  #rowOf(key: string): number {
    let low = 0;
    let high = this.#keyStart.length - 2;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const order = this.#compare(middle, key);
      if (order === 0) return middle;
      if (order < 0) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }

  #compare(row: number, key: string): number {
    const start = this.#keyStart[row] as number;
    const length = (this.#keyStart[row + 1] as number) - start;
    for (let i = 0; i < length && i < key.length; i++) {
      const difference = (this.#keys[start + i] as number) - key.charCodeAt(i);
      if (difference !== 0) return difference;
    }
    return length - key.length;
  }
}
